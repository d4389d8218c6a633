import type { Actor } from '../../kernel/act.ts'
import * as actions from '../actions.ts'
import { cancel, cancelDays } from './cancel.ts'
import { agreementOf, freeUntil, isFreeAt } from '../policy.ts'
import type { Done } from '../states.ts'
import * as waitlist from '../waitlist.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { Day } from '../../values/day.ts'
import { actOf, type Context } from '../../context/context.ts'
import type { Managed } from './managed.ts'
import { rulesOf } from './rules.ts'

// What a registrar does with a registration, by its id.

/** Reads a registration as it is now and does something with it; what follows is derived soon after. */
const on = async <Value extends object = object>(
  context: Context,
  id: string,
  work: (managed: Managed) => Promise<Done<Value>>,
): Promise<Done<Value>> => {
  const registration = await one(context, 'registrations', id)
  if (!registration) return { ok: false, refusal: 'invalid' }
  const done = await work({ registration, rules: await rulesOf(context, idOf(registration.session)) })
  context.settleSoon()
  return done
}

/** Cancels everything for somebody who called or wrote; late or on time counts as if they had done it themselves. */
export const cancelForPerson = (context: Context, actor: Actor, id: string, reason: string): Promise<Done> =>
  on(context, id, ({ registration, rules }) =>
    cancel(actOf(context, actor), registration, rules.offers, { by: 'staff', reason }),
  )

/** Cancels the events these days belong to, each for itself. */
export const cancelDaysForPerson = (
  context: Context,
  actor: Actor,
  id: string,
  days: readonly Day[],
  reason: string,
): Promise<Done> =>
  on(context, id, async ({ registration, rules }) => {
    const events = rules.events.filter((event) => event.days.some((day) => days.includes(day)))
    if (events.length === 0) return { ok: false, refusal: 'unknown-days' }
    const agreed = agreementOf(registration)
    const canceled = events.flatMap((event) => {
      const isOnTime = isFreeAt(freeUntil(event, agreed), context.clock())
      return event.days.map((date) => ({ date, isOnTime }))
    })
    return cancelDays(actOf(context, actor), registration, canceled, reason)
  })

export const decideGate = (
  context: Context,
  actor: Actor,
  id: string,
  decision: 'waived' | 'refused',
  reason: string,
): Promise<Done> =>
  on(context, id, ({ registration, rules }) =>
    actions.decideGate(actOf(context, actor), registration, rules.offers, { decision, reason }),
  )

/** Moves somebody on the waitlist right behind another; null moves to the top. */
export const reorder = (
  context: Context,
  actor: Actor,
  id: string,
  after: string | null,
  reason: string,
): Promise<Done> =>
  on(context, id, ({ registration }) => waitlist.reorder(actOf(context, actor), registration, after, reason))

export const seatNow = (context: Context, actor: Actor, id: string, reason: string): Promise<Done> =>
  on(context, id, ({ registration, rules }) =>
    waitlist.seatNow(actOf(context, actor), registration, rules.offers, reason),
  )

export const refuseBill = (context: Context, actor: Actor, id: string, reason: string): Promise<Done> =>
  on(context, id, ({ registration }) => actions.refuseBill(actOf(context, actor), registration, reason))

export const receiveOrder = (context: Context, actor: Actor, id: string, number: string): Promise<Done> =>
  on(context, id, ({ registration }) => actions.receiveOrder(actOf(context, actor), registration, number))
