import type { Registration } from '../kernel/payload-types.ts'
import type { AcceptanceView } from '../registrations/acceptance.ts'
import type { Agreement } from '../registrations/agreement.ts'
import { dayShare } from '../registrations/price.ts'
import { dayKey } from '../registrations/day-key.ts'
import type { Acceptance, Canceler, Status } from '../registrations/states.ts'
import { idOf } from '../kernel/related.ts'
import { type SessionDay, netMinutes } from '../sessions/policy.ts'
import type { SessionStatus } from '../sessions/states.ts'
import { dayIn, instantAt, type Day } from '../values/day.ts'
import type { Cents } from '../values/money.ts'
import { FEE_NEXT, type DayState, type FeeDecision, type FeeRefusal, type FeeState } from './states.ts'
import { isOneOf } from '../values/list.ts'

/** A new row, but for what it says of the day. */
export const rowFor = ({ id, session, person, name }: Registration, date: Day) => ({
  key: dayKey(id, date),
  registration: id,
  session: idOf(session),
  person: idOf(person),
  name,
  date,
  feeState: 'none' as const,
})

/** A day of a session as the ledger knows it; two stretches of one date are one day. */
export type LedgerDay = SessionDay & { canceled?: boolean | null }

/** What the ledger says about one day of one registration. */
export type Ledger = { date: Day; state: DayState; isOnTime?: boolean | null }

/** Of the registration, what decides about fees. */
export type Owing = {
  status: Status
  canceledFrom?: Status | null
  canceledBy?: Canceler | null
  /** 'asked': the terms were not accepted, so nothing is owed by them. */
  acceptance?: Acceptance | null
  agreed: Pick<Agreement, 'feePerDay' | 'missedDay' | 'price' | 'events'>
}

/** Why a day was missed: nobody came, or it was canceled when that was no longer free. */
export type Missed = 'absent' | 'late'

/** The days of a session, each once and in order. */
export const datesOf = (days: readonly LedgerDay[]): Day[] => [...new Set(days.map(({ date }) => date))].sort()

/** The agency called this day off: every stretch of it. */
export const isCalledOff = (days: readonly LedgerDay[], date: Day): boolean => {
  const stretches = days.filter((day) => day.date === date)
  return stretches.length > 0 && stretches.every(({ canceled }) => canceled)
}

/** Minutes of instruction of one day: meals and breaks left out, as are stretches that were called off. */
export const minutesOf = (days: readonly LedgerDay[], date: Day): number =>
  netMinutes(days.filter((day) => day.date === date && !day.canceled))

/** When the day begins and ends on the clock of its zone. Throws a RangeError for a date that is none of the session's. */
export const hoursOf = (
  days: readonly LedgerDay[],
  date: Day,
  zone: string,
): { from: Temporal.Instant; to: Temporal.Instant } => {
  const stretches = days.filter((day) => day.date === date)
  const [first, last] = [stretches[0], stretches.at(-1)]
  if (!first || !last) throw new RangeError(`Not a day of this session: ${date}`)
  return { from: instantAt(date, first.startTime, zone), to: instantAt(date, last.endTime, zone) }
}

/**
 * Minutes that count for a state: all of the day when present, those given when there for a part of it, else none.
 * undefined: the minutes given do not fit, because a part is more than nothing and less than the whole.
 */
export const minutesFor = (state: DayState, given: number | null | undefined, whole: number): number | undefined => {
  if (state === 'present') return whole
  if (state !== 'partly') return 0
  return Number.isInteger(given) && given! > 0 && given! < whole ? given! : undefined
}

/** Why a day cannot be recorded like this. */
export const MARK_REFUSALS = {
  'not-found': 'This registration is gone. Nothing was recorded.',
  'unknown-day': 'The session has no such day. Nothing was recorded.',
  'called-off': 'This day was canceled by us, so there is nothing to record for it.',
  'too-early': 'This day has not come yet. Until then you can only excuse somebody.',
  'no-seat': 'This person has no seat in the session. Add them as a walk-in first.',
  minutes: 'Give the minutes as a whole number, more than 0 and less than the whole day.',
  'changed-meanwhile': 'Somebody else changed this in the same moment. Look at it again, then decide.',
  'not-missed': 'Only a day that was missed can be made up for.',
  'no-make-ups': 'This program does not let people make up for a missed session.',
  'no-way': 'Say how it was made up for. It stays with the day.',
  decided: 'A fee for this day was already decided. Open the case to change it.',
} as const
export type MarkRefusal = keyof typeof MARK_REFUSALS

type Mark = { state: DayState; minutes?: number | null }

/**
 * Why a day cannot be recorded like this now; undefined means it can. From the first minute of the date in the session's zone;
 * an excuse may come before that, and also for a day that was canceled too late.
 */
export const refusalToMark = (
  { state, minutes }: Mark,
  date: Day,
  session: { days: readonly LedgerDay[]; timeZone: string; status: SessionStatus },
  status: Status,
  now: Temporal.Instant,
): MarkRefusal | undefined => {
  if (!session.days.some((day) => day.date === date)) return 'unknown-day'
  if (session.status === 'canceled' || isCalledOff(session.days, date)) return 'called-off'
  if (status !== 'confirmed' && !(status === 'canceled' && state === 'excused')) return 'no-seat'
  if (state !== 'excused' && dayIn(now, session.timeZone) < date) return 'too-early'
  if (minutesFor(state, minutes, minutesOf(session.days, date)) === undefined) return 'minutes'
  return undefined
}

/** Whether a day was missed, and how; undefined for every day that nobody owes anything for. */
export const missedBy = ({ state, isOnTime }: Pick<Ledger, 'state' | 'isOnTime'>): Missed | undefined => {
  if (state === 'absent') return 'absent'
  return state === 'canceled' && isOnTime === false ? 'late' : undefined
}

/**
 * The fee for one day, and why (Cultural Collaborative, "Cancellation Policy": $100 for each day); undefined where none may be
 * proposed: a day that was attended, excused, called off, handed to a colleague or canceled in time; a registration that
 * never had a seat, or that the agency itself ended; terms without a fee; and a day on which the same person came after all,
 * under another registration (`isCovered`). For a day that was missed without a word the price is owed too: unless the terms
 * say both, the larger of the two is what the day costs.
 */
export const feeFor = (
  row: Ledger,
  registration: Owing,
  days: readonly LedgerDay[],
  isCovered: boolean,
): Fee | undefined => {
  const missed = missedBy(row)
  const { agreed } = registration
  if (!missed || !agreed.feePerDay || isCovered || isCalledOff(days, row.date) || !owes(registration)) return undefined
  // Whoever canceled does not pay for the day; whoever stayed away does, and owes only what the fee is more than that.
  const share = missed === 'absent' && agreed.missedDay !== 'both' ? dayShare(agreed) : 0
  const cents = Math.max(0, agreed.feePerDay - share)
  return cents > 0 ? { cents, missed, inPrice: agreed.feePerDay - cents } : undefined
}

/** `cents` is what is billed; `inPrice`, what of the fee the price of the day pays for already. */
export type Fee = { cents: Cents; missed: Missed; inPrice: Cents }

/** Whether missing a day costs this registration anything: its terms were accepted, and it has its seat or gave it up itself. */
const owes = ({ status, canceledFrom, canceledBy, acceptance }: Owing): boolean =>
  acceptance !== 'asked' &&
  (status === 'confirmed' ||
    (status === 'canceled' && canceledFrom === 'confirmed' && (canceledBy === 'person' || canceledBy === 'staff')))

/**
 * Of the days a cancellation came too late for, those that had not begun: on the others the person was there or absent, and
 * the ledger says so. Days that were called off are left out.
 */
export const daysGivenUp = (
  late: readonly Day[],
  canceledAt: Temporal.Instant,
  { days, timeZone }: { days: readonly LedgerDay[]; timeZone: string },
): Day[] =>
  datesOf(days)
    .filter((date) => late.includes(date) && !isCalledOff(days, date))
    .filter((date) => Temporal.Instant.compare(canceledAt, hoursOf(days, date, timeZone).from) < 0)

/** What stands beside a proposed fee, so that whoever decides need not look for it. */
export type Evidence = {
  missed: Missed
  /** What of the fee is paid for with the price of the day; absent in older cases, where nothing was. */
  inPrice?: Cents
  /** Which edition of the terms was accepted, its hash, and when. */
  terms: { version: string; hash: string; acceptedAt: string; how?: AcceptanceView['how'] }
  /** Until when the day could be canceled without a fee; null: the terms named no deadline. */
  freeUntil: string | null
  /** When it was marked absent, or canceled. */
  at: string
  /** What had been written to the person when the fee was proposed. */
  messages: { kind: string; subject: string; at: string; state: string }[]
}

export const evidenceOf = (
  { missed, inPrice }: Fee,
  at: string,
  freeUntil: Temporal.Instant | null,
  agreed: Pick<Agreement, 'at' | 'terms'>,
  accepted: AcceptanceView,
  messages: Evidence['messages'],
): Evidence => ({
  missed,
  inPrice,
  terms: {
    version: agreed.terms.version,
    hash: agreed.terms.hash,
    acceptedAt: accepted.at?.toString() ?? agreed.at,
    how: accepted.how,
  },
  freeUntil: freeUntil?.toString() ?? null,
  at,
  messages,
})

/**
 * A fee after the day was recorded anew: without its ground a case is closed again, and one that was approved, or objected to
 * since, is taken back.
 */
export const feeAfterCorrection = (state: DayState, fee: FeeState): FeeState => {
  if (missedBy({ state, isOnTime: true })) return fee
  if (fee === 'proposed') return 'none'
  return fee === 'approved' || fee === 'disputed' ? 'waived' : fee
}

/** Why a fee cannot be decided like this; undefined means it can. Waiving and disputing need a reason, which stays with the case. */
export const refusalToDecide = (from: FeeState, to: FeeDecision, reason: string): FeeRefusal | undefined => {
  if (!isOneOf(FEE_NEXT[from], to)) return 'not-now'
  return to !== 'approved' && !reason.trim() ? 'no-reason' : undefined
}
