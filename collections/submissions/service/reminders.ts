import type { Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { EVERYTHING, isNewHour, type Step } from '../../followups/service/step.ts'
import { one, pluck } from '../../kernel/queries.ts'
import { isReminding } from '../../values/reminding.ts'
import { notifySender } from './notifications.ts'
import { deadlineOf, workOf } from './submission.ts'

const DAYS = 7

const remind = async (context: Context, id: string): Promise<void> => {
  const submission = await one(context, 'submissions', id)
  // The deadline is for sending it the first time.
  if (submission?.status !== 'draft' || submission.submittedAt) return
  const deadline = deadlineOf(workOf(submission).edition, context.zone)
  if (isReminding(deadline, Temporal.Instant.from(submission.startedAt), DAYS, context.now))
    await notifySender(context, submission, 'work-unsent', { key: deadline!.toString() })
}

/** Looks each hour who has begun work that has a last day, and not sent it. */
export const unsentWork: Step = {
  name: 'unsent-work',
  follows: {},
  due: async (_context, span) => (isNewHour(span) ? [EVERYTHING] : []),
  handle: async (context) => {
    const drafts = await pluck(context, 'submissions', { status: { equals: 'draft' } }, ['id'])
    await each(drafts, ({ id }) => remind(context, id))
  },
}
