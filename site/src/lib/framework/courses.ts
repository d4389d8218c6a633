import type { PathwayCourse } from '#collections/catalog/courses.ts'
import { paths } from '#collections/kernel/paths.ts'
import type { Messages } from '../../messages/index.ts'
import { datesText } from '../sessions/facts.ts'
import type { ChartCourse } from './chart.ts'

/** The courses of the catalog as the chart takes them: addresses and dates in words, what comes first by slug. */
export const chartCourses = (courses: readonly PathwayCourse[], t: Messages, locale: string): ChartCourse[] => {
  const slugs = new Map(courses.map(({ id, slug }) => [id, slug]))
  return courses.map(({ slug, title, circles, next, groups }) => ({
    slug,
    title,
    href: paths.course(slug),
    circles: circles.map((circle) => circle.slug),
    nextSession: next && next.standing !== 'canceled' ? datesText(next, t, locale) : null,
    prerequisites: groups.map(({ kind, courses }) => ({ kind, courses: courses.flatMap((id) => slugs.get(id) ?? []) })),
  }))
}
