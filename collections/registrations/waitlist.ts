import type { Payload } from 'payload'
import type { Registration } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { count } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { CHANGED, change, end, log, type Known } from './change.ts'
import { linesOf } from './lines.ts'
import { inSession, seated, withSeats, type OfferRules } from './offers.ts'
import { freeSeatKey, orderBetween } from './seats.ts'
import type { Done } from './states.ts'

type Waiting = Pick<Registration, 'session' | 'status' | 'waitOrder'>

/** The place on the waitlist, from 1; null for whoever does not wait. */
export const positionOf = async (payload: Payload, { session, status, waitOrder }: Waiting): Promise<number | null> => {
  if (status !== 'waitlisted') return null
  const before = await count({ payload }, 'registrations', {
    and: [
      { session: { equals: idOf(session) } },
      { status: { equals: 'waitlisted' } },
      { waitOrder: { less_than: waitOrder } },
    ],
  })
  return before + 1
}

/** Takes an offered seat, until the offer ends, or lets it go to the next. */
export const answerOffer = (
  act: Act,
  known: Known,
  rules: OfferRules,
  answer: 'accept' | 'decline',
): Promise<Done<{ status: 'confirmed' | 'canceled' }>> =>
  withSeats(act, rules, async () => {
    if (known.status !== 'offered' || !known.offerUntil) return { ok: false, refusal: 'no-offer' }
    if (Temporal.Instant.compare(act.now, Temporal.Instant.from(known.offerUntil)) > 0)
      return { ok: false, refusal: 'offer-over' }
    const isAccepted = answer === 'accept'
    const done = isAccepted
      ? await change(act, known, { ...seated(act, known, rules), mailbox: 'confirmed' }, ['offerUntil'])
      : await end(act, known, 'person')
    if (!done) return CHANGED
    await log(
      act,
      known,
      isAccepted ? 'accepted' : 'canceled',
      `${known.name} ${isAccepted ? (known.mailbox === 'asked' ? 'confirmed the mailbox and keeps' : 'took') : 'declined'} the seat`,
    )
    return { ok: true, status: isAccepted ? 'confirmed' : 'canceled' }
  })

/** Moves somebody on the waitlist, right behind `after` (null: to the top). The reason is kept for everyone who asks. */
export const reorder = (act: Act, known: Known, after: string | null, reason: string): Promise<Done> =>
  linesOf(act.payload).inLine(idOf(known.session), async () => {
    const waiting = await inSession(act, idOf(known.session), 'waitlisted')
    const others = waiting.filter(({ id }) => id !== known.id)
    const at = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1
    const isStale = known.status !== 'waitlisted' || (after !== null && at === 0)
    if (isStale) return CHANGED
    const waitOrder = orderBetween(others[at - 1]?.waitOrder, others[at]?.waitOrder)
    if (!(await change(act, known, { waitOrder }))) return CHANGED
    await log(
      act,
      known,
      `moved:${known.revision + 1}`,
      `${known.name} moved to place ${at + 1} of the waitlist`,
      reason,
    )
    return { ok: true }
  })

/** Seats somebody of the waitlist who stands at the door, or whose offer was taken by telephone, while there is a seat. */
export const seatNow = (act: Act, known: Known, rules: OfferRules, reason: string): Promise<Done> =>
  linesOf(act.payload).inLine(rules.session, async () => {
    const isOffered = known.status === 'offered'
    if (!isOffered && known.status !== 'waitlisted') return CHANGED
    const tally = await linesOf(act.payload).reload(rules.session)
    const seatKey = freeSeatKey({ ...rules, person: idOf(known.person) }, tally)
    if (!isOffered && seatKey === undefined) return { ok: false, refusal: 'no-seat' }
    const seat = { ...seated(act, known, rules), ...(!isOffered && { seatKey }) }
    const done = await change(act, known, seat, ['offerUntil'])
    await linesOf(act.payload).reload(rules.session)
    if (!done) return CHANGED
    await log(act, known, `seated:${known.revision + 1}`, `${known.name} was given a seat by the desk`, reason)
    return { ok: true }
  })
