import { datesOf, feeFor, hoursOf, isCalledOff, type Ledger, type LedgerDay, type Owing } from '../attendance/policy.ts'
import type { FeeState } from '../attendance/states.ts'
import type { Participation, Status } from '../registrations/states.ts'
import { dayIn, isDay, type Day } from '../values/day.ts'
import { sumCents, type Cents } from '../values/money.ts'
import { DEPOSIT_NEXT, type DepositState } from './states.ts'
import { isOneOf } from '../values/list.ts'

/** A check, as far as it says what has to be done about it. */
export type Check = { state: DepositState; dueOn: Day; dueCents: Cents; receivedCents?: Cents | null }

/** The registration it stands for. */
export type Secured = Owing & { status: Status; participation: Participation; lateDays?: unknown }

/** One day of the ledger, and what became of its fee. */
export type LedgerFee = Ledger & { feeState: FeeState; feeCents?: Cents | null }

/**
 * What the desk has to do about a check. `deposit`: the days whose fee was approved, and how much of the check they take; the
 * rest goes back. `void`: nothing came and nothing is waited for any more.
 */
export type CheckTask =
  | { do: 'wait' }
  | { do: 'chase' }
  | { do: 'hold'; days: Day[] }
  | { do: 'return' }
  | { do: 'deposit'; cents: Cents; days: Day[] }
  | { do: 'void'; reason: VoidReason }
  | { do: 'nothing' }
export type TaskKind = CheckTask['do']

export const VOID_REASONS = {
  canceled: 'The registration was canceled before a check came.',
  'no-guest': 'Takes part in another way now, which needs no check.',
  over: 'The session is over, and no check came.',
} as const
export type VoidReason = keyof typeof VOID_REASONS

type Held = { days: readonly LedgerDay[]; timeZone: string }

/** How a day stands for the check: `open` until it is known whether it was missed and what became of the fee. */
type DayOutcome = { date: Day; is: 'open' | 'free' } | { date: Day; is: 'owed'; cents: Cents }

const outcomeOf = (
  date: Day,
  registration: Secured,
  session: Held,
  row: LedgerFee | undefined,
  now: Temporal.Instant,
): DayOutcome => {
  if (isCalledOff(session.days, date)) return { date, is: 'free' }
  if (row?.feeState === 'approved') return { date, is: 'owed', cents: row.feeCents ?? 0 }
  if (row?.feeState === 'proposed' || row?.feeState === 'disputed') return { date, is: 'open' }
  if (row?.feeState === 'waived') return { date, is: 'free' }
  // A missed day whose fee is not proposed yet will be in a moment.
  if (row) return { date, is: feeFor(row, registration, session.days, false) ? 'open' : 'free' }
  // Nobody has worked out yet which days were canceled too late.
  if (registration.status === 'canceled') return { date, is: registration.lateDays ? 'free' : 'open' }
  const isOver = Temporal.Instant.compare(now, hoursOf(session.days, date, session.timeZone).to) >= 0
  // Nobody comes from a waitlist once the day is over; whoever has a seat was there or was not.
  return { date, is: isOver && registration.status !== 'confirmed' ? 'free' : 'open' }
}

const outcomesOf = (
  registration: Secured,
  session: Held,
  attendance: readonly LedgerFee[],
  now: Temporal.Instant,
): DayOutcome[] => {
  const rows = new Map(attendance.map((row) => [row.date, row]))
  return datesOf(session.days).map((date) => outcomeOf(date, registration, session, rows.get(date), now))
}

/**
 * What to do about a check (Cultural Collaborative, "Member Guests"): it is returned once the guest attended, canceled in time
 * or was excused, or the agency called the day off; it is deposited for the days that were missed and whose fee a registrar
 * approved, never for more than came; until that is known it is kept. One that has not come is waited for until `dueOn`.
 */
export const taskOf = (
  check: Check,
  registration: Secured,
  session: Held,
  attendance: readonly LedgerFee[],
  now: Temporal.Instant,
): CheckTask => {
  if (DEPOSIT_NEXT[check.state].length === 0) return { do: 'nothing' }
  const isGuest = registration.participation === 'guest'
  const outcomes = outcomesOf(registration, session, attendance, now)
  const open = outcomes.flatMap(({ date, is }) => (is === 'open' ? date : []))
  if (check.state === 'due') {
    if (!isGuest) return { do: 'void', reason: 'no-guest' }
    if (registration.status === 'canceled') return { do: 'void', reason: 'canceled' }
    if (open.length === 0) return { do: 'void', reason: 'over' }
    return { do: dayIn(now, session.timeZone) > check.dueOn ? 'chase' : 'wait' }
  }
  if (!isGuest) return { do: 'return' }
  if (open.length > 0) return { do: 'hold', days: open }
  const owed = outcomes.flatMap((day) => (day.is === 'owed' ? day : []))
  const cents = Math.min(sumCents(owed.map((day) => day.cents)), check.receivedCents ?? 0)
  return cents > 0 ? { do: 'deposit', cents, days: owed.map(({ date }) => date) } : { do: 'return' }
}

/** Whether a check may become that. */
export const mayBecome = (from: DepositState, to: DepositState): boolean => isOneOf(DEPOSIT_NEXT[from], to)

export const CHECK_REFUSALS = {
  'not-found': 'This check is gone. Nothing was changed.',
  'not-now': 'That cannot be done with this check now. Look at it again.',
  'changed-meanwhile': 'Somebody else changed this check in the same moment. Look at it again.',
  'no-number': 'Give the number printed on the check.',
  amount: 'Give the amount in dollars, such as 100 or 250.50.',
  'too-much': 'That is more than the fees that were approved, or more than the check.',
  day: 'Give the day, not later than today.',
  'no-reason': 'Give a reason. It stays with the check.',
} as const
export type CheckRefusal = keyof typeof CHECK_REFUSALS

const isPastDay = (day: string, today: Day): boolean => isDay(day) && day <= today

/** Why a check cannot be taken in like this; undefined means it can. A check for less than was asked for is written down as it is. */
export const refusalToReceive = (
  state: DepositState,
  given: { number: string; cents: Cents; day: Day },
  today: Day,
): CheckRefusal | undefined => {
  if (!mayBecome(state, 'received')) return 'not-now'
  if (!given.number.trim()) return 'no-number'
  if (!Number.isSafeInteger(given.cents) || given.cents <= 0) return 'amount'
  return isPastDay(given.day, today) ? undefined : 'day'
}

/**
 * Why a check cannot be sent back; undefined means it can. Where the rules do not say that it goes back, a registrar may still
 * decide so, with a reason.
 */
export const refusalToReturn = (
  state: DepositState,
  task: TaskKind,
  given: { day: Day; reason: string },
  today: Day,
): CheckRefusal | undefined => {
  if (!mayBecome(state, 'returned')) return 'not-now'
  if (!isPastDay(given.day, today)) return 'day'
  return task !== 'return' && !given.reason.trim() ? 'no-reason' : undefined
}

/** Why a check cannot be deposited; undefined means it can: only for approved fees, never for more than those or the check. */
export const refusalToDeposit = (
  state: DepositState,
  task: CheckTask,
  given: { cents: Cents; day: Day; reason: string },
  today: Day,
): CheckRefusal | undefined => {
  if (!mayBecome(state, 'deposited') || task.do !== 'deposit') return 'not-now'
  if (!Number.isSafeInteger(given.cents) || given.cents <= 0) return 'amount'
  if (given.cents > task.cents) return 'too-much'
  if (!isPastDay(given.day, today)) return 'day'
  return given.reason.trim() ? undefined : 'no-reason'
}

/** Why a check that was asked for cannot be given up; undefined means it can, with a reason. */
export const refusalToVoid = (state: DepositState, reason: string): CheckRefusal | undefined => {
  if (!mayBecome(state, 'void')) return 'not-now'
  return reason.trim() ? undefined : 'no-reason'
}
