import { SYSTEM } from '../../kernel/act.ts'
import { closeReview } from '../again.ts'
import { idOf } from '../../kernel/related.ts'
import { actOf } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { every, one } from '../../kernel/queries.ts'
import type { Step } from '../../followups/service/step.ts'

/** Marks on the reviews of attempts that are over; a process that stopped after a release leaves them to be made now. */
export const closedReviews: Step = {
  name: 'closed-reviews',
  follows: { submissions: ({ id }) => id, reviews: ({ submission }) => idOf(submission) },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const submission = await one(context, 'submissions', id)
    if (!submission) return
    const open = await every(context, 'reviews', {
      and: [{ submission: { equals: id } }, { status: { in: ['started', 'scored'] } }],
    })
    const over = open.filter(({ attempt }) => attempt <= submission.attempts || submission.status === 'withdrawn')
    await each(over, (review) => closeReview(act, review, submission))
  },
}
