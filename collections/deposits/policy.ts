import { datesOf, feeFor, hoursOf, isCalledOff, type Ledger, type LedgerDay, type Owing } from '../attendance/policy.ts'
import type { FeeState } from '../attendance/states.ts'
import type { Participation, Status } from '../registrations/states.ts'
import { dayIn, isDay, type Day } from '../values/day.ts'
import { sumCents, type Cents } from '../values/money.ts'
import { amountsOf, type CheckRecord } from './amounts.ts'
import { isOneOf } from '../values/list.ts'
import { CASHED, DEPOSIT_NEXT, type DepositState } from './states.ts'

/** A check, as far as it says what has to be done about it. */
export type Check = CheckRecord & { dueOn: Day }

/** The registration it stands for. */
export type Secured = Owing & { status: Status; participation: Participation; lateDays?: unknown }

/** One day of the ledger, what became of its fee, and how much of that is billed, because no check stood for it then. */
export type LedgerFee = Ledger & { feeState: FeeState; feeCents?: Cents | null; billedCents?: Cents }

/**
 * What has to be done about a check. `deposit`: the days whose fee was approved, and how much of the check they take; the rest is
 * to be refunded, because the bank takes a check as a whole. `refund`: send that rest back. `release`: a fee the check paid for was
 * taken back, so no more than `cents` is kept. `void`: nothing came and nothing is waited for any more.
 */
export type CheckTask =
  | { do: 'wait' }
  | { do: 'chase' }
  | { do: 'hold'; days: Day[] }
  | { do: 'return' }
  | { do: 'deposit'; cents: Cents; days: Day[] }
  | { do: 'refund'; cents: Cents }
  | { do: 'release'; cents: Cents }
  | { do: 'void'; reason: VoidReason }
  | { do: 'nothing' }
export type TaskKind = CheckTask['do']

export const VOID_REASONS = {
  canceled: 'The registration was canceled before a check came.',
  'no-guest': 'Takes part in another way now, which needs no check.',
  over: 'The session is over, and no check came.',
} as const
export type VoidReason = keyof typeof VOID_REASONS

/** Why the day by which a check is waited for is another one. */
export const MOVED = 'The days of the session were changed.'

/** Why a check is waited for until another day: the letter about the new date says until when. */
export const MOVED_DATE = 'The guest was moved to another date.'

/** Why less of a deposited check is kept than before. */
export const RELEASED = 'A fee it paid for was taken back.'

type Held = { days: readonly LedgerDay[]; timeZone: string }

/** How a day stands for the check: `open` until it is known whether it was missed and what became of the fee. */
type DayOutcome = { date: Day; is: 'open' | 'free' } | { date: Day; is: 'owed'; cents: Cents }

/** A fee that is billed is not taken from the check as well. */
const owedFrom = (date: Day, { feeCents, billedCents = 0 }: LedgerFee): DayOutcome => {
  const cents = Math.max(0, (feeCents ?? 0) - billedCents)
  return cents > 0 ? { date, is: 'owed', cents } : { date, is: 'free' }
}

const outcomeOf = (
  date: Day,
  registration: Secured,
  session: Held,
  row: LedgerFee | undefined,
  now: Temporal.Instant,
): DayOutcome => {
  if (isCalledOff(session.days, date)) return { date, is: 'free' }
  if (row?.feeState === 'approved') return owedFrom(date, row)
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

/** What has to be done about a check the bank has: no more of it is kept than the fees that stand, or may still stand. */
const taskOfCashed = (check: Check, outcomes: readonly DayOutcome[], feePerDay: Cents): CheckTask => {
  const { kept, toRefund } = amountsOf(check)
  const owed = sumCents(outcomes.map((day) => (day.is === 'owed' ? day.cents : day.is === 'open' ? feePerDay : 0)))
  if (owed < kept) return { do: 'release', cents: owed }
  return toRefund > 0 ? { do: 'refund', cents: toRefund } : { do: 'nothing' }
}

/**
 * What to do about a check (Cultural Collaborative, "Member Guests"): it is returned once the guest attended, canceled in time
 * or was excused, or the agency called the day off; it is deposited for the days that were missed and whose fee a registrar
 * approved, never for more than came, and the rest of it is refunded; until that is known it is kept. One that has not come is
 * waited for until `dueOn`.
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
  if (isOneOf(CASHED, check.state)) return taskOfCashed(check, outcomes, registration.agreed.feePerDay ?? 0)
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
  over: 'That is more than was asked for. Is the amount right? What is not needed goes back to the guest.',
  'needs-second': 'Somebody else has to confirm what you wrote down.',
  'no-reference': 'Say how it was sent, such as the number of the check.',
  day: 'Give the day, not later than today.',
  'no-reason': 'Give a reason. It stays with the check.',
} as const
export type CheckRefusal = keyof typeof CHECK_REFUSALS

const isPastDay = (day: string, today: Day): boolean => isDay(day) && day <= today

/**
 * Why a check cannot be taken in like this; undefined means it can. One for less than was asked for is written down as it is, and
 * what is missing may come with another; one for more is asked about once (`confirmed` is the amount somebody said yes to).
 */
export const refusalToReceive = (
  check: CheckRecord,
  given: { number: string; cents: Cents; day: Day; confirmed?: Cents },
  today: Day,
): CheckRefusal | undefined => {
  const { missing } = amountsOf(check)
  if (!mayBecome(check.state, 'received') || (check.state === 'received' && missing === 0)) return 'not-now'
  if (!given.number.trim()) return 'no-number'
  if (!Number.isSafeInteger(given.cents) || given.cents <= 0) return 'amount'
  if (!isPastDay(given.day, today)) return 'day'
  return given.cents > missing && given.confirmed !== given.cents ? 'over' : undefined
}

/** Why a check that was written down as received cannot be taken back to being waited for; undefined means it can, with a reason. */
export const refusalToUnreceive = (state: DepositState, reason: string): CheckRefusal | undefined => {
  if (state !== 'received') return 'not-now'
  return reason.trim() ? undefined : 'no-reason'
}

/** Why the rest of a deposited check cannot be refunded; undefined means it can: all of what is to be refunded, at once. */
export const refusalToRefund = (
  state: DepositState,
  given: { day: Day; reference: string },
  today: Day,
): CheckRefusal | undefined => {
  if (state !== 'refund-due') return 'not-now'
  if (!isPastDay(given.day, today)) return 'day'
  return given.reference.trim() ? undefined : 'no-reference'
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
