import { describe, expect, test } from 'vitest'
import { filterCourses, meansSession, priceBandOf } from '#collections/courses/filter.ts'
import { CourseQuery } from '#collections/courses/schema.ts'
import { placesOf, timesOf } from '#collections/sessions/facets.ts'
import { aCourse, aDay, aLine } from '#test/support/views.ts'

const CLOCK = { now: Temporal.Instant.from('2026-09-01T12:00:00Z'), zone: 'America/Chicago' }

describe('time of day', () => {
  test.each([
    ['the morning', '08:30', '11:30', '2026-10-15', ['morning']],
    ['a whole day', '08:30', '15:30', '2026-10-15', ['all-day']],
    ['the afternoon', '12:30', '15:30', '2026-10-15', ['afternoon']],
    ['after school', '16:00', '18:00', '2026-10-15', ['evening']],
    ['a Saturday morning', '09:00', '12:00', '2026-10-17', ['morning', 'weekend']],
  ])('%s', (_, startTime, endTime, date, expected) => {
    expect(timesOf(aLine({ days: [aDay(date, { startTime, endTime })] }))).toEqual(expected)
  })

  test('days that are called off do not count', () => {
    const days = [aDay('2026-10-15'), aDay('2026-10-17', { canceled: true })]
    expect(timesOf(aLine({ days }))).toEqual(['all-day'])
  })
})

test('rooms of one house are one place; online is none', () => {
  const days = [
    aDay('2026-10-15', { place: 'Learning Center, Room 110' }),
    aDay('2026-10-16', { place: 'Learning Center, Room 2' }),
    aDay('2026-10-17', { place: null }),
  ]
  expect(placesOf(aLine({ days }))).toEqual([{ slug: 'learning-center', name: 'Learning Center' }])
})

test.each([
  [null, 'on-request'],
  [0, 'none'],
  [99_99, 'below-100'],
  [100_00, 'below-250'],
  [250_00, 'more'],
] as const)('%s cents for members: %s', (rate, expected) => {
  expect(priceBandOf(rate)).toBe(expected)
})

describe('the list', () => {
  const session = aLine({ days: [aDay('2026-10-15')] })
  const cards = [
    aCourse({ slug: 'a', audience: ['teachers'], topics: ['religion'], places: placesOf(session), times: ['all-day'] }),
    aCourse({ slug: 'b', audience: ['everyone'], memberRate: 120_00 }),
  ]
  const found = (query: Partial<CourseQuery>) =>
    filterCourses(cards, CourseQuery.parse(query), CLOCK).found.map(({ slug }) => slug)

  test('what is for everyone is for each', () => {
    expect(found({ audience: 'teachers' })).toEqual(['a', 'b'])
    expect(found({ audience: 'substitutes' })).toEqual(['b'])
  })
  test('by topic, place, time and price', () => {
    expect(found({ topic: 'religion', place: 'learning-center', time: 'all-day', price: 'none' })).toEqual(['a'])
    expect(found({ price: 'below-250' })).toEqual(['b'])
    expect(found({ time: 'evening' })).toEqual([])
  })
  test('of a course that fits, the sessions at that place and time are meant', () => {
    expect(meansSession(session, { place: 'learning-center' })).toBe(true)
    expect(meansSession(session, { place: 'learning-center', time: 'evening' })).toBe(false)
  })
})
