import { setImmediate } from 'node:timers/promises'
import type { Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { EVERYTHING, isWithin, type Span, type Step } from '../../followups/service/step.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import { every, one } from '../../kernel/queries.ts'
import { agreementOf, withDeadlinesSaid } from '../policy.ts'
import { ACTIVE } from '../states.ts'
import { startOfDay } from '../../values/day.ts'
import { rulesOf } from './rules.ts'
import { isGoingOn } from '../../sessions/policy.ts'

/** Writes down, for whoever is registered for a session, until when each event is free now, so that it holds from here on. */
const holdDeadlines = async (context: Context, session: string): Promise<void> => {
  const found = await one(context, 'sessions', session)
  if (!found) return
  const { events, facts } = await rulesOf(context, found)
  if (!isGoingOn(facts, context.now)) return
  const active = await every(context, 'registrations', {
    and: [{ session: { equals: session } }, { status: { in: [...ACTIVE] } }],
  })
  await each(active, async (registration) => {
    const { id, revision } = registration
    const agreed = withDeadlinesSaid(agreementOf(registration), events)
    // Nothing is another by it that a form shows but what helps, so that forms that are open still fit.
    if (agreed)
      await compareAndSet(context.payload, 'registrations', id, { revision: { equals: revision } }, { agreed })
  })
}

/** The sessions that are not over, as the catalog has them. */
const comingSessions = async ({ source, now }: Context): Promise<string[]> =>
  [...(await source.read()).session.values()]
    .filter(({ endsAt }) => Temporal.Instant.compare(now, endsAt) < 0)
    .map(({ id }) => id)

/** Whether a policy that waited for its day has come into force. */
const isNewInForce = async ({ source, zone }: Context, span: Span): Promise<boolean> =>
  [...(await source.read()).documents.policies.values()].some(
    ({ effectiveFrom }) => effectiveFrom && isWithin(startOfDay(effectiveFrom, zone), span),
  )

/** A deadline that people were told holds, also where the session moves back or the rule becomes what it was. */
export const saidDeadlines: Step = {
  name: 'said-deadlines',
  follows: { sessions: ({ id }) => id, policies: () => EVERYTHING, holidays: () => EVERYTHING },
  due: async (context, span) => ((await isNewInForce(context, span)) ? [EVERYTHING] : []),
  handle: async (context, subject) => {
    if (subject !== EVERYTHING) return holdDeadlines(context, subject)
    for (const session of await comingSessions(context)) {
      await holdDeadlines(context, session)
      await setImmediate()
    }
  },
}
