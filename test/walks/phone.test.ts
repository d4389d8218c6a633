import { onAPhone } from '../browser/on-a-phone.ts'
import { MAIN, PAGES } from '../browser/pages.ts'

// Each page once; `test/long` visits it in all its states.
onAPhone(PAGES, MAIN)
