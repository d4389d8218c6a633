import { cardsOf, linesOf } from '../../catalog/courses.ts'
import type { Dated } from '../../catalog/dated.ts'
import { wholeList } from '../../catalog/list.ts'
import type { Snapshot } from '../../catalog/snapshot.ts'
import { CourseQuery } from '../../courses/schema.ts'
import { idOf } from '../../kernel/related.ts'
import type { Subscription } from '../../kernel/payload-types.ts'
import type { SessionLine } from '../../sessions/view.ts'

type Clock = { now: Temporal.Instant; zone: string }

/** A session somebody may hear of, and the course it is a run of. */
export type Watched = { session: SessionLine; title: string; slug: string }

/** What a list is narrowed to, without what changes by itself: that something opens or comes near is what one wants to hear. */
export const queryOf = (text: string): CourseQuery => ({
  ...CourseQuery.parse(Object.fromEntries(new URLSearchParams(text))),
  open: undefined,
  when: undefined,
  page: 1,
})

const ofList = (snapshot: Snapshot, query: string, clock: Clock): Dated[] =>
  wholeList(snapshot, queryOf(query), clock).dated

/** Everything a subscription is about, past sessions included. Lists are worked out once for each that is asked for. */
export const watchedBy = (snapshot: Snapshot, clock: Clock) => {
  const lists = new Map<string, Watched[]>()
  const ofCourse = (id: string): Watched[] => {
    const card = cardsOf(snapshot, clock.now).get(id)
    if (!card) return []
    return linesOf(snapshot, id, clock.now).map((session) => ({ session, title: card.title, slug: card.slug }))
  }
  return ({ course, query }: Pick<Subscription, 'course' | 'query'>): Watched[] => {
    const id = idOf(course)
    if (id) return ofCourse(id)
    // The course of some is gone.
    if (!query) return []
    const text = query
    if (!lists.has(text)) lists.set(text, ofList(snapshot, text, clock))
    return lists.get(text)!
  }
}
