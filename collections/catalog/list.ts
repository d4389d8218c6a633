import { filterCourses, meansSession } from '../courses/filter.ts'
import type { CourseQuery } from '../courses/schema.ts'
import type { CourseCard } from '../courses/view.ts'
import type { Place } from '../sessions/facets.ts'
import { cardsOf, type Clock } from './courses.ts'
import { datedOfCards, type Dated } from './dated.ts'
import { searchIn } from './search.ts'
import type { Snapshot } from './snapshot.ts'

// The list of courses, narrowed: as a page, as files, and as what somebody wants to hear of.

const COURSES_ON_A_PAGE = 40

export type CourseList = {
  courses: CourseCard[]
  /** How many meet the query, on all pages. */
  found: number
  /** How many there are without any query. */
  all: number
  page: number
  pages: number
  counts: ReturnType<typeof filterCourses>['counts']
}

const soonness = ({ next }: CourseCard): number => next?.startsAt.epochMilliseconds ?? Infinity
export const bySoonness = (a: CourseCard, b: CourseCard): number =>
  soonness(a) - soonness(b) || a.title.localeCompare(b.title)

/** Words first, then filters; what was searched for in the order of how well it fits, else the soonest dates first. */
const found = (snapshot: Snapshot, query: CourseQuery, clock: Clock) => {
  const cards = [...cardsOf(snapshot, clock.now).values()]
  const hits = query.q ? searchIn(snapshot, query.q).filter(({ kind }) => kind === 'course') : undefined
  const rank = hits && new Map(hits.map(({ slug }, at) => [slug, at]))
  const named = rank ? cards.filter(({ slug }) => rank.has(slug)) : cards
  const { found: courses, counts } = filterCourses(named, query, clock)
  const sorted = courses.toSorted(rank ? (a, b) => rank.get(a.slug)! - rank.get(b.slug)! : bySoonness)
  return { courses: sorted, counts, all: cards.length }
}

/** One page of what the query leaves. */
export const listCourses = (snapshot: Snapshot, query: CourseQuery, clock: Clock): CourseList => {
  const { courses, counts, all } = found(snapshot, query, clock)
  const pages = Math.max(1, Math.ceil(courses.length / COURSES_ON_A_PAGE))
  const page = Math.min(query.page, pages)
  const shown = courses.slice((page - 1) * COURSES_ON_A_PAGE, page * COURSES_ON_A_PAGE)
  return { courses: shown, found: courses.length, all, page, pages, counts }
}

/** All courses the query leaves, and their sessions that are meant by it, past ones included. */
export const wholeList = (
  snapshot: Snapshot,
  query: CourseQuery,
  clock: Clock,
): { courses: CourseCard[]; dated: Dated[] } => {
  const { courses } = found(snapshot, query, clock)
  const slugs = new Set(courses.map(({ slug }) => slug))
  const dated = datedOfCards(snapshot, clock.now, ({ slug }) => slugs.has(slug))
  return { courses, dated: dated.filter(({ session }) => meansSession(session, query)) }
}

/** Every place at which something is still to come, by name. */
export const placesIn = (snapshot: Snapshot, now: Temporal.Instant): Place[] =>
  [
    ...new Map(
      [...cardsOf(snapshot, now).values()].flatMap(({ places }) => places).map((one) => [one.slug, one]),
    ).values(),
  ].toSorted((a, b) => a.name.localeCompare(b.name))
