import { expect, test } from 'vitest'
import { datesText, hoursText, placeText, rateText } from '#site/src/lib/sessions/facts.ts'
import { en } from '#site/src/messages/en.ts'
import { aDay, aLine } from '#test/support/views.ts'

const onDays = (...dates: string[]) => aLine({ days: dates.map((date) => aDay(date)) })

test.each([
  ['one day', ['2026-10-15'], 'Thu, Oct 15, 2026'],
  ['two days in a row', ['2026-12-08', '2026-12-09'], 'Tue, Dec 8 – Wed, Dec 9, 2026'],
  ['two days across a new year', ['2026-12-31', '2027-01-01'], 'Thu, Dec 31, 2026 – Fri, Jan 1, 2027'],
  [
    'one weekday, weeks apart',
    ['2026-12-22', '2027-01-19', '2027-02-16'],
    '3 Tuesdays: Dec 22, Jan 19, and Feb 16, 2027',
  ],
  ['different weekdays apart', ['2027-01-12', '2027-01-21'], '2 days: Tue, Jan 12 and Thu, Jan 21, 2027'],
  ['a morning and an afternoon of one day', ['2026-10-15', '2026-10-15'], 'Thu, Oct 15, 2026'],
])('dates: %s', (_, dates, text) => expect(datesText(onDays(...dates), en, 'en')).toBe(text))

test('hours are those of the first day', () => {
  const days = [
    aDay('2026-10-15', { startTime: '08:30', endTime: '15:30' }),
    aDay('2026-10-16', { startTime: '09:00', endTime: '12:00' }),
  ]
  expect(hoursText(aLine({ days }), 'en')).toBe('8:30 AM–3:30 PM')
})

test.each([
  ['a place', 'in-person', ['Library'], 'Library'],
  ['two places', 'in-person', ['Library', 'Hall A'], 'Library and Hall A'],
  ['one place on two days', 'in-person', ['Library', 'Library'], 'Library'],
  ['online, whatever is noted', 'online', ['Library'], 'Online'],
  ['no place yet', 'in-person', [null], 'In person'],
  ['a place or online', 'hybrid', ['Library'], 'Library; online'],
] as const)('place: %s', (_, format, places, text) => {
  const days = places.map((place, at) => aDay(`2026-10-1${at}`, { place }))
  expect(placeText(aLine({ days, format }), en, 'en')).toBe(text)
})

test.each([
  ['on request', null, 'On request'],
  ['free is not “on request”', 0, 'No charge'],
  ['whole dollars', 35_000, '$350'],
  ['cents', 12_550, '$125.50'],
])('rate: %s', (_, rate, text) => expect(rateText(rate, en, 'en')).toBe(text))
