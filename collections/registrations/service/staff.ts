import { offeredIn } from '../../organizations/queries.ts'
import { registrationDetail } from './staff-detail.ts'
import type { Act } from '../../kernel/act.ts'
import type { ParticipationForm, RegistrationForm } from '../schema.ts'
import type { PermissionDecision } from '../permission.ts'
import type { Outcome, Done } from '../states.ts'
import type { OrganizationChoice } from '../../organizations/view.ts'
import type { FieldErrors } from '../../kernel/outcome.ts'
import type { Context } from '../../context/context.ts'
import { registerAtDesk } from './register.ts'
import type { CancelRequest } from './cancel.ts'
import { floodOf, undoFlood, type FloodDecision, type FloodFilter } from './undo-flood.ts'
import { lookAtMany, type ManyAsked } from './many.ts'
import { lookAtMessages, refusalOfDraft, WRITABLE, writeToRoster, type Draft } from './writing.ts'
import type { MoveRequest } from './moving.ts'
import * as verbs from './staff-actions.ts'
import type { StaffDone } from '../../staff/views.ts'
import { asShown, changedMeanwhile, writeNote, type Shown } from '../../staff/shown.ts'
import { DONE, NO_REASON, ofRegistration, refused } from '../../staff/refusals.ts'

export const staffRegistrations = (context: Context, act: Act) => {
  const { actor } = act
  const on = (id: string, shown: Shown, work: () => Promise<Done>): Promise<StaffDone> =>
    asShown(context, 'registrations', id, shown, async () => ofRegistration(await work()))
  /** The same, with a reason, which it needs. */
  const because = (id: string, shown: Shown, reason: string, work: (reason: string) => Promise<Done>) =>
    reason.trim() ? on(id, shown, () => work(reason.trim())) : Promise.resolve(NO_REASON)
  return {
    read: (id: string) => registrationDetail(context, id),
    /** Employers and hosts somebody can name, by name. */
    organizations: async (): Promise<OrganizationChoice[]> =>
      offeredIn(await context.organizations()).sort((a, b) => a.name.localeCompare(b.name, 'en')),
    /** Registers somebody the desk knows; the outcome says whether there was a seat. `signedAt`: the terms are signed on paper. */
    add: (
      form: RegistrationForm,
      signedAt?: Temporal.Instant,
    ): Promise<{ ok: true; outcome: Outcome; registration: string } | { ok: false; errors: FieldErrors }> =>
      registerAtDesk(context, actor, form, { source: 'staff', signedAt }),
    /** The terms were signed on paper. */
    noteSigned: (id: string, signedAt: Temporal.Instant, shown: Shown = {}) =>
      on(id, shown, () => verbs.noteSigned(context, actor, id, signedAt)),
    /** A colleague comes instead: asked by mail, or with the terms signed on paper. */
    sendColleague: (id: string, { revision, ...sent }: verbs.SentColleague & Shown) =>
      on(id, { revision }, () => verbs.sendColleague(context, actor, id, sent)),
    /** What the colleague who was asked told the desk. */
    answerForColleague: (
      id: string,
      answer: { signedAt: Temporal.Instant } | 'declined' | 'taken-back',
      shown: Shown = {},
    ) => on(id, shown, () => verbs.answerForColleague(context, actor, id, answer)),
    /** A seat for somebody who waits, past the order. */
    seat: (id: string, reason: string, shown: Shown = {}) =>
      because(id, shown, reason, (why) => verbs.seatNow(context, actor, id, why)),
    /** Cancels everything that is still to come, or the events whose first days are named. */
    cancel: (id: string, { reason, revision, ...asked }: CancelRequest) =>
      because(id, { revision }, reason, (why) => verbs.cancelForPerson(context, actor, id, { ...asked, reason: why })),
    /** Corrects how somebody takes part, and with it who pays. */
    correctParticipation: (id: string, form: ParticipationForm, shown: Shown = {}): Promise<StaffDone> =>
      asShown(context, 'registrations', id, shown, async () => {
        const done = await verbs.correctParticipation(context, act, id, form)
        return 'errors' in done
          ? { ...refused(Object.values(done.errors)[0]!), errors: done.errors }
          : ofRegistration(done)
      }),
    /** Moves somebody to another date. The same form sent again is done once. */
    move: async (id: string, asked: MoveRequest): Promise<StaffDone> => {
      const done = await verbs.moveForPerson(context, actor, id, asked)
      return !done.ok && done.refusal === 'changed-meanwhile'
        ? changedMeanwhile(context, 'registrations', id)
        : ofRegistration(done)
    },
    decideGate: (id: string, decision: 'waived' | 'refused', reason: string, shown: Shown = {}) =>
      because(id, shown, reason, (why) => verbs.decideGate(context, actor, id, decision, why)),
    /** Of a member district's permission or promise: it came, it holds, or it was refused, which needs a reason. */
    decidePermission: (id: string, decision: PermissionDecision, reason: string, shown: Shown = {}) =>
      decision === 'refused' && !reason.trim()
        ? Promise.resolve(NO_REASON)
        : on(id, shown, () => verbs.decidePermission(context, actor, id, decision, reason.trim())),
    /** Moves somebody right behind another on the waitlist; null: to the top. */
    reorder: (id: string, after: string | null, reason: string, shown: Shown = {}) =>
      because(id, shown, reason, (why) => verbs.reorder(context, actor, id, after, why)),
    refuseBill: (id: string, reason: string, shown: Shown = {}) =>
      because(id, shown, reason, (why) => verbs.refuseBill(context, actor, id, why)),
    receiveOrder: async (id: string, number: string, shown: Shown = {}): Promise<StaffDone> =>
      number.trim()
        ? on(id, shown, () => verbs.receiveOrder(context, actor, id, number.trim().slice(0, 60)))
        : refused('Give the number of the purchase order.'),
    /** What something would do to several people of a roster. */
    lookAtMany: (session: string, asked: ManyAsked) => lookAtMany(context, session, asked),
    /** A text of the desk to people of a roster, as each of them would read it. */
    lookAtMessages: (session: string, who: readonly string[], draft: Draft) =>
      lookAtMessages(context, session, who, draft),
    refusalOfDraft,
    /** What the text can fill in. */
    writable: WRITABLE,
    /** Sends it; the same form sent again is sent once. */
    writeToRoster: async (
      session: string,
      given: Draft & { who: readonly string[]; attempt: string },
    ): Promise<StaffDone> => {
      const errors = refusalOfDraft(given)
      if (Object.keys(errors).length > 0) return { ...refused(Object.values(errors)[0]!), errors }
      const count = await writeToRoster(context, act, session, given)
      return count > 0 ? DONE : refused('Nobody of these has a mailbox.')
    },
    /** A new link in place of the one that was sent. */
    replaceLink: (id: string, shown: Shown = {}): Promise<StaffDone> =>
      on(id, shown, () => verbs.replaceLink(context, actor, id)),
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
    writeNote: (id: string, text: string, before?: string) => writeNote(context, 'registrations', id, text, before),
  }
}
