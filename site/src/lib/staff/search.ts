import { paths } from '#collections/kernel/paths.ts'
import type { SearchView } from '#collections/staff/search.ts'

/** The page of the one thing that was found; undefined where there is a choice, or nothing. */
export const onlyHit = ({ found, people, sessions, organizations, statements, checks, orders }: SearchView) => {
  if (found !== 1) return undefined
  const hits = [
    ...people.map(({ id }) => paths.person(id)),
    ...sessions.map(({ id }) => paths.roster(id)),
    ...organizations.map(({ id }) => paths.organization(id)),
    ...statements.map(({ number }) => paths.statement(number)),
    ...[...checks, ...orders].map(({ registration }) => paths.registration(registration)),
  ]
  return hits[0]
}
