import type { Act } from '../../kernel/act.ts'
import { rowFor } from '../../attendance/policy.ts'
import { createUnlessTaken, raiseRevision } from '../../kernel/keyed.ts'
import type { Day } from '../../values/day.ts'
import type { Context } from '../../context/context.ts'
import { planOf } from '../cancellation.ts'
import { CHANGED, end, log, type Known } from '../change.ts'
import { withSeats, type OfferRules } from '../offers.ts'
import { isActive } from '../policy.ts'
import type { Canceler, Done } from '../states.ts'
import { leavesProgram } from '../program-place.ts'
import { programPlaceOf } from './program-place.ts'
import { cancellationOf, type Managed } from './managed.ts'

/** Ends a registration as a whole. Whether that costs something follows from when it was, and is decided later as a case. */
export const cancel = (
  act: Act,
  known: Known,
  rules: OfferRules,
  { by, reason = '' }: { by: Canceler; reason?: string },
): Promise<Done> =>
  withSeats(act, rules, async () => {
    if (!isActive(known.status)) return { ok: false, refusal: 'already-canceled' }
    if (!(await end(act, known, by, { cancelReason: reason }))) return CHANGED
    await log(act, known, 'canceled', `${known.name}: canceled`, reason)
    return { ok: true }
  })

/** A day canceled by itself: `isOnTime` before its free deadline. */
export type CanceledDay = { date: Day; isOnTime: boolean }

/** Cancels days that lie weeks apart from the others, each for itself; the seat of the other days stays. */
export const cancelDays = async (act: Act, known: Known, days: readonly CanceledDay[], reason = ''): Promise<Done> => {
  if (known.status !== 'confirmed') return { ok: false, refusal: 'already-canceled' }
  for (const { date, isOnTime } of days) {
    const written = await createUnlessTaken(act.payload, 'attendance', {
      ...rowFor(known, date),
      state: 'canceled',
      minutes: 0,
      at: act.now.toString(),
      isOnTime,
      note: reason || undefined,
    })
    if (written) await log(act, known, `day-canceled:${date}`, `${known.name}: ${date} canceled`, reason)
  }
  await raiseRevision(act.payload, 'registrations', known.id)
  return { ok: true }
}

/** The state somebody was shown when they decided; nothing is done where it has changed since. */
export type Seen = { revision?: number }

/** What is to be canceled: the events that begin on these days; with none named, everything that is still to come. */
export type CancelRequest = Seen & { days?: readonly Day[]; reason: string }

/**
 * Cancels what can still be canceled, by the same rule for the person and for the desk: what gives up the last of it ends the
 * registration and frees its seat; otherwise the days are canceled each for itself.
 */
export const cancelChosen = async (
  context: Context,
  act: Act,
  managed: Managed,
  by: 'person' | 'staff',
  { days, reason, revision }: CancelRequest,
): Promise<Done> => {
  const { registration, rules } = managed
  if (revision !== undefined && revision !== registration.revision) return CHANGED
  const planned = planOf(await cancellationOf(context, managed, act.now), days)
  if (!planned.ok) return planned
  const { isWhole, given } = planned.plan
  if (by === 'person' && leavesProgram(await programPlaceOf(context, registration), planned.plan))
    return { ok: false, refusal: 'leaves-program' }
  if (isWhole) return cancel(act, registration, rules.offers, { by, reason })
  const canceled = given.flatMap((event) => event.days.map((date) => ({ date, isOnTime: event.isFree })))
  return cancelDays(act, registration, canceled, reason)
}
