import { describe, expect, test } from 'vitest'
import { minnesotaHolidays } from '#collections/holidays/minnesota.ts'
import { MOST_DAYS, readDay, readQuestion, readTime, reckon, reckonCheck } from '#collections/policies/calculator.ts'
import type { PolicyNumbers } from '#collections/policies/view.ts'
import { formatInstant } from '#collections/values/day.ts'

const zone = 'America/Chicago'
const holidays = [2026, 2027].flatMap((year) => minnesotaHolidays(year))
const today = '2026-11-22'
const cancellation: PolicyNumbers = {
  deadline: { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' },
  feePerDay: 10_000,
  missedDay: 'larger',
  splitGapDays: 7,
  substitution: true,
}
const guests: PolicyNumbers = {
  deadline: { count: 10, unit: 'calendar', mode: 'at-least', cutoff: 'end-of-day' },
  feePerDay: 10_000,
  missedDay: 'larger',
  splitGapDays: null,
  substitution: false,
}

test.each([
  ['2026-12-01', '2026-12-01'],
  ['12/1/2026', '2026-12-01'],
  ['02.28.2027', '2027-02-28'],
  ['2/29/2027', undefined],
  ['13/1/2026', undefined],
  ['tomorrow', undefined],
  ['', undefined],
])('the day %s is %s', (typed, day) => expect(readDay(typed)).toBe(day))

test.each([
  ['13:30', '13:30'],
  ['1:30 PM', '13:30'],
  ['8 a.m.', '08:00'],
  ['12 am', '00:00'],
  ['12:15 p.m.', '12:15'],
  ['8', '08:00'],
  ['13 pm', undefined],
  ['0 am', undefined],
  ['24:00', undefined],
  ['noon', undefined],
])('the time %s is %s', (typed, time) => expect(readTime(typed)).toBe(time))

describe('what was typed', () => {
  const read = (query: string, needsStart = false) => readQuestion(new URLSearchParams(query), { today, needsStart })

  test('nothing was sent', () => expect(read('utm_source=mail')).toBeUndefined())

  test('a day alone is about one day', () =>
    expect(read('day=2026-12-01')).toEqual({
      typed: { day: '2026-12-01', days: '1', start: '' },
      faults: {},
      question: { day: '2026-12-01', days: 1 },
    }))

  test.each([
    ['day=', { day: 'no-day' }],
    ['day=soon', { day: 'not-a-day' }],
    ['day=2040-01-02', { day: 'too-far' }],
    ['day=2026-12-01&days=0', { days: 'not-a-count' }],
    [`day=2026-12-01&days=${MOST_DAYS + 1}`, { days: 'not-a-count' }],
    ['day=never&days=two', { day: 'not-a-day', days: 'not-a-count' }],
  ])('%s is kept and refused', (query, faults) => {
    const asked = read(query)!
    expect(asked.faults).toEqual(faults)
    expect(asked.question).toBeUndefined()
    expect(asked.typed.day).toBe(new URLSearchParams(query).get('day'))
  })

  test('the start is asked for only where the rule needs it', () => {
    expect(read('day=2026-12-01', true)?.faults).toEqual({ start: 'no-time' })
    expect(read('day=2026-12-01&start=early', true)?.faults).toEqual({ start: 'not-a-time' })
    expect(read('day=2026-12-01&start=8:30+am', true)?.question).toEqual({ day: '2026-12-01', days: 1, start: '08:30' })
  })
})

test('three days from December 1 cost $300, and the holidays on the way are named', () => {
  const { deadline, steps, fee } = reckon({ day: '2026-12-01', days: 3 }, { numbers: cancellation, holidays, zone })!
  expect(formatInstant(deadline.instant, zone)).toBe('Friday, November 20, 2026, 11:59 PM CT')
  expect(steps.flatMap((step) => (step.kind === 'holiday' ? [step.name] : []))).toEqual([
    'Thanksgiving Day',
    'Friday after Thanksgiving',
  ])
  expect(fee).toBe(30_000)
})

test('a policy without a deadline reckons nothing', () => {
  const numbers = { ...cancellation, deadline: null }
  expect(reckon({ day: '2026-12-01', days: 1 }, { numbers, holidays, zone })).toBeUndefined()
})

test.each([
  ['an ordinary day', '2026-10-15', { due: '2026-10-05', lastMailDay: '2026-10-05', isEarlier: false, holiday: null }],
  ['a Saturday', '2026-12-01', { due: '2026-11-21', lastMailDay: '2026-11-20', isEarlier: true, holiday: null }],
  [
    'Thanksgiving',
    '2026-12-06',
    { due: '2026-11-26', lastMailDay: '2026-11-25', isEarlier: true, holiday: 'Thanksgiving Day' },
  ],
])('a check that would be due on %s', (_, day, expected) => {
  expect(reckonCheck(day, { numbers: guests, holidays })).toEqual(expected)
})

test('a check due so many business days before is counted in business days', () =>
  expect(reckonCheck('2026-12-01', { numbers: cancellation, holidays })?.due).toBe('2026-11-20'))

test('without a deadline no check is asked for', () =>
  expect(reckonCheck('2026-12-01', { numbers: { ...guests, deadline: null }, holidays })).toBeUndefined())
