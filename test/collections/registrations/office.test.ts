import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterBusinessHours, offerEnd, type Office } from '#collections/registrations/office.ts'
import { minnesotaHolidays } from '#collections/holidays/minnesota.ts'

const ZONE = 'America/Chicago'
const office: Office = { opens: '08:00', closes: '16:00', holidays: minnesotaHolidays(2026), zone: ZONE }
const at = (local: string): Temporal.Instant => Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant()
const local = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' })

describe('business hours', () => {
  test.each([
    ['within one day', '2026-09-10T09:00', 3, '2026-09-10T12:00'],
    ['exactly to the end of the day', '2026-09-10T08:00', 8, '2026-09-10T16:00'],
    ['over night', '2026-09-10T10:00', 8, '2026-09-11T10:00'],
    ['over a weekend', '2026-09-11T10:00', 8, '2026-09-14T10:00'],
    ['from a weekend', '2026-09-12T03:00', 1, '2026-09-14T09:00'],
    ['from before the desk opens', '2026-09-10T06:30', 1, '2026-09-10T09:00'],
    ['from the moment it closes', '2026-09-10T16:00', 1, '2026-09-11T09:00'],
    ['from the evening', '2026-09-10T22:15', 2, '2026-09-11T10:00'],
    ['around Labor Day', '2026-09-04T15:00', 2, '2026-09-08T09:00'],
    ['around Thanksgiving and the Friday after', '2026-11-25T12:00', 8, '2026-11-30T12:00'],
    ['through the night clocks go back', '2026-10-30T15:00', 2, '2026-11-02T09:00'],
    ['half an hour', '2026-09-10T15:45', 0.5, '2026-09-11T08:15'],
    ['no time at all', '2026-09-10T10:00', 0, '2026-09-10T10:00'],
  ])('%s', (_, from, hours, until) => {
    expect(local(afterBusinessHours(at(from), hours, office))).toBe(until)
  })

  test.each([
    ['a desk that never opens', { ...office, closes: '08:00' }, 1],
    ['a negative number of hours', office, -1],
    ['no number', office, Number.NaN],
  ])('%s is refused', (_, hours, count) => {
    expect(() => afterBusinessHours(at('2026-09-10T09:00'), count, hours)).toThrow(RangeError)
  })

  const minute = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((n) => at('2025-12-01T00:00').add({ minutes: n }))
  const hours = fc.integer({ min: 0, max: 80 })

  test('never earlier than asked, never earlier for more hours, never earlier from later, never later without a holiday', () => {
    fc.assert(
      fc.property(minute, hours, fc.integer({ min: 0, max: 10_000 }), (from, count, more) => {
        const end = afterBusinessHours(from, count, office).epochMilliseconds
        expect(end).toBeGreaterThanOrEqual(from.epochMilliseconds)
        expect(afterBusinessHours(from, count + 1, office).epochMilliseconds).toBeGreaterThan(end)
        expect(afterBusinessHours(from.add({ minutes: more }), count, office).epochMilliseconds).toBeGreaterThanOrEqual(
          end,
        )
        expect(afterBusinessHours(from, count, { ...office, holidays: [] }).epochMilliseconds).toBeLessThanOrEqual(end)
      }),
    )
  })

  test('an offer never lasts beyond the start of its session', () => {
    expect(local(offerEnd(at('2026-09-10T15:00'), 8, office, at('2026-09-11T08:30')))).toBe('2026-09-11T08:30')
    expect(local(offerEnd(at('2026-09-10T09:00'), 2, office, at('2026-09-11T08:30')))).toBe('2026-09-10T11:00')
  })
})
