import { describe } from 'vitest'
import { atADesk } from '../browser/at-a-desk.ts'
import { onAPhone } from '../browser/on-a-phone.ts'
import { ALL } from '../browser/pages.ts'

// Every page in each of its states, at both widths and in both lights.

describe('on a phone', () => {
  onAPhone(ALL, ALL)
})
describe('at a desk', () => {
  atADesk(ALL, ALL)
})
