import { describe, expect, test } from 'vitest'
import { circles } from '#seed/content/circles.ts'
import { contacts } from '#seed/content/contacts.ts'
import { strategies } from '#seed/content/strategies.ts'
import { syntheticCourses } from '#seed/synthetic.ts'

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

describe('syntheticCourses', () => {
  test('the same seed makes the same catalog, another seed another one', () => {
    expect(syntheticCourses(50, 7)).toEqual(syntheticCourses(50, 7))
    expect(syntheticCourses(50, 8)).not.toEqual(syntheticCourses(50, 7))
  })

  test.each([0, 1, 200, 2_000, 2_500])('%i courses, each with its own address', (n) => {
    const { courses, sessions } = syntheticCourses(n, 1)
    expect(courses).toHaveLength(n)
    expect(new Set(courses.map(({ slug }) => slug)).size).toBe(n)
    expect(new Set(sessions.map(({ key }) => key)).size).toBe(sessions.length)
  })

  test('prerequisites lead to earlier courses only', () => {
    const { courses } = syntheticCourses(2_000, 1)
    const place = new Map(courses.map(({ slug }, index) => [slug, index]))
    const forward = courses.filter(({ prerequisites }, index) =>
      prerequisites.some((group) => group.courses.some((slug) => (place.get(slug) ?? Infinity) >= index)),
    )
    expect(forward).toEqual([])
    expect(courses.some(({ prerequisites }) => prerequisites.length > 0)).toBe(true)
  })

  test('every relation resolves in the demo content', () => {
    const known = new Set([...circles, ...strategies, ...contacts].map(({ slug }) => slug))
    const { courses, sessions } = syntheticCourses(200, 1)
    const slugs = new Set(courses.map(({ slug }) => slug))
    const related = courses.flatMap(({ circles, strategies, contacts }) => [...circles, ...strategies, ...contacts])
    expect(related.filter((slug) => !known.has(slug))).toEqual([])
    expect(sessions.filter(({ course }) => !slugs.has(course!))).toEqual([])
  })

  test('hours add up and nobody reserves more seats than there are', () => {
    const { courses, sessions } = syntheticCourses(200, 1)
    const minutes = new Map(courses.map(({ slug, clockMinutes }) => [slug, clockMinutes]))
    const wrong = sessions.filter(({ course, days, capacity, seatsReserved }) => {
      const held = days.reduce((sum, d) => sum + minutesOf(d.endTime) - minutesOf(d.startTime) - d.breakMinutes, 0)
      return held !== minutes.get(course!) || seatsReserved > capacity!
    })
    expect(wrong).toEqual([])
  })
})
