import { atADesk } from '../browser/at-a-desk.ts'
import { MAIN, PAGES } from '../browser/pages.ts'

// Each page once; `test/long` visits it in all its states.
atADesk(PAGES, MAIN)
