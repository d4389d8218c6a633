import type { Where } from 'payload'
import { SYSTEM } from '../../kernel/act.ts'
import { cancel, endWhole } from './cancel.ts'
import { withSeats } from '../offers.ts'
import { ACTIVE } from '../states.ts'
import { idOf } from '../../kernel/related.ts'
import { actOf } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { count, every, one, pluck } from '../../kernel/queries.ts'
import { stampOf, within, type Step } from '../../followups/service/step.ts'
import { rulesOf } from './rules.ts'

/** Sessions in which somebody waits or is offered a seat: free seats go to the next, offers that ran out end. */
export const freeSeats: Step = {
  name: 'free-seats',
  follows: { registrations: ({ session }) => idOf(session), sessions: ({ id }) => id },
  due: async (context, { until }) => {
    const late: Where = { and: [{ status: { equals: 'offered' } }, { offerUntil: { less_than: stampOf(until) } }] }
    return (await pluck(context, 'registrations', late, ['session'], { sort: 'offerUntil' })).map(({ session }) =>
      idOf(session),
    )
  },
  handle: async (context, session) => {
    const waiting: Where = { and: [{ session: { equals: session } }, { status: { in: ['waitlisted', 'offered'] } }] }
    if ((await count(context, 'registrations', waiting)) === 0) return
    const { offers } = await rulesOf(context, session)
    await withSeats(actOf(context, SYSTEM), offers, async () => undefined)
  },
}

/** Sessions that we canceled: everybody's registration ends, at no cost. */
export const canceledSessions: Step = {
  name: 'canceled-sessions',
  follows: { sessions: ({ id }) => id, registrations: ({ session }) => idOf(session) },
  handle: async (context, id) => {
    const session = await one(context, 'sessions', id)
    if (session?.status !== 'canceled' || session._status !== 'published') return
    const left = await every(context, 'registrations', {
      and: [{ session: { equals: id } }, { status: { in: [...ACTIVE] } }],
    })
    if (left.length === 0) return
    const { offers } = await rulesOf(context, session)
    const act = actOf(context, SYSTEM)
    const because = { by: 'host', reason: session.cancelReason ?? '' } as const
    await withSeats(act, offers, () => each(left, (registration) => endWhole(act, registration, because)))
  },
}

/** Purchase orders that did not come in time: the seat is free again, at no cost. */
export const lateOrders: Step = {
  name: 'late-orders',
  // Who waited meanwhile can have a seat only after the order should have come.
  follows: { registrations: ({ id, status }) => (status === 'confirmed' ? id : undefined) },
  // Sorted, so that the database looks for it by its own index and not through everybody.
  due: async (context, span) => {
    const late = { and: [{ 'order.state': { equals: 'pending' } }, within('order.dueAt', span)] } satisfies Where
    return (await every(context, 'registrations', late, { sort: 'order.dueAt' })).map(({ id }) => id)
  },
  handle: async (context, id) => {
    const registration = await one(context, 'registrations', id)
    if (registration?.status !== 'confirmed' || registration.order.state !== 'pending') return
    const { dueAt } = registration.order
    if (!dueAt || Temporal.Instant.compare(context.now, Temporal.Instant.from(dueAt)) <= 0) return
    const { offers } = await rulesOf(context, idOf(registration.session))
    // Once it has begun the seat is used, order or not.
    if (offers.isOpen) await cancel(actOf(context, SYSTEM), registration, offers, { by: 'order' })
  },
}
