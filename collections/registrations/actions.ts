import type { Where } from 'payload'
import type { Attendance, Registration } from '#cms/payload-types.ts'
import type { Act } from '../act.ts'
import { record } from '../events/actions.ts'
import { compareAndSet, createUnlessTaken, type Fields } from '../keyed.ts'
import { idOf } from '../related.ts'
import type { Day } from '../values/day.ts'
import { linesOf } from './lines.ts'
import { settleSeats, type OfferRules } from './offers.ts'
import { PAYER_REASONS } from './payer.ts'
import { lowestFreeSeat, newcomerGetsSeat, activeKey, orderBetween, seatKey } from './seats.ts'
import { isActive } from './policy.ts'
import type { Canceler } from './states.ts'
import type { Done } from './view.ts'

/** A verb's registration as it was read; the verb is done only if it has not changed since. */
type Known = Registration

const unchanged = ({ status, revision }: Known): Where => ({
  and: [{ status: { equals: status } }, { revision: { equals: revision } }],
})

/** One write that depends on nothing having changed; it leaves consequences to derive. */
const change = (
  { payload }: Act,
  known: Known,
  data: Fields<'registrations'>,
  absent: ('seatKey' | 'activeKey' | 'offerUntil')[] = [],
): Promise<Registration | undefined> =>
  compareAndSet(
    payload,
    'registrations',
    known.id,
    unchanged(known),
    { ...data, revision: known.revision + 1, unsettled: true },
    absent,
  )

const log = (act: Act, known: Known, what: string, summary: string, reason?: string): Promise<void> =>
  record(act, {
    key: `registration:${known.id}:${what}`,
    kind: `registration.${what.split(':', 1)[0]!}`,
    summary,
    reason,
    registration: known.id,
    session: idOf(known.session),
  })

/** Does the work in the session's line, and then gives free seats to those who wait. */
export const withSeats = <Result>(act: Act, rules: OfferRules, work: () => Promise<Result>): Promise<Result> =>
  linesOf(act.payload).inLine(rules.session, async () => {
    const result = await work()
    await settleSeats(act, rules)
    return result
  })

const CHANGED = { ok: false, refusal: 'changed-meanwhile' } as const

/** Ends a registration as a whole. Whether that costs something follows from when it was, and is decided later as a case. */
export const cancel = (
  act: Act,
  known: Known,
  rules: OfferRules,
  { by, reason = '' }: { by: Canceler; reason?: string },
): Promise<Done> =>
  withSeats(act, rules, async () => {
    if (!isActive(known.status)) return { ok: false, refusal: 'already-canceled' }
    const done = await change(
      act,
      known,
      {
        status: 'canceled',
        canceledAt: act.now.toString(),
        canceledBy: by,
        canceledFrom: known.status,
        cancelReason: reason,
      },
      ['seatKey', 'activeKey', 'offerUntil'],
    )
    if (!done) return CHANGED
    await log(act, known, 'canceled', `${known.name}: canceled`, reason)
    return { ok: true }
  })

/** A day canceled by itself: `isOnTime` before its free deadline. */
export type CanceledDay = { date: Day; isOnTime: boolean }

/** Cancels days that lie weeks apart from the others, each for itself; the seat of the other days stays. */
export const cancelDays = async (act: Act, known: Known, days: readonly CanceledDay[], reason = ''): Promise<Done> => {
  if (known.status !== 'confirmed') return { ok: false, refusal: 'already-canceled' }
  for (const { date, isOnTime } of days) {
    const row: Fields<'attendance'> = {
      key: `${known.id}#${date}`,
      registration: known.id,
      session: idOf(known.session),
      person: idOf(known.person),
      name: known.name,
      date,
      state: 'canceled',
      minutes: 0,
      at: act.now.toString(),
      isOnTime,
      note: reason || undefined,
      feeState: 'none',
      revision: 1,
      unsettled: true,
    }
    const written: Attendance | undefined = await createUnlessTaken(act.payload, 'attendance', row)
    if (written) await log(act, known, `day-canceled:${date}`, `${known.name}: ${date} canceled`, reason)
  }
  await act.payload.db.updateOne({
    collection: 'registrations',
    id: known.id,
    data: { unsettled: true, revision: { $inc: 1 }, updatedAt: new Date().toISOString() },
  })
  return { ok: true }
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
      ? await change(act, known, { status: 'confirmed' }, ['offerUntil'])
      : await change(
          act,
          known,
          { status: 'canceled', canceledAt: act.now.toString(), canceledBy: 'person', canceledFrom: 'offered' },
          ['seatKey', 'activeKey', 'offerUntil'],
        )
    if (!done) return CHANGED
    await log(
      act,
      known,
      isAccepted ? 'accepted' : 'canceled',
      `${known.name} ${isAccepted ? 'took' : 'declined'} the seat`,
    )
    return { ok: true, status: isAccepted ? 'confirmed' : 'canceled' }
  })

/** Somebody who comes instead, known by the mailbox. */
export type Colleague = { person: string; name: string; email: string }

/**
 * Hands the seat to a colleague, in one write: the registration stays, its seat never moves, and the old link opens nothing
 * any more. Who pays stays as agreed.
 */
export const sendColleague = async (act: Act, known: Known, colleague: Colleague): Promise<Done> => {
  if (known.status !== 'confirmed') return { ok: false, refusal: 'substitution-not-allowed' }
  const session = idOf(known.session)
  const formerly = [
    ...((known.formerly as unknown[] | null) ?? []),
    { person: idOf(known.person), name: known.name, email: known.email, at: act.now.toString() },
  ]
  const done = await change(act, known, {
    ...colleague,
    activeKey: activeKey(session, colleague.person),
    formerly,
    mediaRelease: false,
    mailingList: false,
    linkVersion: known.linkVersion + 1,
  })
  if (!done) return { ok: false, refusal: 'colleague-not-possible' }
  await log(act, known, `substituted:${known.linkVersion + 1}`, `${colleague.name} comes instead of ${known.name}`)
  return { ok: true }
}

type GateDecision = { decision: 'waived' | 'refused'; reason: string }

/**
 * A registrar's word on a prerequisite. Waived: whoever waited for it gets a seat, or a place on the waitlist by the time of
 * asking. Refused: the registration ends, at no cost.
 */
export const decideGate = (
  act: Act,
  known: Known,
  rules: OfferRules,
  { decision, reason }: GateDecision,
): Promise<Done> =>
  withSeats(act, rules, async () => {
    if (!isActive(known.status)) return { ok: false, refusal: 'already-canceled' }
    const decided = {
      gate: decision,
      gateReason: reason,
      gateDecidedBy: act.actor.user,
      gateDecidedAt: act.now.toString(),
    }
    const done =
      decision === 'refused'
        ? await change(
            act,
            known,
            {
              ...decided,
              status: 'canceled',
              canceledAt: act.now.toString(),
              canceledBy: 'gate',
              canceledFrom: known.status,
              cancelReason: reason,
            },
            ['seatKey', 'activeKey', 'offerUntil'],
          )
        : await change(act, known, {
            ...decided,
            ...(known.status === 'requested' && (await placeOf(act, known, rules))),
          })
    if (!done) return CHANGED
    await log(act, known, `gate-${decision}:${known.revision + 1}`, `${known.name}: prerequisite ${decision}`, reason)
    return { ok: true }
  })

/** Where somebody stands whose request was granted. */
const placeOf = async (act: Act, { person }: Known, { session, limit }: OfferRules) => {
  const tally = await linesOf(act.payload).reload(session)
  if (!newcomerGetsSeat(tally, limit)) return { status: 'waitlisted' as const }
  const seat = limit === null ? `of-${idOf(person)}` : lowestFreeSeat(tally, limit)!
  return { status: 'confirmed' as const, seatKey: seatKey(session, seat) }
}

/** Moves somebody on the waitlist, right behind `after` (null: to the top). The reason is kept for everyone who asks. */
export const reorder = (act: Act, known: Known, after: string | null, reason: string): Promise<Done> =>
  linesOf(act.payload).inLine(idOf(known.session), async () => {
    const { docs } = await act.payload.find({
      collection: 'registrations',
      depth: 0,
      overrideAccess: true,
      pagination: false,
      sort: 'waitOrder',
      where: { and: [{ session: { equals: idOf(known.session) } }, { status: { equals: 'waitlisted' } }] },
    })
    const others = docs.filter(({ id }) => id !== known.id)
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

/** The district, host or sponsor does not pay: from now on the person does, and what was charged is billed anew. */
export const refuseBill = async (act: Act, known: Known, reason: string): Promise<Done> => {
  if (known.payer.kind === 'person') return CHANGED
  const done = await change(act, known, {
    payer: {
      kind: 'person',
      organization: null,
      name: known.name,
      email: known.email,
      address: null,
      reason: PAYER_REASONS.refused,
    },
    isRated: false,
  })
  if (!done) return CHANGED
  await log(
    act,
    known,
    `bill-refused:${known.revision + 1}`,
    `${known.payer.name} did not pay for ${known.name}`,
    reason,
  )
  return { ok: true }
}

/** Seats somebody of the waitlist who stands at the door, or whose offer was taken by telephone, while there is a seat. */
export const seatNow = (act: Act, known: Known, rules: OfferRules, reason: string): Promise<Done> =>
  linesOf(act.payload).inLine(rules.session, async () => {
    const isOffered = known.status === 'offered'
    if (!isOffered && known.status !== 'waitlisted') return CHANGED
    const tally = await linesOf(act.payload).reload(rules.session)
    const seat = rules.limit === null ? `of-${idOf(known.person)}` : lowestFreeSeat(tally, rules.limit)
    if (!isOffered && seat === undefined) return { ok: false, refusal: 'no-seat' }
    const done = await change(
      act,
      known,
      { status: 'confirmed', ...(!isOffered && { seatKey: seatKey(rules.session, seat!) }) },
      ['offerUntil'],
    )
    await linesOf(act.payload).reload(rules.session)
    if (!done) return CHANGED
    await log(act, known, `seated:${known.revision + 1}`, `${known.name} was given a seat by the desk`, reason)
    return { ok: true }
  })

/** The purchase order came. */
export const receiveOrder = async (act: Act, known: Known, number: string): Promise<Done> => {
  const done = await change(act, known, { order: { state: 'received', number, dueAt: null } })
  if (!done) return CHANGED
  await log(act, known, `order:${known.revision + 1}`, `Purchase order of ${known.name} received`)
  return { ok: true }
}

/** Consents hold from the moment they are given, and end the moment they are withdrawn. */
export const chooseConsents = async (
  act: Act,
  known: Known,
  consents: { mediaRelease: boolean; mailingList: boolean },
): Promise<Done> => {
  if (!(await change(act, known, consents))) return CHANGED
  const at = act.now.toString()
  await act.payload.update({
    collection: 'people',
    id: idOf(known.person),
    data: {
      mediaRelease: { given: consents.mediaRelease, changedAt: at },
      mailingList: { given: consents.mailingList, changedAt: at },
    },
    depth: 0,
    overrideAccess: true,
  })
  await log(act, known, `consents:${known.revision + 1}`, `${known.name} changed the consents`)
  return { ok: true }
}
