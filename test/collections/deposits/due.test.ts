import { describe, expect, test } from 'vitest'
import { dueAfterMove, dueWhenAsked, isBrought } from '#collections/deposits/due.ts'

const FEB_8 = { due: '2027-02-08', lastMailDay: '2027-02-08' }
const OCT_12 = { due: '2026-10-12', lastMailDay: '2026-10-09' }

describe('a check that is asked for', () => {
  test.each([
    ['in time: as agreed', OCT_12, ['2026-10-22'], '2026-10-09', OCT_12],
    ['from the waitlist, four days late: brought along', OCT_12, ['2026-10-22'], '2026-10-13', '2026-10-22'],
    ['at the door: today', OCT_12, ['2026-10-22'], '2026-10-22', '2026-10-22'],
    ['at the door of the second day', OCT_12, ['2026-10-22', '2026-11-19'], '2026-11-19', '2026-11-19'],
    ['between the days: the next', OCT_12, ['2026-10-22', '2026-11-19'], '2026-11-01', '2026-11-19'],
  ] as const)('%s', (_, agreed, held, today, expected) => {
    const due = typeof expected === 'string' ? { due: expected, lastMailDay: expected } : expected
    const found = dueWhenAsked(agreed, null, held, today)
    expect(found).toEqual(due)
    expect(found.lastMailDay >= today).toBe(true)
    expect(found.due <= held.at(-1)!).toBe(true)
  })
})

describe('a check for a session that was moved', () => {
  test.each([
    [
      'from February 18 to 4: not after the session',
      FEB_8,
      { due: '2027-01-25', lastMailDay: '2027-01-25' },
      '2027-02-04',
      '2027-02-04',
    ],
    [
      'from January 14 to 28: as much later',
      { due: '2027-01-04', lastMailDay: '2027-01-04' },
      { due: '2027-01-18', lastMailDay: '2027-01-15' },
      '2027-01-28',
      { due: '2027-01-18', lastMailDay: '2027-01-15' },
    ],
    [
      'a few days earlier: what was agreed to',
      FEB_8,
      { due: '2027-02-05', lastMailDay: '2027-02-05' },
      '2027-02-15',
      FEB_8,
    ],
  ] as const)('%s', (_, agreed, current, first, expected) => {
    const due = typeof expected === 'string' ? { due: expected, lastMailDay: expected } : expected
    expect(dueAfterMove(agreed, current, [first], '2027-01-02')).toEqual(due)
  })
})

test('a check that is brought to the second day stays due then, whatever the rule says of the first', () => {
  const second = { due: '2026-11-19', lastMailDay: '2026-11-19' }
  expect(dueAfterMove(second, OCT_12, ['2026-10-22', '2026-11-19'], '2026-11-19')).toEqual(second)
})

test('it is brought along from the first day on, and sent before', () => {
  expect(isBrought({ lastMailDay: '2026-10-22' }, ['2026-10-22'])).toBe(true)
  expect(isBrought({ lastMailDay: '2026-10-21' }, ['2026-10-22'])).toBe(false)
  expect(isBrought({ lastMailDay: '2026-10-21' }, [])).toBe(false)
})
