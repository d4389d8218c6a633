import { circleView, type CircleView } from '../circles/view.ts'
import { askedGroups, type Graph, type Group } from '../courses/prerequisites.ts'
import type { Holiday } from '../holidays/policy.ts'
import { holidaysFrom } from '../holidays/recurrence.ts'
import { idOf, idsOf } from '../kernel/related.ts'
import { siteView, type SiteView } from '../home/view.ts'
import { isPlanned, refusalOfDays } from '../sessions/policy.ts'
import { sessionFacts, type SessionFacts } from '../sessions/view.ts'
import type { Collaborative, Course } from '../kernel/payload-types.ts'
import type { PublicDocuments } from './documents.ts'

type Named = { slug: string }

/** The documents with what can be worked out once: documents by slug, sessions by parent, the prerequisite graph. */
export type Snapshot = {
  documents: PublicDocuments
  site: SiteView
  circles: CircleView[]
  circleOf: ReadonlyMap<string, CircleView>
  courses: ReadonlyMap<string, Course>
  collaboratives: ReadonlyMap<string, Collaborative>
  /** Sessions of a course or collaborative, by its id, the earliest first. */
  sessions: ReadonlyMap<string, SessionFacts[]>
  /** Public sessions by id, and the course each is a run of. */
  session: ReadonlyMap<string, SessionFacts>
  courseOf: ReadonlyMap<string, string>
  graph: Graph
  holidays: Holiday[]
  seats: Seats
}

/**
 * How many hold a seat in a session and how many wait, at this moment; `version` changes whenever any count does. `refresh` counts
 * again what is known to have changed; undefined where nothing has.
 */
export type Seats = {
  counts: (session: string) => { held: number; waiting: number }
  version: () => number
  refresh: () => Promise<void> | undefined
}

export const NO_SEATS: Seats = {
  counts: () => ({ held: 0, waiting: 0 }),
  version: () => 0,
  refresh: () => undefined,
}

export const byOrder = (a: { order?: number | null }, b: { order?: number | null }): number =>
  (a.order ?? 0) - (b.order ?? 0)

export const bySlug = <Doc extends Named>(docs: Iterable<Doc>): Map<string, Doc> => {
  const named = new Map<string, Doc>()
  for (const doc of docs) if (doc.slug) named.set(doc.slug, doc)
  return named
}

const sessionsByParent = (documents: PublicDocuments): Map<string, SessionFacts[]> => {
  const byParent = new Map<string, SessionFacts[]>()
  for (const session of documents.sessions.values()) {
    const parent = idOf(session.course) ?? idOf(session.collaborative)
    // A preview has drafts in it that are half written, or that Publish would refuse.
    if (!parent || !session.format || !isPlanned(session) || refusalOfDays(session.days)) continue
    const siblings = byParent.get(parent) ?? []
    siblings.push(sessionFacts(session))
    byParent.set(parent, siblings)
  }
  for (const sessions of byParent.values()) sessions.sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  return byParent
}

/** What a course asks for first, of the courses that are on the site. */
export const prerequisitesIn = (
  { documents }: { documents: Pick<PublicDocuments, 'courses'> },
  { prerequisites }: Pick<Course, 'prerequisites'>,
): Group[] =>
  askedGroups(
    (prerequisites ?? []).map(({ kind, courses }) => ({ kind, courses: idsOf(courses) })),
    (id) => Boolean(documents.courses.get(id)?.slug),
  )

const graphOf = (documents: PublicDocuments, courses: Iterable<Course>): Graph =>
  new Map(
    [...courses].map((course) => [
      course.id,
      { groups: prerequisitesIn({ documents }, course), equivalents: idsOf(course.equivalents) },
    ]),
  )

export const snapshotOf = (documents: PublicDocuments, seats: Seats = NO_SEATS): Snapshot => {
  const ordered = [...documents.circles.values()].sort(byOrder).filter(({ name, color, slug }) => name && color && slug)
  const circleOf = new Map(ordered.map((circle) => [circle.id, circleView(circle)]))
  const courses = [...documents.courses.values()].filter(({ slug, title }) => slug && title)
  const sessions = sessionsByParent(documents)
  return {
    documents,
    site: siteView(documents, (related) => documents.media.get(idOf(related) ?? '')),
    circles: [...circleOf.values()],
    circleOf,
    courses: bySlug(courses.sort((a, b) => a.title.localeCompare(b.title))),
    collaboratives: bySlug([...documents.collaboratives.values()].sort(byOrder)),
    sessions,
    session: new Map([...sessions.values()].flat().map((facts) => [facts.id, facts])),
    courseOf: new Map(
      [...documents.sessions.values()].flatMap(({ id, course }) => (course ? [[id, idOf(course)] as const] : [])),
    ),
    seats,
    graph: graphOf(documents, courses),
    holidays: holidaysFrom([...documents.holidays.values()]),
  }
}
