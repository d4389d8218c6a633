import type { Act } from '../kernel/act.ts'
import { consentGiven } from '../values/consents.ts'
import { idOf } from '../kernel/related.ts'
import { CHANGED, change, end, type Known } from './change.ts'
import { linesOf } from './lines.ts'
import { seated, withSeats, type OfferRules } from './offers.ts'
import { PAYER_REASONS } from './payer.ts'
import { agreementOf, isActive } from './policy.ts'
import type { HandedDays } from './handing-on.ts'
import { activeKey, freeSeatKey, isShared, namedSeatKey, newcomerGetsSeat, seatOf } from './seats.ts'
import { afterRefusal, mayDecide, type PermissionDecision } from './permission.ts'
import { UNDECIDED, type Done, type Participation } from './states.ts'
import { isOneOf } from '../values/list.ts'

/** Somebody who comes instead, known by the mailbox. */
export type Colleague = { person: string; name: string; email: string }

/** What was said of the former holder alone, and does not hold for a colleague: a waiver is looked at again. */
export const forSomebodyElse = ({ gate, agreed, permission }: Known, { name }: Colleague, at: string) => ({
  title: `${name}, ${agreementOf({ agreed }).course.title}`,
  needs: null,
  jobTitle: null,
  gate: gate === 'waived' ? ('declared' as const) : gate,
  ...(permission?.state && { permission: { state: 'asked' as const, at } }),
  gateStatement: null,
  gateReason: null,
  mediaRelease: false,
  mailingList: false,
})

/** How a colleague accepted the terms, and what they are. `asking` names the link it was done with; null: on paper. */
export type TakenOver = Pick<HandedDays, 'acceptance' | 'acceptedAt' | 'agreed' | 'asking'>

/** Bills that came to the person come to the colleague, who agreed to that; any other payer stays. */
export const payerAfter = ({ payer }: Known, { name, email }: Colleague): Known['payer'] =>
  payer.kind === 'person' ? { ...payer, name, email } : payer

/**
 * Hands the seat to a colleague who accepted the terms, in one write: the registration stays, its seat never moves, and the old
 * link opens nothing any more.
 */
export const sendColleague = async (
  act: Act,
  known: Known,
  colleague: Colleague,
  { acceptance, acceptedAt, agreed, asking }: TakenOver,
): Promise<Done> => {
  if (known.status !== 'confirmed') return { ok: false, refusal: 'substitution-not-allowed' }
  const session = idOf(known.session)
  const formerly = [
    ...((known.formerly as unknown[] | null) ?? []),
    { person: idOf(known.person), name: known.name, email: known.email, at: act.now.toString(), asking },
  ]
  const linkVersion = known.linkVersion + 1
  // A seat without a number is named by whose it is, and is free again for whoever gave it away.
  const isNamed = known.seatKey && !isShared(known.seatKey) && seatOf(known.seatKey) === undefined
  const done = await change(
    act,
    known,
    {
      ...colleague,
      ...forSomebodyElse(known, colleague, act.now.toString()),
      activeKey: activeKey(session, colleague.person),
      ...(isNamed && { seatKey: namedSeatKey(session, colleague.person) }),
      formerly,
      payer: payerAfter(known, colleague),
      agreed: { ...agreed },
      acceptance,
      acceptedAt,
      asked: null,
      linkVersion,
    },
    { what: `substituted:${linkVersion}`, summary: `${colleague.name} comes instead of ${known.name}` },
    ['answerBy'],
  )
  return done ? { ok: true } : { ok: false, refusal: 'colleague-not-possible' }
}

const PERMISSION_NAMES: Partial<Record<Participation, string>> = {
  guest: 'written permission',
  hosted: 'promise to pay',
}

type GateDecision = { decision: 'waived' | 'refused'; reason: string }

/** Where somebody stands whose request was granted. */
const placeOf = async (act: Act, known: Known, given: OfferRules) => {
  const rules = (await given.again?.()) ?? given
  const { session, limit } = rules
  const tally = await linesOf(act.payload).reload(session)
  if (!newcomerGetsSeat(tally, limit)) return { status: 'waitlisted' as const }
  return { ...seated(act, known, rules), seatKey: freeSeatKey({ session, person: idOf(known.person), limit }, tally)! }
}

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
    if (known.gate === decision) return { ok: true }
    if (!isOneOf(UNDECIDED, known.gate)) return CHANGED
    const decided = {
      gate: decision,
      gateReason: reason,
      gateDecidedBy: act.actor.user,
      gateDecidedAt: act.now.toString(),
    }
    const summary = `${known.name}: prerequisite ${decision}`
    const said = { what: `gate-${decision}:${known.revision + 1}`, summary, reason }
    const place = decision === 'waived' && known.status === 'requested' ? await placeOf(act, known, rules) : {}
    const done =
      decision === 'refused'
        ? await end(act, known, 'gate', said, { ...decided, cancelReason: reason })
        : await change(act, known, { ...decided, ...place }, said)
    return done ? { ok: true } : CHANGED
  })

type Decided = { decision: PermissionDecision; reason: string; startsAt: Temporal.Instant }

/**
 * A registrar's word on a district's permission or promise: it came, it holds, or the district refused. What a refusal does to the
 * place, `afterRefusal` says.
 */
export const decidePermission = async (
  act: Act,
  known: Known,
  { decision, reason, startsAt }: Decided,
): Promise<Done> => {
  if (known.permission?.state === decision) return { ok: true }
  if (!mayDecide(known, decision, reason)) return CHANGED
  const permission = { state: decision, at: act.now.toString(), reason: reason.trim(), decidedBy: act.actor.user }
  const ends = decision === 'refused' && afterRefusal(known.participation, startsAt, act.now) === 'ends'
  const said = {
    what: `permission-${decision}:${known.revision + 1}`,
    summary: `${known.name}: ${PERMISSION_NAMES[known.participation] ?? 'permission'} ${decision}`,
    reason: reason.trim() || undefined,
  }
  const done = ends
    ? await end(act, known, 'permission', said, { permission, cancelReason: reason.trim() })
    : await change(act, known, { permission }, said)
  if (!done) return CHANGED
  if (decision === 'refused' && afterRefusal(known.participation, startsAt, act.now) === 'person-pays')
    return refuseBill(act, done, reason)
  return { ok: true }
}

/** The district, host or sponsor does not pay: from now on the person does, and what was charged is billed anew. */
export const refuseBill = async (act: Act, known: Known, reason: string): Promise<Done> => {
  if (known.payer.kind === 'person') return CHANGED
  const payer = {
    kind: 'person',
    organization: null,
    name: known.name,
    email: known.email,
    address: null,
    reason: PAYER_REASONS.refused,
    correctedAt: null,
    refusedBy: known.payer.name,
    refusedReason: reason,
  } as const
  const summary = `${known.payer.name} did not pay for ${known.name}`
  const done = await change(act, known, { payer }, { what: `bill-refused:${known.revision + 1}`, summary, reason })
  return done ? { ok: true } : CHANGED
}

/** The purchase order came. */
export const receiveOrder = async (act: Act, known: Known, number: string): Promise<Done> => {
  const order = { state: 'received', number, dueAt: null } as const
  const summary = `Purchase order of ${known.name} received`
  const done = await change(act, known, { order }, { what: `order:${known.revision + 1}`, summary })
  return done ? { ok: true } : CHANGED
}

/** Replaces the link that was sent, which may have got into other hands: it opens nothing any more, and a letter brings the new one. */
export const replaceLink = async (act: Act, known: Known): Promise<Done> => {
  // An offer has a link of its own, and ends by itself.
  if (!isOneOf(['confirmed', 'waitlisted', 'requested'], known.status)) return CHANGED
  const linkVersion = known.linkVersion + 1
  const said = { what: `link-replaced:${linkVersion}`, summary: `${known.name}: the link was replaced by a new one` }
  return (await change(act, known, { linkVersion }, said)) ? { ok: true } : CHANGED
}

/** Consents hold from the moment they are given, and end the moment they are withdrawn. */
export const chooseConsents = async (
  act: Act,
  known: Known,
  consents: { mediaRelease: boolean; mailingList: boolean },
): Promise<Done> => {
  const said = { what: `consents:${known.revision + 1}`, summary: `${known.name} changed the consents` }
  if (!(await change(act, known, consents, said))) return CHANGED
  const at = act.now.toString()
  await act.payload.update({
    collection: 'people',
    id: idOf(known.person),
    data: {
      mediaRelease: consentGiven('mediaRelease', consents.mediaRelease, at),
      mailingList: consentGiven('mailingList', consents.mailingList, at),
    },
    depth: 0,
    overrideAccess: true,
  })
  return { ok: true }
}
