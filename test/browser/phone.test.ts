import { onAPhone } from './on-a-phone.ts'
import { MAIN, PAGES } from './pages.ts'

// Each page once; `test/long` visits it in all its states.
onAPhone(PAGES, MAIN)
