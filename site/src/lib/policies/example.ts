import { heldDays } from '#collections/sessions/policy.ts'
import type { Dated } from '#collections/catalog/dated.ts'
import type { Catalog } from '#collections/catalog/catalog.ts'
import { sessionView, type SessionView } from '#collections/sessions/view.ts'
import type { PolicyNumbers } from '#collections/policies/view.ts'
import { sessionDeadline } from '#collections/policies/deadline.ts'

/** A course of the catalog and the session that serves as an example. */
export type Example = { course: NonNullable<Dated['course']>; session: SessionView; isStillFree: boolean }

/**
 * The next course session a rule can be shown on: the first whose deadline is still to come, or else the very next one.
 * Undefined while no course has a date, and for a rule without a deadline.
 */
export const nextExample = (catalog: Catalog, { deadline: rule }: PolicyNumbers): Example | undefined => {
  if (!rule) return undefined
  const rules = catalog.rules()
  const examples = catalog.upcoming().flatMap(({ course, session }): Example[] => {
    const first = heldDays(session.days)[0]
    if (!course || !first || session.status === 'canceled') return []
    const zones = { session: session.timeZone, agency: catalog.zone }
    const instant = sessionDeadline(first.date, rule, rules.holidays, zones, first.startTime)
    const isStillFree = Temporal.Instant.compare(instant, catalog.now) > 0
    return [{ course, session: sessionView(session, rules, catalog.now), isStillFree }]
  })
  return examples.find(({ isStillFree }) => isStillFree) ?? examples[0]
}

/** The next course whose days lie so far apart that each has a deadline of its own. */
export const nextSplitExample = (catalog: Catalog): Example | undefined => {
  const rules = catalog.rules()
  for (const { course, session } of catalog.upcoming()) {
    if (!course || session.status === 'canceled') continue
    const view = sessionView(session, rules, catalog.now)
    if (view.events.length > 1) return { course, session: view, isStillFree: true }
  }
  return undefined
}
