import { toQueryString, type CourseQuery } from '#collections/courses/schema.ts'
import { paths } from '#collections/kernel/paths.ts'

/** Whether an address asks for the list by circle: `?group=circle`. */
export const isGroupedBy = (parameters: URLSearchParams): boolean => parameters.get('group') === 'circle'

/** The address of a course list: what narrows it, and whether it is grouped by circle. */
export const listAddress = (query: Partial<CourseQuery>, isGrouped = false): string => {
  const narrowed = toQueryString(query)
  return paths.courses + (isGrouped ? `${narrowed ? `${narrowed}&` : '?'}group=circle` : narrowed)
}

export type Loosening = { name: string; href: string; found: number }

/** The ways out of an empty list that lead somewhere, the richest first; all of them where none does. */
export const waysOut = (loosenings: readonly Loosening[]): Loosening[] => {
  const useful = loosenings.filter(({ found }) => found > 0)
  return (useful.length > 0 ? useful : [...loosenings]).toSorted((a, b) => b.found - a.found)
}
