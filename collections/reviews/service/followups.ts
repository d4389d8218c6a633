import { SYSTEM } from '../../kernel/act.ts'
import { closeReview } from '../again.ts'
import { idOf } from '../../kernel/related.ts'
import { actOf, type Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { each } from '../../context/each.ts'

/** Marks on the reviews of attempts that are over; a process that stopped after a release leaves them to be made now. */
export const settleReviews = async (context: Context): Promise<void> => {
  const act = actOf(context, SYSTEM)
  const open = await every(context, 'reviews', {
    and: [{ submission: { exists: true } }, { status: { in: ['started', 'scored'] } }],
  })
  const submissions = await every(context, 'submissions', {
    and: [
      { id: { in: [...new Set(open.flatMap(({ submission }) => idOf(submission) ?? []))] } },
      { or: [{ attempts: { greater_than: 0 } }, { status: { equals: 'withdrawn' } }] },
    ],
  })
  const byId = new Map(submissions.map((submission) => [submission.id, submission]))
  const over = open.filter(({ submission, attempt }) => {
    const of = byId.get(idOf(submission) ?? '')
    return of !== undefined && (attempt <= of.attempts || of.status === 'withdrawn')
  })
  await each(context, over, 'A review could not be closed', (review) =>
    closeReview(act, review, byId.get(idOf(review.submission)!)!),
  )
}
