import type { PathwayCourse } from '#cms/catalog/index.ts'
import type { CircleView } from '#collections/circles/view.ts'
import type { CourseCard } from '#collections/courses/view.ts'
import type { Messages } from '../messages/index.ts'
import { datesText } from './facts.ts'

/** A course as the chart and its list show it: everything in words already. */
export type ChartEntry = {
  slug: string
  title: string
  circles: CircleView[]
  next: string | null
  prerequisites: string[]
}

export const chartEntries = (
  courses: readonly CourseCard[],
  pathways: readonly PathwayCourse[],
  t: Messages,
  locale: string,
): ChartEntry[] => {
  const titles = new Map(pathways.map(({ id, title }) => [id, title]))
  const needs = new Map(
    pathways.map(({ slug, groups }) => [
      slug,
      groups.flatMap(({ courses }) => courses.flatMap((id) => titles.get(id) ?? [])),
    ]),
  )
  return courses.map(({ slug, title, circles, next }) => ({
    slug,
    title,
    circles,
    next: next && next.standing !== 'canceled' ? datesText(next, t, locale) : null,
    prerequisites: needs.get(slug) ?? [],
  }))
}
