import type { Act } from '../../kernel/act.ts'
import { change } from '../../kernel/change.ts'
import { recordCanceled } from '../../attendance/actions.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { raiseRevision } from '../../kernel/keyed.ts'
import type { Attendance } from '../../kernel/payload-types.ts'
import { formatInstant, type Day } from '../../values/day.ts'
import type { Context } from '../../context/context.ts'
import { planOf } from '../cancellation.ts'
import { CHANGED, end, entryOf, type Known } from '../change.ts'
import { withSeats, type OfferRules } from '../offers.ts'
import { agreementOf, isActive } from '../policy.ts'
import type { Canceler, Done, Refusal } from '../states.ts'
import { leavesProgram } from '../program-place.ts'
import { programPlaceOf } from './program-place.ts'
import { cancellationOf, daysOf, type Managed } from './managed.ts'

type Ending = {
  by: Canceler
  reason?: string
  /** When we were told, where that was before it is written down. */
  at?: Temporal.Instant
}

const noticeText = (at: Temporal.Instant | undefined, { zone }: Act): string =>
  at ? `, told us on ${formatInstant(at, zone, 'en', 'short')}` : ''

/** Ends a registration as a whole, for who is in the session's line. */
export const endWhole = async (act: Act, known: Known, { by, reason = '', at }: Ending): Promise<Done> => {
  if (!isActive(known.status)) return { ok: false, refusal: 'already-canceled' }
  const said = { what: 'canceled', summary: `${known.name}: canceled${noticeText(at, act)}`, reason }
  const done = await end(act, known, by, said, { cancelReason: reason, ...(at && { canceledAt: at.toString() }) })
  return done ? { ok: true } : CHANGED
}

/** Ends a registration as a whole. Whether that costs something follows from when it was, and is decided later as a case. */
export const cancel = (act: Act, known: Known, rules: OfferRules, ending: Ending): Promise<Done> =>
  withSeats(act, rules, () => endWhole(act, known, ending))

/** A day canceled by itself: `isOnTime` before its free deadline. */
export type CanceledDay = { date: Day; isOnTime: boolean }

/** Cancels days that lie weeks apart from the others, each for itself; the seat of the other days stays. */
export const cancelDays = async (
  act: Act,
  known: Known,
  days: readonly CanceledDay[],
  { reason = '', at }: Pick<Ending, 'reason' | 'at'> = {},
): Promise<Done> => {
  if (known.status !== 'confirmed') return { ok: false, refusal: 'already-canceled' }
  // Before a day goes to a colleague in the same moment, or after; never both.
  if (!(await change(act, 'registrations', known, {}, null))) return CHANGED
  for (const { date, isOnTime } of days) {
    const written = await recordCanceled(act, known, date, { at: at ?? act.now, isOnTime, note: reason })
    const summary = `${known.name}: ${date} canceled${noticeText(at, act)}`
    if (written) await writeEntry(act, entryOf(known, { what: `day-canceled:${date}`, summary, reason }))
  }
  await raiseRevision(act.payload, 'registrations', known.id)
  return { ok: true }
}

/**
 * What is to be canceled: the events that begin on these days; with none named, everything that is still to come. `noticeAt`: when
 * the person told us, where the desk writes it down later; what could be canceled then is canceled as of then.
 */
export type CancelRequest = {
  /** The state somebody was shown when they decided; nothing is done where it has changed since. */
  revision?: number
  days?: readonly Day[]
  reason: string
  noticeAt?: Temporal.Instant
}

const refusalOfMoment = (
  at: Temporal.Instant | undefined,
  known: Known,
  now: Temporal.Instant,
): Refusal | undefined => {
  if (!at) return undefined
  if (Temporal.Instant.compare(at, now) > 0) return 'notice-later'
  return Temporal.Instant.compare(at, Temporal.Instant.from(agreementOf(known).at)) < 0 ? 'notice-before' : undefined
}

/** Those of the days on which somebody was marked absent, who had canceled. */
const marked = (
  rows: readonly Attendance[],
  given: readonly CanceledDay[],
  ...states: readonly string[]
): CanceledDay[] => given.filter(({ date }) => rows.some((row) => row.date === date && states.includes(row.state)))

/**
 * Cancels what can still be canceled, by the same rule for the person and for the desk: what gives up the last of it ends the
 * registration and frees its seat; otherwise the days are canceled each for itself.
 */
export const cancelChosen = async (
  context: Context,
  act: Act,
  managed: Managed,
  by: 'person' | 'staff',
  { days, reason, revision, noticeAt: at }: CancelRequest,
): Promise<Done> => {
  const { registration, rules } = managed
  if (revision !== undefined && revision !== registration.revision) return CHANGED
  const refusal = refusalOfMoment(at, registration, act.now)
  if (refusal) return { ok: false, refusal }
  const planned = planOf(await cancellationOf(context, managed, at ?? act.now), days)
  if (!planned.ok) return planned
  const { isWhole, given } = planned.plan
  if (by === 'person' && leavesProgram(await programPlaceOf(context, registration), planned.plan))
    return { ok: false, refusal: 'leaves-program' }
  const canceled = given.flatMap((event) => event.days.map((date) => ({ date, isOnTime: event.isFree })))
  const rows = await daysOf(context, registration.id)
  if (marked(rows, canceled, 'present', 'partly').length > 0) return { ok: false, refusal: 'was-there' }
  if (!isWhole) return cancelDays(act, registration, canceled, { reason, ...(at && { at }) })
  for (const { date, isOnTime } of marked(rows, canceled, 'absent'))
    await recordCanceled(act, registration, date, { at: at ?? act.now, isOnTime, note: reason })
  return cancel(act, registration, rules.offers, { by, reason, ...(at && { at }) })
}
