import type { Where } from 'payload'
import { SYSTEM } from '../../kernel/act.ts'
import { cancel } from './cancel.ts'
import { withSeats } from '../offers.ts'
import { ACTIVE } from '../states.ts'
import { idOf } from '../../kernel/related.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { rulesOf } from './rules.ts'
import { each } from '../../context/each.ts'

const registrationsWhere = async ({ payload }: Context, ...where: Where[]): Promise<Registration[]> => {
  const { docs } = await payload.find({
    collection: 'registrations',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    where: { and: where },
  })
  return docs
}

/** Sessions in which somebody waits or is offered a seat: free seats go to the next, offers that ran out end. */
const settleWaiting = async (context: Context): Promise<void> => {
  const waiting = await registrationsWhere(context, { status: { in: ['waitlisted', 'offered'] } })
  const sessions = [...new Set(waiting.map(({ session }) => idOf(session)))]
  const inOrder = sessions.map((id) => ({ id }))
  await each(context, inOrder, 'Seats of a session', async ({ id }) => {
    const { offers } = await rulesOf(context, id)
    await withSeats(actOf(context, SYSTEM), offers, async () => undefined)
  })
}

/** Sessions that we canceled: everybody's registration ends, at no cost. */
const settleCanceled = async (context: Context): Promise<void> => {
  const { docs } = await context.payload.find({
    collection: 'sessions',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    select: { cancelReason: true },
    where: { and: [{ status: { equals: 'canceled' } }, { _status: { equals: 'published' } }] },
  })
  if (docs.length === 0) return
  const reasons = new Map(docs.map(({ id, cancelReason }) => [id, cancelReason ?? '']))
  const left = await registrationsWhere(
    context,
    { session: { in: [...reasons.keys()] } },
    { status: { in: [...ACTIVE] } },
  )
  await each(context, left, 'Session canceled', async (registration) => {
    const session = idOf(registration.session)
    const { offers } = await rulesOf(context, session)
    await cancel(actOf(context, SYSTEM), registration, offers, { by: 'host', reason: reasons.get(session) })
  })
}

/** Purchase orders that did not come in time: the seat is free again, at no cost. */
const settleOrders = async (context: Context): Promise<void> => {
  const late = await registrationsWhere(
    context,
    { status: { equals: 'confirmed' } },
    { 'order.state': { equals: 'pending' } },
    { 'order.dueAt': { less_than: context.now.toString() } },
  )
  await each(context, late, 'Purchase order', async (registration) => {
    const { offers } = await rulesOf(context, idOf(registration.session))
    // Once it has begun the seat is used, order or not.
    if (offers.isOpen) await cancel(actOf(context, SYSTEM), registration, offers, { by: 'order' })
  })
}

/** What follows for registrations from their sessions and from the clock. */
export const settleSessions = async (context: Context): Promise<void> => {
  await settleCanceled(context)
  await settleOrders(context)
  await settleWaiting(context)
}
