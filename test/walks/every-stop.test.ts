import { describe, test } from 'vitest'
import { PAGES } from '../browser/pages.ts'
import { showsEveryStop } from '../browser/stops.ts'
import { DESK, PHONE } from '../support/browser.ts'

// The keyboard on every page, at both widths; `test/browser` goes through the pages people see most.

describe.each([
  ['on a phone', PHONE],
  ['at a desk', DESK],
])('%s', (_, width) => {
  test.each(PAGES)('$name: one sees where the keyboard is', ({ path }) => showsEveryStop(path, width))
})
