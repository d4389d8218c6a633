import type { CircleView } from '../circles/view.ts'
import { placesOf, timesOf, type Place } from '../sessions/facets.ts'
import { isToCome, nextTurn } from '../sessions/policy.ts'
import { courseFacts, type CourseCard, type CourseRef, type CourseView, type GroupView } from '../courses/view.ts'
import { inForce } from '../policies/force.ts'
import { policyNumbers } from '../policies/view.ts'
import { dayIn } from '../values/day.ts'
import { idsOf } from '../kernel/related.ts'
import {
  sessionLine,
  sessionView,
  withCounts,
  type Rules,
  type SessionFacts,
  type SessionLine,
} from '../sessions/view.ts'
import { TIMES } from '../sessions/states.ts'
import type { Course, Policy } from '../kernel/payload-types.ts'
import { byOrder, prerequisitesIn, type Snapshot } from './snapshot.ts'
import type { Related } from './related.ts'

/** A course of the prerequisite graph. */
export type PathwayCourse = CourseRef & {
  id: string
  groups: { kind: 'all' | 'any'; courses: string[] }[]
  next: SessionLine | null
}

const isFound = <Value>(value: Value | undefined): value is Value => value !== undefined

/** The sessions of a course or collaborative with their seats as of now. */
const factsOf = ({ sessions, seats }: Snapshot, parent: string): SessionFacts[] =>
  (sessions.get(parent) ?? []).map((facts) => withCounts(facts, seats.counts(facts.id)))

export const linesOf = (snapshot: Snapshot, parent: string, now: Temporal.Instant): SessionLine[] =>
  factsOf(snapshot, parent).map((facts) => sessionLine(facts, now))

const circlesOf = ({ circleOf, circles }: Snapshot, course: Course): CircleView[] => {
  const own = new Set(idsOf(course.circles).map((id) => circleOf.get(id)))
  return circles.filter((circle) => own.has(circle))
}

export const refOf = (snapshot: Snapshot, course: Course): CourseRef => ({
  slug: course.slug,
  title: course.title,
  summary: course.summary,
  circles: circlesOf(snapshot, course),
})

const refsOf = (snapshot: Snapshot, ids: readonly string[]): CourseRef[] =>
  ids
    .map((id) => snapshot.documents.courses.get(id))
    .filter(isFound)
    .filter(({ slug }) => slug)
    .map((course) => refOf(snapshot, course))

const distinct = (places: readonly Place[]): Place[] => [...new Map(places.map((one) => [one.slug, one])).values()]

const cardOf = (snapshot: Snapshot, course: Course, now: Temporal.Instant): CourseCard => {
  const toCome = linesOf(snapshot, course.id, now).filter(isToCome)
  const notCanceled = toCome.filter(({ standing }) => standing !== 'canceled')
  return {
    ...refOf(snapshot, course),
    ...courseFacts(course),
    strategies: idsOf(course.strategies)
      .map((id) => snapshot.documents.strategies.get(id))
      .filter(isFound)
      .map(({ slug, name }) => ({ slug, name })),
    places: distinct(notCanceled.flatMap(placesOf)),
    times: TIMES.filter((time) => notCanceled.some((line) => timesOf(line).includes(time))),
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
const dealt = new WeakMap<Snapshot, Dealt>()

const holds = ({ from, until }: Dealt, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(from, now) <= 0 && (!until || Temporal.Instant.compare(now, until) < 0)

/** Every course as a row, by id. Worked out again only when a session has since opened, closed, begun or ended, or seats were taken. */
export const cardsOf = (snapshot: Snapshot, now: Temporal.Instant): ReadonlyMap<string, CourseCard> => {
  const { courses, seats, sessions } = snapshot
  const before = dealt.get(snapshot)
  const version = seats.version()
  if (before && before.version === version && holds(before, now)) return before.cards
  const cards = new Map([...courses.values()].map((course) => [course.id, cardOf(snapshot, course, now)]))
  dealt.set(snapshot, { from: now, until: nextTurn([...sessions.values()].flat(), now), version, cards })
  return cards
}

const groupsOf = (snapshot: Snapshot, course: Course): GroupView[] =>
  prerequisitesIn(snapshot, course).map(({ kind, courses }) => ({ kind, courses: refsOf(snapshot, courses) }))

const asking = new WeakMap<Snapshot, Map<string, string[]>>()

/** For each course those that ask for it, worked out once for all of them. */
const askingIn = (snapshot: Snapshot): Map<string, string[]> => {
  const known = asking.get(snapshot)
  if (known) return known
  const found = new Map<string, string[]>()
  for (const [next, { groups }] of snapshot.graph)
    for (const id of new Set(groups.flatMap(({ courses }) => courses))) found.set(id, [...(found.get(id) ?? []), next])
  asking.set(snapshot, found)
  return found
}

/** The courses that ask for this one. */
const opensOf = (snapshot: Snapshot, { id }: Course): CourseRef[] => refsOf(snapshot, askingIn(snapshot).get(id) ?? [])

/** The moment, and the zone of the agency, in which days begin. */
export type Clock = { now: Temporal.Instant; zone: string }

/** The policies in force, in their order. */
export const policiesIn = ({ documents }: Snapshot, { now, zone }: Clock): Policy[] =>
  inForce([...documents.policies.values()], dayIn(now, zone)).sort(byOrder)

/** What deadlines are worked out by at a moment. */
export const rulesIn = (snapshot: Snapshot, clock: Clock): Rules => {
  const policy = policiesIn(snapshot, clock).find(({ kind }) => kind === 'cancellation')
  return { holidays: snapshot.holidays, cancellation: policy && policyNumbers(policy), zone: clock.zone }
}

export const courseView = (snapshot: Snapshot, course: Course, related: Related, clock: Clock): CourseView => {
  const { now } = clock
  const rules = rulesIn(snapshot, clock)
  const views = factsOf(snapshot, course.id).map((facts) => sessionView(facts, rules, now))
  return {
    ...cardOf(snapshot, course, now),
    story: related.prose(course.story),
    instructors: course.instructors || null,
    outcomes: (course.outcomes ?? []).map(({ text }) => text),
    prerequisites: groupsOf(snapshot, course),
    equivalents: refsOf(snapshot, idsOf(course.equivalents)),
    opens: opensOf(snapshot, course),
    sessions: views.filter(isToCome),
    past: views.filter((view) => !isToCome(view)).toReversed(),
    contacts: related.contacts(course.contacts),
    image: related.image(course.image),
  }
}

/** The prerequisite graph of everything public. */
export const pathwaysOf = (snapshot: Snapshot, now: Temporal.Instant): PathwayCourse[] =>
  [...cardsOf(snapshot, now)].map(([id, { slug, title, summary, circles, next }]) => ({
    id,
    slug,
    title,
    summary,
    circles,
    next,
    groups: (snapshot.graph.get(id)?.groups ?? []).map(({ kind, courses }) => ({
      kind,
      courses: courses.filter((one) => snapshot.documents.courses.has(one)),
    })),
  }))
