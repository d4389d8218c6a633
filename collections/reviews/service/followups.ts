import { SYSTEM } from '../../kernel/act.ts'
import { applicantName } from '../../applications/form.ts'
import { isOfEarlier } from '../../applications/earlier.ts'
import { closeReview, readAgain } from '../again.ts'
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

/** What was scored before an application was changed is given back to whoever scored it. */
export const changedApplications: Step = {
  name: 'changed-applications',
  follows: { applications: ({ id, status }) => (status === 'submitted' ? id : undefined) },
  handle: async (context, id) => {
    const application = await one(context, 'applications', id)
    if (!application?.changedAt || application.status !== 'submitted') return
    const act = actOf(context, SYSTEM)
    const scored = await every(context, 'reviews', {
      and: [{ application: { equals: id } }, { status: { equals: 'scored' } }],
    })
    const former = scored.filter((review) => isOfEarlier(review, application))
    await each(former, (review) => readAgain(act, review, applicantName(application)))
  },
}
