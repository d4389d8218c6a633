import type { Review, Submission } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { record } from '../events/actions.ts'
import { change } from '../kernel/change.ts'
import { one } from '../kernel/queries.ts'
import { contentsOf } from '../submissions/edition.ts'
import { leave, moveTo, reopen } from './actions.ts'
import { attemptOf, on, refused, type Led } from './lead.ts'
import { countingBySeat, reviewsAbout } from './reading.ts'

// What becomes of reviews besides being finished: given back, freed for somebody else, closed when the attempt is over.

/** Writes the submission without changing it, so that whoever read it before, to release it, has to read it again. */
const touch = async (act: Act, id: string): Promise<Led> => {
  for (;;) {
    const was = await one(act, 'submissions', id)
    if (was?.status !== 'in-review') return refused('not-now')
    const submission = await change(act, 'submissions', was, {})
    if (submission) return { ok: true, submission }
  }
}

/** Gives a finished review back to be done again. A release that has read it as finished comes to nothing, or came first. */
export const giveBack = (act: Act, id: string, seat: number, reason: string): Promise<Led> =>
  on(act, id, async (was) => {
    const why = reason.trim()
    if (was.status !== 'in-review') return refused('not-now')
    if (why === '') return refused('no-reason')
    const reviews = await reviewsAbout(act.payload, 'submission', [id])
    const review = countingBySeat(reviews, attemptOf(was)).get(seat)
    if (review?.status !== 'scored') return refused('not-now')
    if (!(await reopen(act, review, why))) return refused('changed-meanwhile')
    const touched = await touch(act, id)
    if (touched.ok)
      await record(act, {
        key: `review:${review.id}:${review.revision + 1}:given-back`,
        kind: 'review.given-back',
        summary: `${was.title}: Review ${seat} given back to be done again`,
        submission: id,
        reason: why,
      })
    return touched
  })

/** Frees a seat whose reviewer is away, before its time is over. */
export const freeSeat = async (act: Act, id: string, seat: number, reason: string): Promise<Led> =>
  on(act, id, async (was) => {
    const why = reason.trim()
    if (why === '') return refused('no-reason')
    const reviews = await reviewsAbout(act.payload, 'submission', [id])
    const review = countingBySeat(reviews, attemptOf(was)).get(seat)
    if (review?.status !== 'started') return refused('not-now')
    if (!(await leave(act, review, why))) return refused('changed-meanwhile')
    await record(act, {
      key: `review:${review.id}:${review.revision + 1}:freed`,
      kind: 'review.freed',
      summary: `${was.title}: Review ${seat} freed for somebody else`,
      submission: id,
      reason: why,
    })
    return { ok: true, submission: was }
  })

const DECIDED_WITHOUT = 'Decided without it.'

/** Marks a review of an attempt that is over: released with the rest, or ended where it was not needed. Twice changes nothing. */
export const closeReview = async (act: Act, review: Review, submission: Submission): Promise<void> => {
  const version = contentsOf(submission).versions.find(({ attempt }) => attempt === review.attempt)
  if (review.status === 'started' || !version) await leave(act, review, DECIDED_WITHOUT)
  else await moveTo(act, review, 'released', { releasedAt: version.releasedAt })
}
