import type { CircleView } from '../circles/view.ts'
import type { CourseCard } from '../courses/view.ts'
import type { SessionLine } from '../sessions/view.ts'
import { cardsOf, linesOf } from './courses.ts'
import type { Snapshot } from './snapshot.ts'

/** One dated line: a session and what it is a run of. */
export type Dated = {
  session: SessionLine
  title: string
  path: 'course' | 'collaborative'
  slug: string
  circles: CircleView[]
  course: CourseCard | null
}

const ofCourse = (snapshot: Snapshot, id: string, card: CourseCard, now: Temporal.Instant): Dated[] =>
  linesOf(snapshot, id, now).map((session) => ({
    session,
    title: card.title,
    path: 'course',
    slug: card.slug,
    circles: card.circles,
    course: card,
  }))

/** Every public session of one course. */
export const datedOfCourse = (snapshot: Snapshot, slug: string, now: Temporal.Instant): Dated[] => {
  const course = snapshot.courses.get(slug)
  const card = course && cardsOf(snapshot, now).get(course.id)
  return course && card ? ofCourse(snapshot, course.id, card, now) : []
}

/** Every public session of the courses that fit. */
export const datedOfCards = (snapshot: Snapshot, now: Temporal.Instant, fits: (card: CourseCard) => boolean): Dated[] =>
  [...cardsOf(snapshot, now)].flatMap(([id, card]) => (fits(card) ? ofCourse(snapshot, id, card, now) : []))

/** Every public session of everything, past ones included. */
export const datedIn = (snapshot: Snapshot, now: Temporal.Instant): Dated[] => [
  ...[...cardsOf(snapshot, now)].flatMap(([id, card]) => ofCourse(snapshot, id, card, now)),
  ...[...snapshot.collaboratives.values()].flatMap(({ id, name, slug }) =>
    linesOf(snapshot, id, now).map((session) => ({
      session,
      title: name,
      path: 'collaborative' as const,
      slug,
      circles: [],
      course: null,
    })),
  ),
]
