import { describe, expect, test } from 'vitest'
import { answerDue, conflictOf, lockFor, mayTake, type Party } from '#collections/reviews/assignment.ts'
import { minnesotaHolidays } from '#collections/holidays/minnesota.ts'
import { dayIn, instantAt } from '#collections/values/day.ts'

const ZONE = 'America/Chicago'
const party = (email: string, organization: string | null, employer: string | null = null): Party => ({
  email,
  organization,
  employer,
})

describe('conflictOf', () => {
  const applicant = party('applicant@example.org', 'north', 'Cañón Valley Schools')
  test.each([
    ['another district', party('a@example.org', 'south', 'South'), [], undefined],
    ['the same on the list', party('a@example.org', 'north', 'North'), [], 'same-organization'],
    ['the same as written', party('a@example.org', null, 'canon-valley  SCHOOLS.'), [], 'same-organization'],
    ['none on either side', party('a@example.org', null, null), [], undefined],
    ['an empty name', party('a@example.org', null, ' '), [], undefined],
    ['oneself', party(' Applicant@Example.org', 'south'), [], 'own'],
    ['one of the two who differ', party('a@example.org', 'south'), ['A@example.org'], 'scored-before'],
    ['neither of them', party('a@example.org', 'south'), ['b@example.org', 'c@example.org'], undefined],
  ] as const)('%s', (_, reviewer, scoredBy, expected) => {
    expect(conflictOf(reviewer, applicant, scoredBy)).toBe(expected)
  })

  test('two without an employer share none', () => {
    expect(conflictOf(party('a@example.org', null), party('b@example.org', null))).toBeUndefined()
  })
})

describe('locks', () => {
  const now = instantAt('2026-09-10', '09:00', ZONE)
  const lock = lockFor('reviewer-1', now)
  test.each([
    ['nobody has it', null, 'reviewer-2', now, true],
    ['it is one’s own', lock, 'reviewer-1', now, true],
    ['somebody else reads it', lock, 'reviewer-2', now, false],
    ['a millisecond before it ends', lock, 'reviewer-2', lock.until.subtract({ milliseconds: 1 }), false],
    ['the moment it ends', lock, 'reviewer-2', lock.until, true],
  ] as const)('%s', (_, lock, reviewer, at, expected) => {
    expect(mayTake(lock, reviewer, at)).toBe(expected)
  })

  test('two hours, or as long as it is said', () => {
    expect(lock.until).toEqual(instantAt('2026-09-10', '11:00', ZONE))
    expect(lockFor('reviewer-1', now, 30).until).toEqual(instantAt('2026-09-10', '09:30', ZONE))
  })
})

describe('answerDue', () => {
  const holidays = [...minnesotaHolidays(2021), ...minnesotaHolidays(2026)]
  test.each([
    ['five days from a Friday', '2021-08-06', '09:00', 5, '2021-08-13'],
    ['late that evening is still that day', '2021-08-06', '23:59', 5, '2021-08-13'],
    ['from a Sunday', '2021-08-08', '12:00', 5, '2021-08-13'],
    ['over Thanksgiving', '2026-11-25', '12:00', 2, '2026-12-01'],
    ['fourteen days', '2026-09-08', '12:00', 14, '2026-09-28'],
    ['the same day', '2026-09-08', '12:00', 0, '2026-09-08'],
  ] as const)('%s', (_, day, time, count, expected) => {
    const due = answerDue(instantAt(day, time, ZONE), count, holidays, ZONE)
    expect(due.day).toBe(expected)
    expect(dayIn(due.instant, ZONE)).toBe(expected)
    expect(dayIn(due.instant.add({ milliseconds: 1 }), ZONE)).not.toBe(expected)
  })

  test.each([-1, 1.5])('%s days are refused', (count) => {
    expect(() => answerDue(instantAt('2026-09-08', '12:00', ZONE), count, holidays, ZONE)).toThrow(RangeError)
  })
})
