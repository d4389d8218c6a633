import type { CircleView } from '../circles/view.ts'
import { nextTurn } from '../sessions/policy.ts'
import { courseFacts, type CourseCard, type CourseRef, type CourseView, type GroupView } from '../courses/view.ts'
import { policyNumbers, type PolicyNumbers } from '../policies/view.ts'
import { idsOf } from '../kernel/related.ts'
import { sessionLine, sessionView, withCounts, type SessionFacts, type SessionLine } from '../sessions/view.ts'
import type { Course } from '../kernel/payload-types.ts'
import type { Library } from './library.ts'
import type { Related } from './related.ts'

/** A course of the prerequisite graph. */
export type PathwayCourse = CourseRef & {
  id: string
  groups: { kind: 'all' | 'any'; courses: string[] }[]
  next: SessionLine | null
}

const isFound = <Value>(value: Value | undefined): value is Value => value !== undefined
export const isToCome = ({ standing }: SessionLine): boolean => standing !== 'past' && standing !== 'under-way'

/** The sessions of a course or collaborative with their seats as of now. */
const factsOf = ({ sessions, seats }: Library, parent: string): SessionFacts[] =>
  (sessions.get(parent) ?? []).map((facts) => withCounts(facts, seats.counts(facts.id)))

export const linesOf = (library: Library, parent: string, now: Temporal.Instant): SessionLine[] =>
  factsOf(library, parent).map((facts) => sessionLine(facts, now))

const circlesOf = ({ circleOf, circles }: Library, course: Course): CircleView[] => {
  const own = new Set(idsOf(course.circles).map((id) => circleOf.get(id)))
  return circles.filter((circle) => own.has(circle))
}

export const refOf = (library: Library, course: Course): CourseRef => ({
  slug: course.slug,
  title: course.title,
  summary: course.summary,
  circles: circlesOf(library, course),
})

const refsOf = (library: Library, ids: readonly string[]): CourseRef[] =>
  ids
    .map((id) => library.shelf.courses.get(id))
    .filter(isFound)
    .filter(({ slug }) => slug)
    .map((course) => refOf(library, course))

const cardOf = (library: Library, course: Course, now: Temporal.Instant): CourseCard => {
  const toCome = linesOf(library, course.id, now).filter(isToCome)
  const notCanceled = toCome.filter(({ standing }) => standing !== 'canceled')
  return {
    ...refOf(library, course),
    ...courseFacts(course),
    strategies: idsOf(course.strategies)
      .map((id) => library.shelf.strategies.get(id))
      .filter(isFound)
      .map(({ slug, name }) => ({ slug, name })),
    next: notCanceled[0] ?? toCome[0] ?? null,
    upcoming: notCanceled.length,
  }
}

type Dealt = {
  from: Temporal.Instant
  until: Temporal.Instant | undefined
  version: number
  cards: ReadonlyMap<string, CourseCard>
}
const dealt = new WeakMap<Library, Dealt>()

const holds = ({ from, until }: Dealt, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(from, now) <= 0 && (!until || Temporal.Instant.compare(now, until) < 0)

/** Every course as a row, by id. Worked out again only when a session has since opened, closed, begun or ended, or seats were taken. */
export const cardsOf = (library: Library, now: Temporal.Instant): ReadonlyMap<string, CourseCard> => {
  const { courses, seats, sessions } = library
  const before = dealt.get(library)
  const version = seats.version()
  if (before && before.version === version && holds(before, now)) return before.cards
  const cards = new Map([...courses.values()].map((course) => [course.id, cardOf(library, course, now)]))
  dealt.set(library, { from: now, until: nextTurn([...sessions.values()].flat(), now), version, cards })
  return cards
}

const groupsOf = (library: Library, course: Course): GroupView[] =>
  (course.prerequisites ?? [])
    .map(({ kind, courses }) => ({ kind, courses: refsOf(library, idsOf(courses)) }))
    .filter(({ courses }) => courses.length > 0)

/** The courses that ask for this one. */
const opensOf = (library: Library, { id }: Course): CourseRef[] =>
  refsOf(
    library,
    [...library.graph]
      .filter(([, { groups }]) => groups.some(({ courses }) => courses.includes(id)))
      .map(([next]) => next),
  )

export const cancellationIn = ({ shelf }: Library): PolicyNumbers | undefined => {
  const policy = [...shelf.policies.values()].find(({ kind }) => kind === 'cancellation')
  return policy && policyNumbers(policy)
}

export const courseView = (library: Library, course: Course, related: Related, now: Temporal.Instant): CourseView => {
  const rules = { holidays: library.holidays, cancellation: cancellationIn(library) }
  const views = factsOf(library, course.id).map((facts) => sessionView(facts, rules, now))
  return {
    ...cardOf(library, course, now),
    story: related.prose(course.story),
    outcomes: (course.outcomes ?? []).map(({ text }) => text),
    topics: course.topics ?? [],
    prerequisites: groupsOf(library, course),
    equivalents: refsOf(library, idsOf(course.equivalents)),
    opens: opensOf(library, course),
    sessions: views.filter(isToCome),
    past: views.filter((view) => !isToCome(view)).toReversed(),
    contacts: related.contacts(course.contacts),
    image: related.image(course.image),
  }
}

/** The prerequisite graph of everything public. */
export const pathwaysOf = (library: Library, now: Temporal.Instant): PathwayCourse[] =>
  [...cardsOf(library, now)].map(([id, { slug, title, summary, circles, next }]) => ({
    id,
    slug,
    title,
    summary,
    circles,
    next,
    groups: (library.graph.get(id)?.groups ?? []).map(({ kind, courses }) => ({
      kind,
      courses: courses.filter((one) => library.shelf.courses.has(one)),
    })),
  }))
