import { certificates } from '../../awards/service/followups.ts'
import type { Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { EVERYTHING, stampOf, within, type Step } from '../../followups/service/step.ts'
import { every, pluck } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { isGoingOn } from '../../sessions/policy.ts'
import { isNews } from '../policy.ts'
import { answeredAmong } from '../queries.ts'
import { attendeesOf, evaluatedWith } from './attended.ts'
import { askForEvaluation } from './letters.ts'

/** Who attended is asked for an evaluation, once, when the last day is over and it is written down that they were there. */
export const evaluationLetters: Step = {
  name: 'evaluation-letters',
  follows: { sessions: ({ id }) => id, attendance: ({ session }) => idOf(session) },
  due: async (context, span) => (await every(context, 'sessions', within('endsAt', span))).map(({ id }) => id),
  handle: async (context, id) => {
    // While it goes on, days are recorded one after the other, and nothing is asked yet.
    const facts = (await context.source.read()).session.get(id)
    if (facts && isGoingOn(facts, context.now)) return
    const evaluated = await evaluatedWith(context, id)
    if (!evaluated?.isAsked || !isNews(evaluated.endsAt, evaluated.rules.days, context.now)) return
    const people = await attendeesOf(context, evaluated.unit)
    const known = await pluck(
      context,
      'messages',
      { and: [{ kind: { equals: 'evaluation' } }, { registration: { in: people.map((one) => one.id) } }] },
      ['registration'],
    )
    const answered = await answeredAmong(
      context,
      people.map((one) => one.id),
    )
    const isTold = new Set([...known.map(({ registration }) => idOf(registration)), ...answered])
    await each(
      people.filter((one) => !isTold.has(one.id)),
      (one) => askForEvaluation(context, evaluated, one),
    )
  },
}

/** How long a certificate can have waited for an evaluation that is not required any more: as long as links hold. */
const LOOKED_BACK = { hours: 400 * 24 }

/** Certificates that waited are given once it is set that they need not wait. */
export const waivedEvaluations: Step = {
  name: 'waived-evaluations',
  follows: { events: ({ kind }) => (kind === 'evaluation.changed' ? EVERYTHING : undefined) },
  handle: async (context: Context) => {
    const [since, until] = [stampOf(context.now.subtract(LOOKED_BACK)), stampOf(context.now)]
    const over = await pluck(
      context,
      'sessions',
      { and: [{ endsAt: { greater_than: since } }, { endsAt: { less_than_equal: until } }] },
      ['endsAt'],
    )
    await each(over, ({ id }) => certificates.handle(context, id))
  },
}
