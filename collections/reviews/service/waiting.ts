import { idOf } from '../../kernel/related.ts'
import { attemptOf } from '../lead.ts'
import { countingBySeat, finishedOf, reviewsAbout, scoresBySeat } from '../reading.ts'
import { judgementOf, workOf } from '../work.ts'
import type { Context } from '../../context/context.ts'
import type { WorksWaiting } from '../../staff/overview-views.ts'
import { count, every, pluck } from '../../kernel/queries.ts'
import { isOpenAppeal } from '../../submissions/appeal.ts'

export const worksWaiting = async (context: Context, now: Temporal.Instant): Promise<WorksWaiting> => {
  const [toLookThrough, withCoach, inReview, overdue, answered] = await Promise.all([
    count(context, 'submissions', { status: { equals: 'submitted' } }),
    count(context, 'submissions', { status: { equals: 'with-coach' } }),
    every(context, 'submissions', { status: { equals: 'in-review' } }),
    count(context, 'submissions', {
      and: [{ status: { in: ['submitted', 'in-review'] } }, { dueAt: { less_than: now.toString() } }],
    }),
    pluck(context, 'submissions', { status: { in: ['not-yet', 'with-coach'] } }, ['appeal']),
  ])
  const reviews = await reviewsAbout(
    context.payload,
    'submission',
    inReview.map(({ id }) => id),
  )
  const toRelease = inReview.filter((submission) => {
    const own = reviews.filter((review) => idOf(review.submission) === submission.id)
    const finished = finishedOf(countingBySeat(own, attemptOf(submission)))
    return !('refusal' in judgementOf(workOf(submission), scoresBySeat(finished)))
  })
  return {
    toLookThrough,
    toRelease: toRelease.length,
    withCoach,
    overdue,
    appeals: answered.filter(isOpenAppeal).length,
  }
}
