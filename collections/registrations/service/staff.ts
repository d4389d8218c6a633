import { registrationDetail } from './staff-detail.ts'
import type { Act } from '../../kernel/act.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import type { RegistrationForm } from '../schema.ts'
import type { Outcome, Done } from '../states.ts'
import type { OrganizationChoice } from '../../organizations/view.ts'
import type { FieldErrors } from '../../kernel/outcome.ts'
import { idOf } from '../../kernel/related.ts'
import { instantAt, type Day } from '../../values/day.ts'
import type { Context } from '../../context/context.ts'
import { registerAtDesk } from './register.ts'
import { daysOf } from './managed.ts'
import { rulesOf } from './rules.ts'
import * as verbs from './staff-actions.ts'
import { one } from '../../kernel/queries.ts'
import type { StaffDone } from '../../staff/views.ts'
import { DONE, GONE, NO_REASON, ofRegistration, refused } from '../../staff/refusals.ts'

const LONGEST_NOTE = 2000

/** Does something that needs a reason, once there is one. */
const because = async (reason: string, work: (reason: string) => Promise<Done>): Promise<StaffDone> =>
  reason.trim() ? ofRegistration(await work(reason.trim())) : NO_REASON

/**
 * Cancels for a person, by the same deadlines as if the person did it: everything, or the events that begin on the days named.
 * Days that have begun stay; where some have, the others are canceled each for itself.
 */
const cancelFor = async (
  context: Context,
  { now, actor }: Act,
  id: string,
  chosen: readonly Day[],
  reason: string,
): Promise<Done> => {
  const registration = await one(context, 'registrations', id)
  if (!registration) return { ok: false, refusal: 'invalid' }
  const { facts, events } = await rulesOf(context, idOf(registration.session))
  const hasBegun = ([first]: Day[]) => {
    const day = facts.days.find(({ date }) => date === first)!
    return Temporal.Instant.compare(now, instantAt(day.date, day.startTime, facts.timeZone)) >= 0
  }
  const coming = events.filter(({ days }) => !hasBegun(days))
  const wanted = chosen.length === 0 ? coming : coming.filter(({ days }) => chosen.includes(days[0]!))
  if (wanted.length === 0) return { ok: false, refusal: 'already-started' }
  const gone = new Set((await daysOf(context, id)).filter(({ state }) => state === 'canceled').map(({ date }) => date))
  const isNothingLeft = events.every((event) => wanted.includes(event) || event.days.every((day) => gone.has(day)))
  if (isNothingLeft || registration.status !== 'confirmed') return verbs.cancelForPerson(context, actor, id, reason)
  return verbs.cancelDaysForPerson(
    context,
    actor,
    id,
    wanted.flatMap(({ days }) => days),
    reason,
  )
}

const writeNote = async (context: Context, id: string, text: string): Promise<StaffDone> => {
  if (text.length > LONGEST_NOTE) return refused(`Use at most ${LONGEST_NOTE} characters.`)
  return (await compareAndSet(context.payload, 'registrations', id, {}, { note: text.trim() })) ? DONE : GONE
}

export const staffRegistrations = (context: Context, act: Act) => {
  const { actor } = act
  return {
    read: (id: string) => registrationDetail(context, id),
    /** Employers and hosts somebody can name, by name. */
    organizations: async (): Promise<OrganizationChoice[]> =>
      [...(await context.organizations()).values()].sort((a, b) => a.name.localeCompare(b.name, 'en')),
    /** Registers somebody the desk knows; the outcome says whether there was a seat. */
    add: (
      form: RegistrationForm,
    ): Promise<{ ok: true; outcome: Outcome; registration: string } | { ok: false; errors: FieldErrors }> =>
      registerAtDesk(context, actor, form, { source: 'staff' }),
    /** A seat for somebody who waits, past the order. */
    seat: (id: string, reason: string) => because(reason, (why) => verbs.seatNow(context, actor, id, why)),
    cancel: (id: string, days: readonly Day[], reason: string) =>
      because(reason, (why) => cancelFor(context, act, id, days, why)),
    decideGate: (id: string, decision: 'waived' | 'refused', reason: string) =>
      because(reason, (why) => verbs.decideGate(context, actor, id, decision, why)),
    /** Moves somebody right behind another on the waitlist; null: to the top. */
    reorder: (id: string, after: string | null, reason: string) =>
      because(reason, (why) => verbs.reorder(context, actor, id, after, why)),
    refuseBill: (id: string, reason: string) => because(reason, (why) => verbs.refuseBill(context, actor, id, why)),
    receiveOrder: async (id: string, number: string): Promise<StaffDone> =>
      number.trim()
        ? ofRegistration(await verbs.receiveOrder(context, actor, id, number.trim().slice(0, 60)))
        : refused('Give the number of the purchase order.'),
    writeNote: (id: string, text: string) => writeNote(context, id, text),
  }
}
