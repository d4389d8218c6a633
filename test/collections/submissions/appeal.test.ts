import { describe, expect, test } from 'vitest'
import { appealUntil, hasJudgedBefore, refusalToAppeal } from '#collections/submissions/appeal.ts'

const CALENDAR = { holidays: [{ day: '2027-05-31', name: 'Memorial Day', closed: true }], zone: 'America/Chicago' }
/** Friday afternoon before a long weekend. */
const answered = { status: 'not-yet', answeredAt: '2027-05-28T20:00:00Z', appeal: null } as const
const at = (text: string) => Temporal.Instant.from(text)

describe('an appeal', () => {
  test.each([
    ['until the end of so many business days', answered, 5, '2027-06-08T04:59:59.999Z'],
    ['after the last attempt too', { ...answered, status: 'with-coach' }, 1, '2027-06-02T04:59:59.999Z'],
    ['never where the credential knows none', answered, null, undefined],
    ['never of what has passed', { ...answered, status: 'passed' }, 5, undefined],
    ['once', { ...answered, appeal: { attempt: 1, at: '2027-05-28T21:00:00Z', text: 'No' } }, 5, undefined],
    ['never before an answer', { ...answered, answeredAt: null }, 5, undefined],
  ] as const)('can be made %s', (_, work, days, expected) => {
    expect(appealUntil(work, days, CALENDAR)?.toString()).toBe(expected)
  })

  test.each([
    ['2027-06-05T04:59:59.999Z', 'Look at part 2.', undefined],
    ['2027-06-05T05:00:00Z', 'Look at part 2.', 'late'],
    ['2027-06-01T12:00:00Z', ' ', 'no-note'],
  ])('at %s, saying “%s”', (now, text, expected) => {
    expect(refusalToAppeal(at('2027-06-05T04:59:59.999Z'), text, at(now))).toBe(expected)
  })

  test.each([
    ['whoever judged the attempt', { attempt: 1, reviewer: 'a', status: 'released' }, true],
    ['not whoever gave it back', { attempt: 1, reviewer: 'a', status: 'handed-back' }, false],
    ['not whoever reads it anew', { attempt: 2, reviewer: 'a', status: 'scored' }, false],
    ['nobody else', { attempt: 1, reviewer: 'b', status: 'released' }, false],
  ])('that is granted keeps off %s', (_, review, expected) => {
    const appeal = { attempt: 1, at: '', text: '', decision: 'granted' }
    expect(hasJudgedBefore({ appeal }, review, 'a')).toBe(expected)
    expect(hasJudgedBefore({ appeal: { ...appeal, decision: 'refused' } }, review, 'a')).toBe(false)
  })
})
