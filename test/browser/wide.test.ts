import { atADesk } from './at-a-desk.ts'
import { MAIN, PAGES } from './pages.ts'

// Each page once; `test/long` visits it in all its states.
atADesk(PAGES, MAIN)
