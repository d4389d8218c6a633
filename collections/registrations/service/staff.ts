import { offeredIn } from '../../organizations/queries.ts'
import { registrationDetail } from './staff-detail.ts'
import type { Act } from '../../kernel/act.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import type { RegistrationForm } from '../schema.ts'
import type { PermissionDecision } from '../permission.ts'
import type { Outcome, Done } from '../states.ts'
import type { OrganizationChoice } from '../../organizations/view.ts'
import type { FieldErrors } from '../../kernel/outcome.ts'
import type { Context } from '../../context/context.ts'
import { registerAtDesk } from './register.ts'
import type { CancelRequest, Seen } from './cancel.ts'
import { floodOf, undoFlood, type FloodDecision, type FloodFilter } from './undo-flood.ts'
import * as verbs from './staff-actions.ts'
import type { StaffDone } from '../../staff/views.ts'
import { DONE, GONE, NO_REASON, ofRegistration, refused } from '../../staff/refusals.ts'

const LONGEST_NOTE = 2000

/** Does something that needs a reason, once there is one. */
const because = async (reason: string, work: (reason: string) => Promise<Done>): Promise<StaffDone> =>
  reason.trim() ? ofRegistration(await work(reason.trim())) : NO_REASON

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
      offeredIn(await context.organizations()).sort((a, b) => a.name.localeCompare(b.name, 'en')),
    /** Registers somebody the desk knows; the outcome says whether there was a seat. */
    add: (
      form: RegistrationForm,
    ): Promise<{ ok: true; outcome: Outcome; registration: string } | { ok: false; errors: FieldErrors }> =>
      registerAtDesk(context, actor, form, { source: 'staff' }),
    /** A seat for somebody who waits, past the order. */
    seat: (id: string, reason: string, seen: Seen = {}) =>
      because(reason, (why) => verbs.seatNow(context, actor, id, why, seen)),
    /** Cancels everything that is still to come, or the events whose first days are named. */
    cancel: (id: string, { reason, ...asked }: CancelRequest & { revision: number }) =>
      because(reason, (why) => verbs.cancelForPerson(context, actor, id, { ...asked, reason: why })),
    decideGate: (id: string, decision: 'waived' | 'refused', reason: string) =>
      because(reason, (why) => verbs.decideGate(context, actor, id, decision, why)),
    /** Of a member district's permission or promise: it came, it holds, or it was refused, which needs a reason. */
    decidePermission: async (id: string, decision: PermissionDecision, reason: string): Promise<StaffDone> =>
      decision === 'refused' && !reason.trim()
        ? NO_REASON
        : ofRegistration(await verbs.decidePermission(context, actor, id, decision, reason.trim())),
    /** Moves somebody right behind another on the waitlist; null: to the top. */
    reorder: (id: string, after: string | null, reason: string) =>
      because(reason, (why) => verbs.reorder(context, actor, id, after, why)),
    refuseBill: (id: string, reason: string, seen: Seen = {}) =>
      because(reason, (why) => verbs.refuseBill(context, actor, id, why, seen)),
    receiveOrder: async (id: string, number: string, seen: Seen = {}): Promise<StaffDone> =>
      number.trim()
        ? ofRegistration(await verbs.receiveOrder(context, actor, id, number.trim().slice(0, 60), seen))
        : refused('Give the number of the purchase order.'),
    /** What looks like the work of a program. */
    flood: (filter: FloodFilter) => floodOf(context, filter),
    /** Undoes what was shown of it, in one step. */
    undoFlood: async (filter: FloodFilter, decision: FloodDecision): Promise<StaffDone> => {
      const reason = decision.reason.trim()
      if (!reason) return NO_REASON
      if (decision.ids.length === 0) return refused('Tick what is to be undone.')
      const undone = await undoFlood(context, act, filter, { ...decision, reason })
      return undone > 0 ? DONE : refused('None of these is as it was shown any more. Look at the list again.', 409)
    },
    writeNote: (id: string, text: string) => writeNote(context, id, text),
  }
}
