import type { CircleView } from '../circles/view.ts'
import type { CourseCard } from '../courses/view.ts'
import type { SessionLine } from '../sessions/view.ts'
import { cardsOf, linesOf } from './courses.ts'
import type { Library } from './library.ts'

/** One dated line: a session and what it is a run of. */
export type Dated = {
  session: SessionLine
  title: string
  path: 'course' | 'collaborative'
  slug: string
  circles: CircleView[]
  course: CourseCard | null
}

const ofCourse = (library: Library, id: string, card: CourseCard, now: Temporal.Instant): Dated[] =>
  linesOf(library, id, now).map((session) => ({
    session,
    title: card.title,
    path: 'course',
    slug: card.slug,
    circles: card.circles,
    course: card,
  }))

/** Every public session of one course. */
export const datedOfCourse = (library: Library, slug: string, now: Temporal.Instant): Dated[] => {
  const course = library.courses.get(slug)
  const card = course && cardsOf(library, now).get(course.id)
  return course && card ? ofCourse(library, course.id, card, now) : []
}

/** Every public session of everything, past ones included. */
export const datedIn = (library: Library, now: Temporal.Instant): Dated[] => [
  ...[...cardsOf(library, now)].flatMap(([id, card]) => ofCourse(library, id, card, now)),
  ...[...library.collaboratives.values()].flatMap(({ id, name, slug }) =>
    linesOf(library, id, now).map((session) => ({
      session,
      title: name,
      path: 'collaborative' as const,
      slug,
      circles: [],
      course: null,
    })),
  ),
]
