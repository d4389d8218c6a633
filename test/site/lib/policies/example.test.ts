import { expect, test } from 'vitest'
import type { Dated } from '#collections/catalog/dated.ts'
import type { Catalog } from '#collections/catalog/catalog.ts'
import type { PolicyNumbers } from '#collections/policies/view.ts'
import { nextExample, nextSplitExample } from '#site/src/lib/policies/example.ts'
import { aDated, aDay, aLine, aMeeting, at, CHICAGO } from '#test/support/views.ts'

const cancellation: PolicyNumbers = {
  deadline: { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' },
  feePerDay: 10_000,
  missedDay: 'larger',
  splitGapDays: 7,
  substitution: true,
}
const now = at('2026-10-09T12:00:00Z')
const catalogOf = (upcoming: Dated[]): Catalog =>
  ({
    now,
    zone: CHICAGO,
    rules: () => ({ holidays: [], cancellation, zone: CHICAGO }),
    upcoming: () => upcoming,
  }) as unknown as Catalog
const on = (id: string, ...days: string[]) => aDated(aLine({ id, days: days.map((day) => aDay(day)) }, now))

const tooLate = on('too-late', '2026-10-15')
const inTime = on('in-time', '2026-10-29')
const apart = on('apart', '2026-11-05', '2026-12-03')
const canceled = aDated(
  aLine({ id: 'canceled', status: 'canceled', days: [aDay('2026-11-05'), aDay('2026-12-10')] }, now),
)
const meeting = aMeeting(aLine({ id: 'meeting', days: [aDay('2026-11-12')] }, now))

test.each([
  ['the first that can still be canceled', [tooLate, inTime, apart], { id: 'in-time', isStillFree: true }],
  ['the very next where none can', [tooLate], { id: 'too-late', isStillFree: false }],
  ['no canceled session, and no collaborative', [canceled, meeting, apart], { id: 'apart', isStillFree: true }],
])('the example is %s', (_, upcoming, { id, isStillFree }) => {
  const example = nextExample(catalogOf(upcoming), cancellation)
  expect([example?.session.id, example?.isStillFree]).toEqual([id, isStillFree])
})

test('there is no example without dates or without a deadline', () => {
  expect(nextExample(catalogOf([]), cancellation)).toBeUndefined()
  expect(nextExample(catalogOf([inTime]), { ...cancellation, deadline: null })).toBeUndefined()
})

test('days far apart have a deadline each', () => {
  const example = nextSplitExample(catalogOf([inTime, canceled, apart]))
  expect(example?.session.events.map(({ days }) => days)).toEqual([['2026-11-05'], ['2026-12-03']])
  expect(nextSplitExample(catalogOf([inTime]))).toBeUndefined()
})
