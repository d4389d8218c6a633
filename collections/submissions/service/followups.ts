import { appealOf } from '../appeal.ts'
import { writeEntry } from '../../kernel/audit.ts'
import type { MessageKind } from '../../templates/states.ts'
import type { Submission } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { one } from '../../kernel/queries.ts'
import { EVERYTHING, isNewHour, type Step } from '../../followups/service/step.ts'
import { feedbackOf } from '../feedback.ts'
import { feedbackLink } from './feedback.ts'
import { notifyColleague, notifySender } from './notifications.ts'
import { sweepEvidence } from './cleanup.ts'
import { entryOf, workOf } from './submission.ts'

type Notification = { kind: MessageKind; key?: string }

/** What has to have been written for work to be as it is. Each is written once, by its key. */
const notificationsOf = ({ status, submittedAt, attempts, allowed, linkVersion }: Submission): Notification[] => {
  if (status === 'withdrawn') return []
  const begun: Notification = { kind: 'work-begun', key: linkVersion > 1 ? String(linkVersion) : undefined }
  if (!submittedAt) return [begun]
  const received: Notification[] = [begun, { kind: 'work-received', key: submittedAt }]
  if (status === 'incomplete') return [...received, { kind: 'work-incomplete', key: submittedAt }]
  // A coach who allows another attempt says so in a message of its own.
  if (status === 'not-yet') return [...received, { kind: 'work-not-yet', key: [attempts, allowed].join('+') }]
  if (status === 'with-coach') return [...received, { kind: 'work-with-coach', key: String(attempts) }]
  return received
}

/** Writes to colleagues who were asked for feedback, and to the owner once it is there. */
const notifyColleagues = async (context: Context, submission: Submission): Promise<void> => {
  if (submission.status === 'withdrawn') return
  for (const [item, feedback] of Object.entries(feedbackOf(submission))) {
    const { name, email, version, givenAt } = feedback
    if (givenAt) {
      const values = { colleague: name }
      await notifySender(context, submission, 'feedback-given', { key: `${item}:${version}`, values })
    } else {
      const feedback_link = await feedbackLink(context, submission.id, item, feedback)
      await notifyColleague(context, submission, { item, version, name, email, feedback_link })
    }
  }
}

/** The first line in the log of work, and what is written to people about it. */
export const submissionNotifications: Step = {
  name: 'submission-notifications',
  follows: { submissions: ({ id }) => id },
  handle: async (context, id) => {
    const submission = await one(context, 'submissions', id)
    if (!submission) return
    const { name } = submission
    const summary = `${name} began work for ${workOf(submission).edition.title}`
    await writeEntry(actOf(context, { kind: 'person', name }), entryOf(id, { what: 'begun', summary }))
    for (const { kind, key } of notificationsOf(submission)) await notifySender(context, submission, kind, { key })
    await notifyColleagues(context, submission)
    const { decision, decidedAt, why } = appealOf(submission) ?? {}
    const kind = decision === 'granted' ? 'appeal-granted' : 'appeal-refused'
    if (decision) await notifySender(context, submission, kind, { key: decidedAt, values: { reason: why ?? '' } })
  },
}

/** Once an hour, evidence that belongs to nothing is taken away. */
export const evidenceCleanup: Step = {
  name: 'evidence-cleanup',
  follows: {},
  due: async (_context, span) => (isNewHour(span) ? [EVERYTHING] : []),
  handle: sweepEvidence,
}
