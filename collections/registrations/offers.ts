import type { Registration } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { every } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { change, end, type Known } from './change.ts'
import { linesOf } from './lines.ts'
import { offerEnd, orderEnd, type Office } from './office.ts'
import { freeSeatKey, freeSeats } from './seats.ts'

/** What decides about offers in one session. `limit` null: no limit; `isOpen`: scheduled and not begun. */
export type OfferRules = {
  session: string
  limit: number | null
  isOpen: boolean
  startsAt: Temporal.Instant
  hours: number
  /** Business days a seat waits for a purchase order. */
  orderDays: number
  office: Office
  /** The same as they are when it is one's turn: the session may have changed since they were read. */
  again?: () => Promise<OfferRules>
}

/** A seat of one's own; it waits for its purchase order from now on, because time on the waitlist does not count. */
export const seated = ({ now }: Act, { order }: Known, { orderDays, office, startsAt }: OfferRules) => ({
  status: 'confirmed' as const,
  ...(order.state === 'pending' && {
    order: { ...order, dueAt: orderEnd(now, orderDays, office, startsAt).toString() },
  }),
})

/** Who waits in a session, or is offered a seat, in the order of the waitlist. */
export const inSession = (
  act: Act,
  session: string,
  status: 'waitlisted' | 'offered',
  limit = 0,
): Promise<Registration[]> =>
  every(
    act,
    'registrations',
    { and: [{ session: { equals: session } }, { status: { equals: status } }] },
    { sort: 'waitOrder', limit },
  )

/** Ends offers nobody took in time: they count as let go. */
const endOffers = async (act: Act, session: string): Promise<void> => {
  for (const offered of await inSession(act, session, 'offered')) {
    if (!offered.offerUntil || Temporal.Instant.compare(act.now, Temporal.Instant.from(offered.offerUntil)) <= 0)
      continue
    const isHeld = offered.mailbox === 'asked'
    const summary = isHeld ? `The mailbox of ${offered.name} did not answer` : `The offer to ${offered.name} ran out`
    await end(act, offered, isHeld ? 'mailbox' : 'offer', { what: 'canceled', summary })
  }
}

/** Holds a free seat for the first on the waitlist; false when there is nobody, no seat, or somebody was quicker. */
const offerNext = async (act: Act, { session, limit, startsAt, hours, office }: OfferRules): Promise<boolean> => {
  const tally = await linesOf(act.payload).reload(session)
  if (tally.waiting === 0 || freeSeats(tally, limit) === 0) return false
  const [head] = await inSession(act, session, 'waitlisted', 1)
  if (!head) return false
  const offer = {
    status: 'offered',
    seatKey: freeSeatKey({ session, person: idOf(head.person), limit }, tally)!,
    offerUntil: offerEnd(act.now, hours, office, startsAt).toString(),
  } as const
  const said = { what: `offered:${head.revision + 1}`, summary: `A seat is held for ${head.name}` }
  return (await change(act, head, offer, said)) !== undefined
}

/**
 * Brings the seats of a session in order: offers that ran out end, and each free seat is held for the next on the waitlist.
 * For who is in the session's line. Doing it again changes nothing.
 */
const fillSeats = async (act: Act, rules: OfferRules): Promise<void> => {
  await endOffers(act, rules.session)
  while (rules.isOpen && (await offerNext(act, rules)));
  await linesOf(act.payload).reload(rules.session)
}

/** Does the work in the session's line, and then gives free seats to those who wait. */
export const withSeats = <Result>(act: Act, rules: OfferRules, work: () => Promise<Result>): Promise<Result> =>
  linesOf(act.payload).inLine(rules.session, async () => {
    const result = await work()
    await fillSeats(act, (await rules.again?.()) ?? rules)
    return result
  })
