import type { Catalog } from '#collections/catalog/catalog.ts'
import { FACETS, type Facet } from '#collections/courses/filter.ts'
import type { CourseQuery } from '#collections/courses/schema.ts'
import type { Messages } from '../../messages/index.ts'

type Names = Record<Facet, (value: string) => string>
type Named = Pick<Catalog, 'circles' | 'strategies' | 'places'>

const nameOf = (entries: readonly { slug: string; name: string }[]) => {
  const names = new Map(entries.map(({ slug, name }) => [slug, name]))
  return (slug: string) => names.get(slug) ?? slug
}

const oneOf =
  (names: Readonly<Record<string, string>>) =>
  (value: string): string =>
    names[value] ?? value

/** What each way to narrow the list of courses is called. */
export const facetNames = (catalog: Named, t: Messages): Names => ({
  circle: nameOf(catalog.circles()),
  strategy: nameOf(catalog.strategies()),
  place: nameOf(catalog.places()),
  format: oneOf(t.facts.formats),
  when: oneOf(t.courses.when),
  open: () => t.courses.openNow,
  audience: oneOf(t.facts.audiences),
  topic: oneOf(t.facts.topics),
  time: oneOf(t.courses.times),
  price: oneOf(t.courses.prices),
})

/** What the list is narrowed to, in words, each with the query that leaves it out. */
export const chosenIn = (query: CourseQuery, names: Names, t: Messages): { name: string; without: CourseQuery }[] =>
  (['q', ...FACETS] as const).flatMap((key) => {
    const value = query[key]
    if (!value) return []
    const name = key === 'q' ? t.courses.forWords(value) : names[key](value)
    return [{ name, without: { ...query, [key]: undefined, page: 1 } }]
  })
