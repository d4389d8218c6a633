import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GRACE_MINUTES, timelinessOf } from '#collections/values/grace.ts'
import { endOfDay } from '#collections/values/day.ts'

const deadline = endOfDay('2024-01-26', 'America/Chicago')
const before = deadline.subtract({ minutes: 40 })
const minutes = (count: number, ms = 0) => deadline.add({ minutes: count, milliseconds: ms })

describe('timelinessOf', () => {
  test.each([
    ['long before', before, before, 'on-time'],
    ['the deadline itself', null, deadline, 'on-time'],
    ['a millisecond late, nothing kept', null, minutes(0, 1), 'late'],
    ['a millisecond late, while writing', before, minutes(0, 1), 'in-grace'],
    ['begun at the deadline itself', deadline, minutes(1), 'in-grace'],
    ['begun after the deadline', minutes(0, 1), minutes(1), 'late'],
    ['the last moment of the grace', before, minutes(GRACE_MINUTES), 'in-grace'],
    ['a millisecond after the grace', before, minutes(GRACE_MINUTES, 1), 'late'],
  ] as const)('%s', (_, startedAt, now, expected) => {
    expect(timelinessOf({ deadline, startedAt }, now)).toBe(expected)
  })

  test('a deadline that never comes', () => {
    expect(timelinessOf({ deadline: null, startedAt: null }, minutes(999_999))).toBe('on-time')
  })

  test('no grace', () => {
    expect(timelinessOf({ deadline, startedAt: before }, minutes(0, 1), 0)).toBe('late')
  })

  test.each([-1, Number.NaN])('%s minutes are refused', (grace) => {
    expect(() => timelinessOf({ deadline, startedAt: before }, deadline, grace)).toThrow(RangeError)
  })

  test('what is late stays late', () => {
    const order = ['on-time', 'in-grace', 'late']
    const around = fc.integer({ min: -90, max: 90 }).map((count) => minutes(count))
    fc.assert(
      fc.property(
        fc.option(around),
        around,
        fc.nat({ max: 90 }),
        fc.nat({ max: 60 }),
        (startedAt, now, more, grace) => {
          const at = (moment: Temporal.Instant) => order.indexOf(timelinessOf({ deadline, startedAt }, moment, grace))
          expect(at(now.add({ minutes: more }))).toBeGreaterThanOrEqual(at(now))
        },
      ),
    )
  })
})
