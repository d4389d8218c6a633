import type { Attendance, Registration, Session } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { change, create } from '../kernel/change.ts'
import type { Entry } from '../kernel/audit.ts'
import { acceptanceOf } from '../registrations/acceptance.ts'
import { agreementOf, freeUntil, lateDays, type CurrentEvent } from '../registrations/policy.ts'
import { count, every, one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { formatDay, type Day } from '../values/day.ts'
import { formatMoney } from '../values/money.ts'
import { daysGivenUp, evidenceOf, feeFor, isCalledOff, refusalToDecide, rowFor, type Evidence } from './policy.ts'
import { FEE_STATE_LABELS, type FeeDecision, type FeeRefusal } from './states.ts'

/** The same person was there on that day after all, under another registration for the session. */
const isCovered = async (act: Act, row: Attendance): Promise<boolean> =>
  (await count(act, 'attendance', {
    and: [
      { session: { equals: row.session } },
      { person: { equals: row.person } },
      { date: { equals: row.date } },
      { registration: { not_equals: row.registration } },
      { state: { in: ['present', 'partly'] } },
    ],
  })) > 0

/** What had been written to somebody about a registration when the fee is proposed, the earliest first. */
const messagesAbout = async (act: Act, row: Attendance): Promise<Evidence['messages']> => {
  const messages = await every(act, 'messages', { registration: { equals: row.registration } }, { sort: 'createdAt' })
  return messages.map(({ kind, subject, createdAt, state }) => ({ kind, subject, at: createdAt, state }))
}

/**
 * Proposes the fee for a missed day, with the evidence beside it; nothing where the rules name none, and nothing the second
 * time, unless somebody changed the row meanwhile: then it is looked at again.
 */
export const proposeFee = async (
  act: Act,
  row: Attendance,
  registration: Registration,
  session: Session,
  events: readonly CurrentEvent[],
): Promise<Attendance | undefined> => {
  const agreed = agreementOf(registration)
  const fee =
    row.feeState === 'none'
      ? feeFor(row, { ...registration, agreed }, session.days, await isCovered(act, row))
      : undefined
  if (!fee) return undefined
  const event = events.find(({ days }) => days.includes(row.date))
  const deadline = event ? freeUntil(event, agreed, events) : null
  const proposed = {
    feeState: 'proposed',
    feeCents: fee.cents,
    feeEvidence: evidenceOf(fee, row.at, deadline, agreed, acceptanceOf(registration), await messagesAbout(act, row)),
  } as const
  return change(act, 'attendance', row, proposed, (now) => ({
    key: `attendance:${row.id}:${now.revision}:proposed`,
    kind: 'fee.proposed',
    summary: `No-show fee of ${formatMoney(fee.cents)} proposed for ${row.name}, ${formatDay(row.date, 'en', 'short')}`,
    registration: row.registration,
    session: row.session,
    data: { attendance: row.id, cents: fee.cents, missed: fee.missed },
  }))
}

/** Writes down the days that a cancellation of the whole came too late for, and returns them; days that are known stay. */
export const recordLateDays = async (
  act: Act,
  registration: Registration,
  session: Session,
  events: readonly CurrentEvent[],
): Promise<Day[]> => {
  if (!registration.canceledAt) return []
  const canceledAt = Temporal.Instant.from(registration.canceledAt)
  const late = daysGivenUp(lateDays(registration, events), canceledAt, session)
  const { canceledAt: at } = registration
  for (const date of late) {
    const row = { ...rowFor(registration, date), state: 'canceled', minutes: 0, at, isOnTime: false } as const
    // It follows from the cancellation, which the log has.
    await create(act, 'attendance', row, null)
  }
  return late
}

/** We have called the day off, moved it, or called off the whole session. */
export const isOurDay = ({ status, days }: Pick<Session, 'status' | 'days'>, date: Day): boolean =>
  status === 'canceled' || !days.some((day) => day.date === date) || isCalledOff(days, date)

const isOurs = async (act: Act, { session: id, date }: Attendance): Promise<boolean> => {
  const session = await one(act, 'sessions', idOf(id))
  return !session || isOurDay(session, date)
}

const decision =
  (reason: string) =>
  (row: Attendance): Entry => ({
    key: `attendance:${row.id}:${row.revision}:${row.feeState}`,
    kind: `fee.${row.feeState}`,
    summary: `No-show fee for ${row.name}, ${formatDay(row.date, 'en', 'short')}: ${FEE_STATE_LABELS[row.feeState]}`,
    registration: row.registration,
    session: row.session,
    reason: reason || undefined,
    data: { attendance: row.id, cents: row.feeCents },
  })

/** Closes a case because nothing is owed any more, whatever was decided before; what was charged is taken back as after a waiver. */
export const dropFee = async (act: Act, row: Attendance, reason: string): Promise<void> => {
  const dropped = {
    feeState: 'waived',
    feeReason: reason,
    feeDecidedBy: null,
    feeDecidedAt: act.now.toString(),
  } as const
  await change(act, 'attendance', row, dropped, decision(reason))
}

export type FeeDecided = { ok: true } | { ok: false; refusal: FeeRefusal }

/** Decides a proposed fee. An approved one becomes a charge (see the follow-ups of charges); one that is waived stays as a row. */
export const decideFee = async (
  act: Act,
  attendanceId: string,
  to: FeeDecision,
  reason: string,
): Promise<FeeDecided> => {
  const row = await one(act, 'attendance', attendanceId)
  if (!row) return { ok: false, refusal: 'not-found' }
  // Said twice, as a form is that is sent twice, it is done once.
  if (row.feeState === to) return { ok: true }
  const refusal = refusalToDecide(row.feeState, to, reason)
  if (refusal) return { ok: false, refusal }
  if (to === 'approved' && (await isOurs(act, row))) return { ok: false, refusal: 'called-off' }
  const decided = {
    feeState: to,
    feeReason: reason.trim() || row.feeReason,
    feeDecidedBy: act.actor.user,
    feeDecidedAt: act.now.toString(),
  }
  const done = await change(act, 'attendance', row, decided, decision(reason.trim()))
  return done ? { ok: true } : { ok: false, refusal: 'changed-meanwhile' }
}

/** Decides about several days at once, which is one decision and is told as one; what one refuses leaves the others decided. */
export const decideFees = async (
  act: Act,
  attendanceIds: readonly string[],
  to: FeeDecision,
  reason: string,
): Promise<FeeDecided> => {
  let refused: FeeDecided | undefined
  for (const id of attendanceIds) {
    const decided = await decideFee(act, id, to, reason)
    if (!decided.ok) refused ??= decided
  }
  return refused ?? { ok: true }
}
