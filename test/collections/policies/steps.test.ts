import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minnesotaHolidays } from '#collections/holidays/minnesota.ts'
import { policyDeadline, type DeadlineRule } from '#collections/policies/deadline.ts'
import { deadlineSteps, type Step } from '#collections/policies/steps.ts'
import { addDays, daysBetween } from '#collections/values/day.ts'

const holidays = [2026, 2027].flatMap((year) => minnesotaHolidays(year))
const fiveBusinessDays: DeadlineRule = { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' }

const written = (step: Step): string => {
  if (step.kind === 'counted') return `${step.day} ${step.count}${step.isDeadline ? ' deadline' : ''}`
  return step.kind === 'holiday' ? `${step.day} ${step.name}` : `${step.day} ${step.kind}`
}

test('days are counted back past Thanksgiving, the Friday after it and two weekends', () => {
  expect(deadlineSteps('2026-12-01', fiveBusinessDays, holidays).map(written)).toEqual([
    '2026-11-20 5 deadline',
    '2026-11-21 weekend',
    '2026-11-22 weekend',
    '2026-11-23 4',
    '2026-11-24 3',
    '2026-11-25 2',
    '2026-11-26 Thanksgiving Day',
    '2026-11-27 Friday after Thanksgiving',
    '2026-11-28 weekend',
    '2026-11-29 weekend',
    '2026-11-30 1',
    '2026-12-01 session',
  ])
})

test.each([
  ['more than five counts a sixth', { ...fiveBusinessDays, mode: 'more-than' }, ['2026-10-07 6 deadline', 15 - 7 + 1]],
  ['calendar days skip nothing', { ...fiveBusinessDays, unit: 'calendar', count: 10 }, ['2026-10-05 10 deadline', 11]],
  ['zero days end on the session day', { ...fiveBusinessDays, count: 0 }, ['2026-10-15 session', 1]],
  [
    'a cutoff that needs a start time needs none here',
    { ...fiveBusinessDays, cutoff: 'same-time' },
    ['2026-10-08 5 deadline', 8],
  ],
] as const)('%s', (_, rule, [first, length]) => {
  const steps = deadlineSteps('2026-10-15', rule, holidays)
  expect(written(steps[0]!)).toBe(first)
  expect(steps).toHaveLength(length)
})

test('the steps are every day from the deadline to the session, and count down to one', () => {
  const rules = fc.record<DeadlineRule>({
    count: fc.integer({ min: 1, max: 12 }),
    unit: fc.constantFrom('business', 'calendar'),
    mode: fc.constantFrom('at-least', 'more-than'),
    cutoff: fc.constantFrom('end-of-day', '17:00'),
  })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), rules, (offset, rule) => {
      const day = addDays('2026-02-01', offset)
      const steps = deadlineSteps(day, rule, holidays)
      const { day: last } = policyDeadline(day, rule, holidays, 'America/Chicago')
      expect(steps.map((step) => step.day)).toEqual(
        Array.from({ length: daysBetween(last, day) + 1 }, (_, at) => addDays(last, at)),
      )
      const counts = steps.flatMap((step) => (step.kind === 'counted' ? [step.count] : []))
      expect(counts).toEqual(counts.map((_, at) => counts.length - at))
      expect(steps.filter((step) => step.kind === 'counted' && step.isDeadline)).toEqual([steps[0]])
    }),
  )
})
