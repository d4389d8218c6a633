import { expect, test } from 'vitest'
import { minnesotaHolidays } from '#collections/holidays/minnesota.ts'
import { reckon, reckonCheck } from '#collections/policies/calculator.ts'
import type { PolicyNumbers } from '#collections/policies/view.ts'
import { countedDays, countedForCheck, type Counted } from '#site/src/lib/policies/counted-days.ts'
import { en } from '#site/src/messages/en.ts'

const holidays = minnesotaHolidays(2026)
const guests: PolicyNumbers = {
  deadline: { count: 10, unit: 'calendar', mode: 'at-least', cutoff: 'end-of-day' },
  feePerDay: 10_000,
  missedDay: 'larger',
  splitGapDays: null,
  substitution: false,
}

const checkStrip = (day: string): Counted[] => {
  const { steps } = reckon({ day, days: 1 }, { numbers: guests, holidays, zone: 'America/Chicago' })!
  const counted = countedDays(steps, 'guests', 'calendar', en.policies)
  return countedForCheck(counted, reckonCheck(day, { numbers: guests, holidays })!, holidays, en.policies)
}

test('a check due on a mail day begins the strip', () => {
  const strip = checkStrip('2026-12-03')
  expect(strip[0]).toEqual({ day: '2026-11-23', tone: 'last', number: 10, label: 'Check is here' })
  expect(strip).toHaveLength(11)
})

test('a check due on Thanksgiving has to be here the day before', () => {
  expect(checkStrip('2026-12-06').slice(0, 3)).toEqual([
    { day: '2026-11-25', tone: 'last', label: 'Check is here' },
    { day: '2026-11-26', tone: 'off', label: 'Thanksgiving Day' },
    { day: '2026-11-27', tone: 'counted', number: 9, label: '9 days before' },
  ])
})

test('a check due on a Sunday has to be here on Friday', () => {
  expect(
    checkStrip('2026-12-02')
      .slice(0, 3)
      .map(({ day, tone, label }) => [day, tone, label]),
  ).toEqual([
    ['2026-11-20', 'last', 'Check is here'],
    ['2026-11-21', 'off', 'Weekend'],
    ['2026-11-22', 'off', 'Weekend'],
  ])
})
