import { idOf } from '#collections/related.ts'
import { attemptOf } from '#collections/reviews/lead.ts'
import { countingBySeat, finishedOf, reviewsAbout, scoresBySeat } from '#collections/reviews/reading.ts'
import { judgementOf, workOf } from '#collections/reviews/work.ts'
import type { DeskContext } from '../context.ts'
import { count, every } from '../reading.ts'

/** Work for micro-credentials that waits for the lead, counted; `overdue`: the answer should have been out by `now`. */
export type WorksWaiting = { toLookThrough: number; toRelease: number; withCoach: number; overdue: number }

export const worksWaiting = async (context: DeskContext, now: Temporal.Instant): Promise<WorksWaiting> => {
  const [toLookThrough, withCoach, inReview, overdue] = await Promise.all([
    count(context, 'submissions', { status: { equals: 'submitted' } }),
    count(context, 'submissions', { status: { equals: 'with-coach' } }),
    every(context, 'submissions', { status: { equals: 'in-review' } }),
    count(context, 'submissions', {
      and: [{ status: { in: ['submitted', 'in-review'] } }, { dueAt: { less_than: now.toString() } }],
    }),
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
  return { toLookThrough, toRelease: toRelease.length, withCoach, overdue }
}
