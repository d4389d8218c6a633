import type { Payload } from 'payload'
import type { Registration } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { count } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { CHANGED, change, end, type Known } from './change.ts'
import { linesOf } from './lines.ts'
import { inSession, seated, withSeats, type OfferRules } from './offers.ts'
import { freeSeatKey, orderBetween, waitKey } from './seats.ts'
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
    const how = known.mailbox === 'asked' ? 'confirmed the mailbox and keeps' : 'took'
    const took = { what: 'accepted', summary: `${known.name} ${how} the seat` }
    const declined = { what: 'canceled', summary: `${known.name} declined the seat` }
    const seat = { ...seated(act, known, rules), mailbox: 'confirmed' as const }
    const done =
      answer === 'accept'
        ? await change(act, known, seat, took, ['offerUntil'])
        : await end(act, known, 'person', declined)
    return done ? { ok: true, status: answer === 'accept' ? 'confirmed' : 'canceled' } : CHANGED
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
    const summary = `${known.name} moved to place ${at + 1} of the waitlist`
    // Somebody else who is moved there at this moment has the same number, and then only one of the two is moved.
    const place = { waitOrder, waitKey: waitKey(idOf(known.session), waitOrder) }
    const done = await change(act, known, place, { what: `moved:${known.revision + 1}`, summary, reason })
    return done ? { ok: true } : CHANGED
  })

/** Seats somebody of the waitlist who stands at the door, or whose offer was taken by telephone, while there is a seat. */
export const seatNow = (act: Act, known: Known, given: OfferRules, reason: string): Promise<Done> =>
  linesOf(act.payload).inLine(given.session, async () => {
    const rules = (await given.again?.()) ?? given
    const isOffered = known.status === 'offered'
    if (!isOffered && known.status !== 'waitlisted') return CHANGED
    const tally = await linesOf(act.payload).reload(rules.session)
    const seatKey = freeSeatKey({ ...rules, person: idOf(known.person) }, tally)
    if (!isOffered && seatKey === undefined) return { ok: false, refusal: 'no-seat' }
    const seat = { ...seated(act, known, rules), ...(!isOffered && { seatKey }) }
    const summary = `${known.name} was given a seat by the desk`
    const done = await change(act, known, seat, { what: `seated:${known.revision + 1}`, summary, reason }, [
      'offerUntil',
    ])
    await linesOf(act.payload).reload(rules.session)
    return done ? { ok: true } : CHANGED
  })
