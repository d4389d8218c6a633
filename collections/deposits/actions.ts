import type { Payload } from 'payload'
import type { Attendance, Deposit, Registration, Session } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { change } from '../kernel/change.ts'
import { record } from '../events/actions.ts'
import { createUnlessTaken, type Fields } from '../kernel/keyed.ts'
import { agreementOf } from '../registrations/policy.ts'
import { every, one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { dayIn, formatDay, type Day } from '../values/day.ts'
import { formatMoney, type Cents } from '../values/money.ts'
import {
  refusalToDeposit,
  refusalToReceive,
  refusalToReturn,
  refusalToVoid,
  taskOf,
  VOID_REASONS,
  type CheckRefusal,
  type CheckTask,
} from './policy.ts'
import { DEPOSIT_STATE_LABELS } from './states.ts'

export type CheckDone = { ok: true } | { ok: false; refusal: CheckRefusal }

/** A check with everything that says what has to be done about it. */
export type CheckCase = {
  deposit: Deposit
  registration: Registration
  session: Session
  attendance: Attendance[]
  task: CheckTask
}

/** What has to be done about a check at this moment. */
const taskFor = (
  deposit: Deposit,
  registration: Registration,
  session: Session,
  attendance: Attendance[],
  now: Temporal.Instant,
): CheckTask => taskOf(deposit, { ...registration, agreed: agreementOf(registration) }, session, attendance, now)

/** A check with its registration, session and days; undefined when one of them is gone. */
export const checkCase = async (
  payload: Payload,
  deposit: Deposit,
  now: Temporal.Instant,
): Promise<CheckCase | undefined> => {
  const [registration, session, attendance] = await Promise.all([
    one({ payload }, 'registrations', idOf(deposit.registration)),
    one({ payload }, 'sessions', idOf(deposit.session)),
    every({ payload }, 'attendance', { registration: { equals: deposit.registration } }),
  ])
  if (!registration || !session) return undefined
  return { deposit, registration, session, attendance, task: taskFor(deposit, registration, session, attendance, now) }
}

const logged = (act: Act, deposit: Deposit, summary: string): Promise<void> =>
  record(act, {
    key: `deposit:${deposit.id}:${deposit.state}`,
    kind: 'deposit.changed',
    summary,
    registration: deposit.registration,
    session: deposit.session,
    reason: deposit.reason ?? undefined,
    data: { state: deposit.state, number: deposit.checkNumber, cents: deposit.depositedCents ?? deposit.receivedCents },
  })

/** The line of the log for the state a check is in now. It is written once, whoever writes it. */
export const logCheck = (act: Act, deposit: Deposit): Promise<void> => {
  const cents = deposit.depositedCents ?? deposit.receivedCents ?? deposit.dueCents
  return logged(act, deposit, `${DEPOSIT_STATE_LABELS[deposit.state]}: ${deposit.name}, ${formatMoney(cents)}`)
}

/**
 * Asks for the check a guest agreed to send; nothing for anyone else, and nothing the second time, because the registration
 * is the key. A place on a waitlist asks for none yet.
 */
export const askForCheck = async (act: Act, registration: Registration): Promise<Deposit | undefined> => {
  const { check } = agreementOf(registration)
  if (!check || registration.participation !== 'guest' || registration.status !== 'confirmed') return undefined
  const deposit = await createUnlessTaken(act.payload, 'deposits', {
    key: registration.id,
    registration: registration.id,
    session: registration.session,
    person: registration.person,
    name: registration.name,
    state: 'due',
    dueCents: check.cents,
    dueOn: check.due,
    lastMailDay: check.lastMailDay,
    revision: 1,
  })
  if (deposit) await logged(act, deposit, `Check due ${formatDay(check.due, 'en', 'short')}: ${registration.name}`)
  return deposit
}

/** The one write of every move: only from the state and revision that were looked at. */
const move = async (
  act: Act,
  deposit: Deposit,
  fields: Fields<'deposits'> & Pick<Deposit, 'state'>,
): Promise<CheckDone> => {
  const moved = await change(act, 'deposits', deposit, { ...fields, decidedBy: act.actor.user })
  if (!moved) return { ok: false, refusal: 'changed-meanwhile' }
  await logCheck(act, moved)
  return { ok: true }
}

const caseOf = async (act: Act, id: string): Promise<CheckCase | undefined> => {
  const deposit = await one(act, 'deposits', id)
  return deposit ? checkCase(act.payload, deposit, act.now) : undefined
}

const refused = (refusal: CheckRefusal): CheckDone => ({ ok: false, refusal })

/** The same form, sent twice. */
const isReceived = (
  { state, checkNumber, receivedCents, receivedOn }: Deposit,
  { number, cents, day }: { number: string; cents: Cents; day: Day },
): boolean => state === 'received' && checkNumber === number.trim() && receivedCents === cents && receivedOn === day

/** A check came: its number, its amount in cents, and the day it came. */
export const receive = async (
  act: Act,
  id: string,
  given: { number: string; cents: Cents; day: Day },
): Promise<CheckDone> => {
  const deposit = await one(act, 'deposits', id)
  if (!deposit) return refused('not-found')
  if (isReceived(deposit, given)) return { ok: true }
  const refusal = refusalToReceive(deposit.state, given, dayIn(act.now, act.zone))
  if (refusal) return refused(refusal)
  return move(act, deposit, {
    state: 'received',
    checkNumber: given.number.trim(),
    receivedCents: given.cents,
    receivedOn: given.day,
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

/** A check was taken to the bank for approved fees; `cents` is what was kept of it. */
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
    state: 'deposited',
    depositedCents: given.cents,
    closedOn: given.day,
    reason: given.reason.trim(),
  })
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
