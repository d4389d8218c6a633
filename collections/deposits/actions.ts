import type { Deposit, Registration } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { change, create } from '../kernel/change.ts'
import type { Entry } from '../kernel/audit.ts'
import type { Fields } from '../kernel/keyed.ts'
import { agreementOf } from '../registrations/policy.ts'
import { first, one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { dayIn, formatDay, type Day } from '../values/day.ts'
import { formatMoney, type Cents } from '../values/money.ts'
import { amountsOf } from './amounts.ts'
import { checkCase, type CheckCase } from './queries.ts'
import { dueAfterMove, dueWhenAsked, heldDays, type CheckDue } from './due.ts'
import {
  refusalToDeposit,
  refusalToReceive,
  refusalToRefund,
  refusalToReturn,
  refusalToUnreceive,
  refusalToVoid,
  MOVED,
  MOVED_DATE,
  RELEASED,
  VOID_REASONS,
  type CheckRefusal,
} from './policy.ts'
import { isSecond, proposedOf } from './second.ts'
import { DEPOSIT_STATE_LABELS } from './states.ts'

export type CheckDone = { ok: true } | { ok: false; refusal: CheckRefusal }

/** Names a step of a check once for all time; states that can be come to more than once carry the revision. */
const stepKey = ({ id, state, revision }: Deposit): string => {
  const isFirst = (state === 'due' && revision === 1) || (state === 'received' && revision === 2)
  const isOnce = isFirst || ['returned', 'deposited', 'void'].includes(state)
  return isOnce ? `deposit:${id}:${state}` : `deposit:${id}:${state}:${revision}`
}

const entryOf = (deposit: Deposit, summary: string): Entry => ({
  key: stepKey(deposit),
  kind: 'deposit.changed',
  summary,
  registration: deposit.registration,
  session: deposit.session,
  reason: deposit.reason ?? undefined,
  data: { state: deposit.state, number: deposit.checkNumber, ...amountsOf(deposit) },
})

/** What the audit log says of the state a check is in now. It is written once, whoever writes it. */
export const checkEntry = (deposit: Deposit): Entry => {
  const { asked, received, kept, toRefund, refunded } = amountsOf(deposit)
  const parts = [
    formatMoney(received || asked || deposit.dueCents),
    (toRefund > 0 || refunded > 0) && `${formatMoney(kept)} kept`,
    toRefund > 0 && `${formatMoney(toRefund)} to be refunded`,
    refunded > 0 && `${formatMoney(refunded)} refunded`,
  ].filter(Boolean)
  return entryOf(deposit, `${DEPOSIT_STATE_LABELS[deposit.state]}: ${deposit.name}, ${parts.join(', ')}`)
}

/**
 * Asks for the check a guest agreed to send; nothing for anyone else, and nothing the second time, because the registration
 * is the key. A place on a waitlist asks for none yet. `current`: by when the rule asks for it, for the days as they are now.
 */
export const askForCheck = async (
  act: Act,
  registration: Registration,
  current: CheckDue | null = null,
): Promise<Deposit | undefined> => {
  const { check } = agreementOf(registration)
  if (!check || registration.participation !== 'guest' || registration.status !== 'confirmed') return undefined
  const session = await one(act, 'sessions', idOf(registration.session))
  if (!session) return undefined
  const { due, lastMailDay } = dueWhenAsked(check, current, heldDays(session.days), dayIn(act.now, session.timeZone))
  const asked = {
    key: registration.id,
    registration: registration.id,
    session: registration.session,
    person: registration.person,
    name: registration.name,
    state: 'due',
    dueCents: check.cents,
    dueOn: due,
    lastMailDay,
  } as const
  const summary = `Check due ${formatDay(due, 'en', 'short')}: ${registration.name}`
  return create(act, 'deposits', asked, (deposit) => entryOf(deposit, summary))
}

/**
 * A session that was moved moves the day by which a check is waited for, in the guest's favor but not beyond the first day;
 * true when it did, and the guest has to be told.
 */
export const moveDueDay = async (act: Act, found: CheckCase, current: CheckDue | null): Promise<boolean> => {
  const { deposit, session } = found
  if (deposit.state !== 'due') return false
  const { due, lastMailDay } = dueAfterMove(
    { due: deposit.dueOn, lastMailDay: deposit.lastMailDay },
    current,
    heldDays(session.days),
    dayIn(act.now, session.timeZone),
  )
  if (due === deposit.dueOn && lastMailDay === deposit.lastMailDay) return false
  const done = await move(act, deposit, { state: 'due', dueOn: due, lastMailDay, reason: MOVED })
  return done.ok
}

/**
 * The check of a guest who was moved to another date is about that one; one that is waited for may come later by the rule there.
 * Doing it again changes nothing.
 */
export const takeCheckAlong = async (act: Act, registration: Registration, current: CheckDue | null): Promise<void> => {
  const found = await first(act, 'deposits', { key: { equals: registration.id } })
  if (!found || idOf(found.session) === idOf(registration.session)) return
  const session = await one(act, 'sessions', idOf(registration.session))
  if (!session) return
  const { due, lastMailDay } = dueAfterMove(
    { due: found.dueOn, lastMailDay: found.lastMailDay },
    current,
    heldDays(session.days),
    dayIn(act.now, session.timeZone),
  )
  const later = found.state === 'due' ? { dueOn: due, lastMailDay, reason: MOVED_DATE } : {}
  await change(act, 'deposits', found, { session: registration.session, ...later }, checkEntry)
}

/** The one write of every move: only from the state and revision that were looked at. */
const move = async (
  act: Act,
  deposit: Deposit,
  fields: Fields<'deposits'> & Pick<Deposit, 'state'>,
): Promise<CheckDone> => {
  const moved = await change(
    act,
    'deposits',
    deposit,
    { ...fields, proposed: null, decidedBy: act.actor.user },
    checkEntry,
  )
  return moved ? { ok: true } : { ok: false, refusal: 'changed-meanwhile' }
}

const caseOf = async (act: Act, id: string): Promise<CheckCase | undefined> => {
  const deposit = await one(act, 'deposits', id)
  return deposit ? checkCase(act.payload, deposit, act.now) : undefined
}

const refused = (refusal: CheckRefusal): CheckDone => ({ ok: false, refusal })

/** The numbers of the checks that came, in order: of one, and of another that brought what was missing. */
const numbersOf = ({ checkNumber }: Deposit): string[] => checkNumber?.split(', ') ?? []

/** A check came: its number, its amount in cents, and the day it came. The same form sent twice is written down once. */
export const receive = async (
  act: Act,
  id: string,
  given: { number: string; cents: Cents; day: Day; confirmed?: Cents },
): Promise<CheckDone> => {
  const deposit = await one(act, 'deposits', id)
  if (!deposit) return refused('not-found')
  const number = given.number.trim()
  const isSame = deposit.receivedOn === given.day && numbersOf(deposit).at(-1) === number
  if (deposit.state === 'received' && isSame) return { ok: true }
  const refusal = refusalToReceive(deposit, given, dayIn(act.now, act.zone))
  if (refusal) return refused(refusal)
  const { received } = amountsOf(deposit)
  return move(act, deposit, {
    state: 'received',
    checkNumber: [...(received > 0 ? numbersOf(deposit) : []), number].join(', '),
    receivedCents: received + given.cents,
    receivedOn: given.day,
  })
}

/** A check was written down by mistake: it is waited for again, and the guest is told. */
export const unreceive = async (act: Act, id: string, reason: string): Promise<CheckDone> => {
  const deposit = await one(act, 'deposits', id)
  if (!deposit) return refused('not-found')
  const refusal = refusalToUnreceive(deposit.state, reason)
  if (refusal) return refused(refusal)
  return move(act, deposit, {
    state: 'due',
    checkNumber: null,
    receivedCents: null,
    receivedOn: null,
    reason: reason.trim(),
  })
}

/** A check was sent back, on that day. */
export const giveBack = async (act: Act, id: string, given: { day: Day; reason: string }): Promise<CheckDone> => {
  const found = await caseOf(act, id)
  if (!found) return refused('not-found')
  const refusal = refusalToReturn(found.deposit.state, found.task.do, given, dayIn(act.now, act.zone))
  if (refusal) return refused(refusal)
  return move(act, found.deposit, {
    state: 'returned',
    closedOn: given.day,
    ...(given.reason.trim() && { reason: given.reason.trim() }),
  })
}

const proposalEntry =
  (what: string) =>
  (deposit: Deposit): Entry => ({
    key: `deposit:${deposit.id}:proposed:${deposit.revision}`,
    kind: 'deposit.proposed',
    summary: `${what}: ${deposit.name}`,
    registration: deposit.registration,
    session: deposit.session,
  })

/** The first of two people says what is to be deposited; the second confirms it. */
export const proposeDeposit = async (
  act: Act,
  id: string,
  given: { cents: Cents; day: Day; reason: string },
): Promise<CheckDone> => {
  const found = await caseOf(act, id)
  if (!found) return refused('not-found')
  const refusal = refusalToDeposit(found.deposit.state, found.task, given, dayIn(act.now, act.zone))
  if (refusal) return refused(refusal)
  const { name, user = null } = act.actor
  const proposed = { ...given, reason: given.reason.trim(), by: name, user, at: act.now.toString() }
  const entry = proposalEntry(`${formatMoney(given.cents)} to be deposited, waits for a second person`)
  const written = await change(act, 'deposits', found.deposit, { proposed }, entry)
  return written ? { ok: true } : refused('changed-meanwhile')
}

/** Somebody else agrees, and the check counts as deposited as the first person wrote down. */
export const confirmDeposit = async (act: Act, id: string): Promise<CheckDone> => {
  const found = await one(act, 'deposits', id)
  const proposed = found && proposedOf(found)
  if (!proposed) return refused(found ? 'not-now' : 'not-found')
  return isSecond(proposed, act.actor) ? deposit(act, id, proposed) : refused('needs-second')
}

/** What was proposed is taken back, by either of the two. */
export const withdrawDeposit = async (act: Act, id: string): Promise<CheckDone> => {
  const found = await one(act, 'deposits', id)
  if (!found || !proposedOf(found)) return refused(found ? 'not-now' : 'not-found')
  const written = await change(
    act,
    'deposits',
    found,
    { proposed: null },
    proposalEntry('Not to be deposited after all'),
  )
  return written ? { ok: true } : refused('changed-meanwhile')
}

/** A check was taken to the bank for approved fees; `cents` is what is kept of it, and the rest is to be refunded. */
export const deposit = async (
  act: Act,
  id: string,
  given: { cents: Cents; day: Day; reason: string },
): Promise<CheckDone> => {
  const found = await caseOf(act, id)
  if (!found) return refused('not-found')
  const refusal = refusalToDeposit(found.deposit.state, found.task, given, dayIn(act.now, act.zone))
  if (refusal) return refused(refusal)
  return move(act, found.deposit, {
    state: given.cents < amountsOf(found.deposit).received ? 'refund-due' : 'deposited',
    depositedCents: given.cents,
    closedOn: given.day,
    reason: given.reason.trim(),
  })
}

/** What was to be refunded of a check was sent to the guest, on that day and in that way. */
export const refund = async (act: Act, id: string, given: { day: Day; reference: string }): Promise<CheckDone> => {
  const found = await one(act, 'deposits', id)
  if (!found) return refused('not-found')
  const refusal = refusalToRefund(found.state, given, dayIn(act.now, act.zone))
  if (refusal) return refused(refusal)
  const { refunded, toRefund } = amountsOf(found)
  return move(act, found, {
    state: 'refunded',
    refundedCents: refunded + toRefund,
    refundedOn: given.day,
    refundReference: given.reference.trim(),
  })
}

/** Keeps less of a deposited check once a fee it paid for was taken back; true when that was so. */
export const releaseIfWaived = async (act: Act, found: CheckCase): Promise<boolean> => {
  if (found.task.do !== 'release') return false
  const done = await move(act, found.deposit, {
    state: 'refund-due',
    depositedCents: found.task.cents,
    reason: RELEASED,
  })
  return done.ok
}

/** No check is waited for any more. */
export const giveUp = async (act: Act, id: string, reason: string): Promise<CheckDone> => {
  const found = await one(act, 'deposits', id)
  if (!found) return refused('not-found')
  const refusal = refusalToVoid(found.state, reason)
  if (refusal) return refused(refusal)
  return move(act, found, { state: 'void', closedOn: dayIn(act.now, act.zone), reason: reason.trim() })
}

/** Gives up a check that the rules no longer ask for; true when that was so. */
export const voidIfNeedless = async (act: Act, found: CheckCase): Promise<boolean> => {
  if (found.task.do !== 'void') return false
  const done = await move(act, found.deposit, {
    state: 'void',
    closedOn: dayIn(act.now, act.zone),
    reason: VOID_REASONS[found.task.reason],
  })
  return done.ok
}
