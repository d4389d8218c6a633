import type { Act } from '../../kernel/act.ts'
import { freeSeat, giveBack } from '../again.ts'
import { allowAnother, decideAppeal, endWork, release, sendBack, sendToReview, type Led } from '../lead.ts'
import { LEAD_REFUSALS } from '../states.ts'
import { workOf } from '../work.ts'
import type { Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'
import { worded } from '../../staff/refusals.ts'
import { asShown, type Shown } from '../../staff/shown.ts'
import type { StaffDone } from '../../staff/views.ts'
import type { AppealDecision } from '../../submissions/appeal.ts'
import { appealDue } from '../../submissions/service/appeal.ts'
import { openEvidence } from '../../submissions/service/evidence.ts'
import { fileAt, linkAt } from './items.ts'
import { noteSeen } from './seen.ts'
import { lacksOf, workDetail, worksView } from './lead-queries.ts'

const ofLead = worded(LEAD_REFUSALS)

/** Work for micro-credentials, for the lead: completeness, release of scores, coaching. */
export const staffSubmissions = (context: Context, act: Act) => {
  const on = (id: string, shown: Shown, work: () => Promise<Led>): Promise<StaffDone> =>
    asShown(context, 'submissions', id, shown, async () => ofLead(await work()))
  const workAt = async (id: string) => {
    const submission = await one(context, 'submissions', id)
    return submission ? workOf(submission) : undefined
  }
  return {
    list: () => worksView(context, act.now),
    /** Whoever reads it has seen whose it is, which is written down. */
    read: async (id: string) => {
      const submission = await one(context, 'submissions', id)
      if (submission) await noteSeen(act, submission)
      return workDetail(context, id, act.now)
    },
    sendToReview: (id: string, shown: Shown = {}) => on(id, shown, () => sendToReview(act, id)),
    /** Everything that was sent and in which the machine finds nothing missing; how many. */
    sendAllToReview: async (): Promise<{ sent: number }> => {
      const waiting = await every(context, 'submissions', { status: { equals: 'submitted' } }, { sort: 'submittedAt' })
      let sent = 0
      for (const submission of waiting.filter((work) => lacksOf(workOf(work)).length === 0))
        if (ofLead(await sendToReview(act, submission.id)).ok) sent += 1
      return { sent }
    },
    sendBack: (id: string, note: string, shown: Shown = {}) => on(id, shown, () => sendBack(act, id, note)),
    release: (id: string, revision: number, note: string) =>
      on(id, { revision }, () => release(act, id, { revision, note })),
    returnReview: (id: string, seat: number, reason: string, shown: Shown = {}) =>
      on(id, shown, () => giveBack(act, id, seat, reason)),
    freeSeat: (id: string, seat: number, reason: string, shown: Shown = {}) =>
      on(id, shown, () => freeSeat(act, id, seat, reason)),
    allowAnother: (id: string, reason: string, shown: Shown = {}) => on(id, shown, () => allowAnother(act, id, reason)),
    /** One objection of the person; decided by somebody who has not judged. */
    decideAppeal: (id: string, decision: AppealDecision, why: string, shown: Shown = {}) =>
      on(id, shown, async () => {
        const work = await workAt(id)
        const due = work ? await appealDue(context, work) : null
        return decideAppeal(act, id, { decision, why, dueAt: due?.toString() ?? null })
      }),
    end: (id: string, reason: string, shown: Shown = {}) => on(id, shown, () => endWork(act, id, reason)),
    /** A piece of evidence under its neutral name. */
    file: async (id: string, place: string) => {
      const work = await workAt(id)
      const found = work && fileAt(work, work.items, place)
      const evidence = found && (await openEvidence(context, found.id))
      return evidence && { ...evidence, name: `${found.name}.${evidence.ending}` }
    },
    link: async (id: string, place: string): Promise<string | undefined> => {
      const work = await workAt(id)
      return work && linkAt(work, work.items, place)
    },
  }
}
