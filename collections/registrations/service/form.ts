import { offeredIn } from '../../organizations/queries.ts'
import { countingAs } from '../../courses/prerequisites.ts'
import type { FormView } from './view.ts'
import { prerequisitesIn } from '../../catalog/snapshot.ts'
import { sessionLine, withCounts } from '../../sessions/view.ts'
import { courseView, refOf } from '../../catalog/courses.ts'
import { relatedIn } from '../../catalog/related.ts'
import type { Context } from '../../context/context.ts'
import { consentsOf, termsOf } from './terms.ts'
import { closedOf, rulesFor, type CourseRules } from './course.ts'

/** For each prerequisite, the sessions to come of what would meet it, as far as they end before this one starts. */
const unlockingFor = ({ snapshot, course, facts }: CourseRules, now: Temporal.Instant) =>
  prerequisitesIn(snapshot, course).map(({ courses }) => {
    return countingAs(snapshot.graph, courses).flatMap((id) => {
      const needed = snapshot.documents.courses.get(id)
      if (!needed?.slug) return []
      const sessions = (snapshot.sessions.get(id) ?? [])
        .filter(({ endsAt }) => Temporal.Instant.compare(endsAt, facts.startsAt) <= 0)
        .map((one) => sessionLine(withCounts(one, snapshot.seats.counts(one.id)), now))
        .filter(({ standing }) => ['open', 'few-left', 'full', 'not-open'].includes(standing))
      return [{ course: refOf(snapshot, needed), sessions }]
    })
  })

/** What the registration page shows; undefined where there is no such course, or no such session of it. */
export const formOf = async (context: Context, slug: string, session: string): Promise<FormView | undefined> => {
  const rules = await rulesFor(context, slug, session)
  if (!rules) return undefined
  const { now } = context
  const { snapshot, course, view, cancellation, check } = rules
  const whole = courseView(snapshot, course, relatedIn(snapshot.documents), context)
  const unlocking = unlockingFor(rules, now)
  const groups = whole.prerequisites
  return {
    course: whole,
    session: view,
    others: whole.sessions.filter(({ id, standing }) => id !== session && standing !== 'canceled'),
    closed: closedOf(rules) ?? null,
    waiting: view.waiting,
    organizations: offeredIn(await context.organizations()),
    prerequisites: groups.map((group, at) => ({ ...group, unlocking: unlocking[at] ?? [] })),
    terms: termsOf(snapshot, context),
    consents: consentsOf(snapshot, context),
    feePerDay: cancellation?.feePerDay ?? null,
    missedDay: cancellation?.missedDay ?? 'larger',
    substitution: cancellation?.substitution ?? false,
    check,
    now,
  }
}
