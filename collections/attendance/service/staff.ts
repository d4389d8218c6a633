import { alertsNow, standingsOf } from './alerts.ts'
import { cameAnyway } from './came.ts'
import { feesIn, openCases } from './cases.ts'
import type { Act } from '../../kernel/act.ts'
import { closeDay, makeUp, mark, markAll, rowOf, unmark, type Mark, type Marked, type Shown } from '../actions.ts'
import { dayKey } from '../../registrations/day-key.ts'
import { decideFees } from '../fees.ts'
import { MARK_REFUSALS, refusalToMark } from '../policy.ts'
import type { FeeDecision } from '../states.ts'
import type { RegistrationForm } from '../../registrations/schema.ts'
import type { FieldErrors } from '../../kernel/outcome.ts'
import type { Day } from '../../values/day.ts'
import type { Context } from '../../context/context.ts'
import { minimumFor } from '../../registrations/service/program.ts'
import { one } from '../../kernel/queries.ts'
import { registerAtDesk } from '../../registrations/service/register.ts'
import type { FeeCase, StaffDone } from '../../staff/views.ts'
import { asShown, changedMeanwhile } from '../../staff/shown.ts'
import { DONE, ofFee, ofMark, refusedWith } from '../../staff/refusals.ts'

type SheetDone =
  { ok: true; changed: number; refused: { registration: string; message: string }[] } | Exclude<StaffDone, { ok: true }>

type WalkedIn = { ok: true; name: string; place: 'seat' | 'waitlist' } | { ok: false; errors: FieldErrors }

type WalkIn = {
  session: string
  date: Day
  form: RegistrationForm
  waitingAreAbsent: boolean
  /** When the terms were signed on paper; without it they are asked for by mail. */
  signedAt?: Temporal.Instant | undefined
}

/**
 * Somebody who comes without being registered. Whoever waits comes first: while anybody does, the newcomer is last on the
 * waitlist, unless the registrar says that those who wait are not there and a seat is free.
 */
const walkIn = async (
  context: Context,
  act: Act,
  { session, date, form, waitingAreAbsent, signedAt }: WalkIn,
): Promise<WalkedIn> => {
  const found = await one(context, 'sessions', session)
  const refusal = found && refusalToMark({ state: 'present' }, date, found, 'confirmed', act.now)
  if (refusal) return { ok: false, errors: { form: MARK_REFUSALS[refusal] } }
  const added = await registerAtDesk(
    context,
    act.actor,
    { ...form, session },
    { source: 'door', passesWaitlist: waitingAreAbsent, signedAt },
  )
  if (!added.ok) return added
  const isSeated = added.outcome === 'confirmed'
  if (isSeated) await mark(act, added.registration, date, { state: 'present' })
  return { ok: true, name: form.name, place: isSeated ? 'seat' : 'waitlist' }
}

/** Where the program lets people make up for a missed session. */
const makeUpFor = async (context: Context, act: Act, id: string, date: Day, how: string | null): Promise<Marked> => {
  const registration = await one(context, 'registrations', id)
  const minimum = registration && (await minimumFor(context, registration))
  if (!minimum || minimum.makeUps === 0) return { ok: false, refusal: 'no-make-ups' }
  return makeUp(act, id, date, how)
}

const sheetOf = (done: Awaited<ReturnType<typeof markAll>>): SheetDone => {
  if (!done.ok) return refusedWith(MARK_REFUSALS, done.refusal)
  return {
    ok: true,
    changed: done.changed,
    refused: done.refused.map(({ registration, refusal }) => ({ registration, message: MARK_REFUSALS[refusal] })),
  }
}

export const staffAttendance = (context: Context, act: Act) => {
  /** Whoever was second hears what the first said of the day. */
  const ofDay = async (registration: string, date: Day, marked: Marked): Promise<StaffDone> => {
    const isSecond = !marked.ok && marked.refusal === 'changed-meanwhile'
    const row = isSecond && (await rowOf(act, dayKey(registration, date)))
    return row ? changedMeanwhile(context, 'attendance', row.id) : ofMark(marked)
  }
  return {
    mark: async (registration: string, date: Day, entry: Mark): Promise<StaffDone> =>
      ofDay(registration, date, await mark(act, registration, date, entry)),
    /** `was`: what the page showed of the day. */
    unmark: async (registration: string, date: Day, was?: Shown): Promise<StaffDone> =>
      ofDay(registration, date, await unmark(act, registration, date, was)),
    markAll: async (session: string, date: Day, entries: ReadonlyMap<string, Mark>): Promise<SheetDone> =>
      sheetOf(await markAll(act, session, date, entries)),
    closeDay: async (session: string, date: Day): Promise<SheetDone> => sheetOf(await closeDay(act, session, date)),
    /** Somebody of the list without a seat was there: who waited, or had canceled. */
    came: (registration: string, date: Day): Promise<StaffDone> => cameAnyway(context, act, registration, date),
    walkIn: (entry: WalkIn): Promise<WalkedIn> => walkIn(context, act, entry),
    /** Notes how a missed day of a program was made up for; null takes the note back. */
    makeUp: async (registration: string, date: Day, how: string | null): Promise<StaffDone> =>
      ofDay(registration, date, await makeUpFor(context, act, registration, date, how)),
    /** Decides about the fees of one registration together, so that the person reads of them in one message. */
    decideFees: async (
      attendance: readonly string[],
      decision: FeeDecision,
      reason: string,
      shown: ReadonlyMap<string, number> = new Map(),
    ): Promise<StaffDone> => {
      for (const id of attendance) {
        const seen = await asShown(context, 'attendance', id, { revision: shown.get(id) }, () => Promise.resolve(DONE))
        if (!seen.ok) return seen
      }
      return ofFee(await decideFees(act, attendance, decision, reason))
    },
    /** These fees as they stand; null: all that wait for a decision. */
    fees: (ids: readonly string[] | null) => feesIn(context, ids),
    /**
     * Decides about fees of many people by the rule for one; those of one registration together, so that each person reads of theirs
     * in one message. What is refused is named by its fee, and never stops the others.
     */
    decideMany: async (
      fees: readonly Pick<FeeCase, 'id' | 'registration'>[],
      decision: FeeDecision,
      reason: string,
      shown: ReadonlyMap<string, number>,
    ): Promise<{ done: number; refused: FieldErrors }> => {
      const refused: FieldErrors = {}
      for (const own of Map.groupBy(fees, ({ registration }) => registration).values()) {
        const can: string[] = []
        for (const { id } of own) {
          const seen = await asShown(context, 'attendance', id, { revision: shown.get(id) }, () =>
            Promise.resolve(DONE),
          )
          if (seen.ok) can.push(id)
          else refused[id] = seen.message
        }
        for (const id of can) {
          const decided = ofFee(await decideFees(act, [id], decision, reason))
          if (!decided.ok) refused[id] = decided.message
        }
      }
      return { done: fees.length - Object.keys(refused).length, refused }
    },
    /** Where the people of applications stand with the minimum of their program. */
    standings: (applications: readonly string[]) => standingsOf(context, applications),
    /** Everybody at their last miss or beyond it, the most recent first. */
    alerts: () => alertsNow(context),
    /** Fees and prerequisites that wait for a decision. */
    cases: () => openCases(context),
  }
}
