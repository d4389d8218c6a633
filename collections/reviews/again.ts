import type { Review, Submission } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import type { Entry } from '../kernel/audit.ts'
import { change } from '../kernel/change.ts'
import { one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { contentsOf } from '../submissions/edition.ts'
import { leave, moveTo, reopen } from './actions.ts'
import { attemptOf, on, refused, type Led } from './lead.ts'
import { countingBySeat, reviewsAbout } from './reading.ts'

/** What the log says of a review somebody else deals with, by its submission. */
const said =
  ({ title }: Submission, what: string, { seat }: Review, then: string, reason: string) =>
  (review: Review): Entry => ({
    key: `review:${review.id}:${review.revision}:${what}`,
    kind: `review.${what}`,
    summary: `${title}: Review ${seat} ${then}`,
    submission: idOf(review.submission),
    reason,
  })

// What becomes of reviews besides being finished: given back, freed for somebody else, closed when the attempt is over.

/** Writes the submission without changing it, so that whoever read it before, to release it, has to read it again. */
const touch = async (act: Act, id: string): Promise<Led> => {
  for (;;) {
    const was = await one(act, 'submissions', id)
    if (was?.status !== 'in-review') return refused('not-now')
    const submission = await change(act, 'submissions', was, {}, null)
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
    const entry = said(was, 'given-back', review, 'given back to be done again', why)
    return (await reopen(act, review, why, entry)) ? touch(act, id) : refused('changed-meanwhile')
  })

/** Frees a seat whose reviewer is away, before its time is over. */
export const freeSeat = async (act: Act, id: string, seat: number, reason: string): Promise<Led> =>
  on(act, id, async (was) => {
    const why = reason.trim()
    if (why === '') return refused('no-reason')
    const reviews = await reviewsAbout(act.payload, 'submission', [id])
    const review = countingBySeat(reviews, attemptOf(was)).get(seat)
    if (review?.status !== 'started') return refused('not-now')
    const entry = said(was, 'freed', review, 'freed for somebody else', why)
    return (await leave(act, review, why, entry)) ? { ok: true, submission: was } : refused('changed-meanwhile')
  })

const CHANGED = 'The applicant has changed the application. Please look at what changed, and finish it again.'

/** Gives a finished review of an application back, because it was changed since. Undefined when somebody else was first. */
export const readAgain = (act: Act, review: Review, title: string): Promise<Review | undefined> =>
  reopen(act, review, CHANGED, (now) => ({
    key: `review:${review.id}:${now.revision}:changed`,
    kind: 'review.given-back',
    summary: `${title}: Review ${review.seat} to be done again`,
    application: idOf(review.application),
    reason: CHANGED,
  }))

const DECIDED_WITHOUT = 'Decided without it.'

/** Marks a review of an attempt that is over, which the log says of the submission: released with the rest, or ended where it was not needed. Twice changes nothing. */
export const closeReview = async (act: Act, review: Review, submission: Submission): Promise<void> => {
  const version = contentsOf(submission).versions.find(({ attempt }) => attempt === review.attempt)
  if (review.status === 'started' || !version) await leave(act, review, DECIDED_WITHOUT, null)
  else await moveTo(act, review, 'released', { releasedAt: version.releasedAt }, null)
}
