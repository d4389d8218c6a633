import { describe, expect, test } from 'vitest'
import { cursorAfter, isWorthWriting } from '#collections/followups/policy.ts'

const READ_AT = Date.parse('2027-02-01T16:10:00.000Z')

describe('a cursor', () => {
  test.each([
    ['stays where nothing was read', '2027-02-01T16:00:00.000Z', undefined, '2027-02-01T16:00:00.000Z'],
    ['goes to the newest that was handled', '', '2027-02-01T16:01:00.000Z', '2027-02-01T16:01:00.000Z'],
    ['keeps away from the moment of reading', '', '2027-02-01T16:09:59.000Z', '2027-02-01T16:05:00.000Z'],
    ['never goes back', '2027-02-01T16:07:00.000Z', '2027-02-01T16:01:00.000Z', '2027-02-01T16:07:00.000Z'],
  ])('%s', (_, before, newest, after) => expect(cursorAfter(before, newest, READ_AT, 300_000)).toBe(after))

  test.each([
    ['the first time', '', '2027-02-01T16:00:00.000Z', true],
    ['not for some minutes', '2027-02-01T16:00:00.000Z', '2027-02-01T16:04:59.999Z', false],
    ['after five minutes', '2027-02-01T16:00:00.000Z', '2027-02-01T16:05:00.000Z', true],
  ])('is written down %s', (_, written, cursor, worth) => expect(isWorthWriting(written, cursor)).toBe(worth))
})
