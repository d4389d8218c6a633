import type { Registration } from '#cms/payload-types.ts'
import type { Act } from '../act.ts'
import { record } from '../events/actions.ts'
import { compareAndSet } from '../keyed.ts'
import { idOf } from '../related.ts'
import { linesOf } from './lines.ts'
import { offerEnd, type Office } from './office.ts'
import { freeSeats, lowestFreeSeat, seatKey } from './seats.ts'

/** What decides about offers in one session. `limit` null: no limit; `isOpen`: scheduled and not begun. */
export type OfferRules = {
  session: string
  limit: number | null
  isOpen: boolean
  startsAt: Temporal.Instant
  hours: number
  office: Office
}

const inSession = async (
  { payload }: Act,
  session: string,
  status: 'waitlisted' | 'offered',
  limit?: number,
): Promise<Registration[]> => {
  const { docs } = await payload.find({
    collection: 'registrations',
    depth: 0,
    limit: limit ?? 0,
    overrideAccess: true,
    pagination: false,
    sort: 'waitOrder',
    where: { and: [{ session: { equals: session } }, { status: { equals: status } }] },
  })
  return docs
}

/** Ends offers nobody took in time: they count as let go. */
const endOffers = async (act: Act, session: string): Promise<void> => {
  for (const offered of await inSession(act, session, 'offered')) {
    if (!offered.offerUntil || Temporal.Instant.compare(act.now, Temporal.Instant.from(offered.offerUntil)) <= 0)
      continue
    const ended = await compareAndSet(
      act.payload,
      'registrations',
      offered.id,
      { and: [{ status: { equals: 'offered' } }, { revision: { equals: offered.revision } }] },
      {
        status: 'canceled',
        canceledAt: act.now.toString(),
        canceledBy: 'offer',
        canceledFrom: 'offered',
        revision: offered.revision + 1,
        unsettled: true,
      },
      ['seatKey', 'activeKey'],
    )
    if (ended)
      await record(act, {
        key: `registration:${offered.id}:canceled`,
        kind: 'registration.canceled',
        summary: `The offer to ${offered.name} ran out`,
        registration: offered.id,
        session,
      })
  }
}

/** Holds a free seat for the first on the waitlist; false when there is nobody, no seat, or somebody was quicker. */
const offerNext = async (act: Act, { session, limit, startsAt, hours, office }: OfferRules): Promise<boolean> => {
  const tally = await linesOf(act.payload).reload(session)
  if (tally.waiting === 0 || freeSeats(tally, limit) === 0) return false
  const [head] = await inSession(act, session, 'waitlisted', 1)
  if (!head) return false
  const until = offerEnd(act.now, hours, office, startsAt)
  const seat = limit === null ? `of-${idOf(head.person)}` : lowestFreeSeat(tally, limit)!
  const offered = await compareAndSet(
    act.payload,
    'registrations',
    head.id,
    { and: [{ status: { equals: 'waitlisted' } }, { revision: { equals: head.revision } }] },
    {
      status: 'offered',
      seatKey: seatKey(session, seat),
      offerUntil: until.toString(),
      revision: head.revision + 1,
      unsettled: true,
    },
  )
  if (offered)
    await record(act, {
      key: `registration:${head.id}:offered:${head.revision + 1}`,
      kind: 'registration.offered',
      summary: `A seat is held for ${head.name}`,
      registration: head.id,
      session,
    })
  return offered !== undefined
}

/**
 * Brings the seats of a session in order: offers that ran out end, and each free seat is held for the next on the waitlist.
 * For who is in the session's line. Doing it again changes nothing.
 */
export const settleSeats = async (act: Act, rules: OfferRules): Promise<void> => {
  await endOffers(act, rules.session)
  while (rules.isOpen && (await offerNext(act, rules)));
  await linesOf(act.payload).reload(rules.session)
}
