import type { Review } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import type { Entry } from '../kernel/audit.ts'
import { change, create, type EntryFor } from '../kernel/change.ts'
import type { Fields } from '../kernel/keyed.ts'
import { one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { lockFor } from './assignment.ts'
import type { PointScores } from './points.ts'
import type { Scores } from '../submissions/scores.ts'
import { countingBySeat, finishedOf, reviewsAbout, seatedOf } from './reading.ts'
import { seatFor } from './seats.ts'
import { mayBecome } from './policy.ts'
import type { ReviewRefusal, ReviewStatus } from './states.ts'

// What reviewers do with reviews. Who may see what they are about is for the caller to decide first.

/** What is read: one attempt of a submission, or an application. */
export type Subject = {
  kind: 'submission' | 'application'
  id: string
  attempt: number
  /** When it was handed in as it is now. */
  handedInAt: Temporal.Instant
  dueAt: string | null
  /** As the log calls it. */
  title: string
  /** The seats there are, given what is finished; by seat. */
  seats: (finished: ReadonlyMap<number, Review>) => readonly number[]
}

export type Reviewed = { ok: true; review: Review } | { ok: false; refusal: ReviewRefusal }

const TRIES = 5
/** Minutes somebody has to do a review again before another may take it over: two days. */
const AGAIN_MINUTES = 2 * 24 * 60

const keyOf = ({ kind, id, attempt }: Subject, seat: number): string =>
  kind === 'submission' ? `submission:${id}#${attempt}/${seat}` : `application:${id}/${seat}`

/** What is said of a review: the step, and a sentence about it. */
type Said = { what: string; summary: string; reason?: string }

const said =
  ({ what, summary, reason }: Said) =>
  (review: Review): Entry => ({
    key: `review:${review.id}:${review.revision}:${what}`,
    kind: `review.${what}`,
    summary,
    submission: review.submission,
    application: review.application,
    reason,
  })

/** A seat for somebody: a new review, or one that was left lying, in which nothing of somebody else's is kept. */
const sit = (
  act: Act,
  subject: Subject,
  seat: number,
  { reviewer, until, there }: { reviewer: string; until?: Temporal.Instant; there: Review | undefined },
) => {
  const fields = {
    reviewer,
    status: 'started',
    lockedUntil: (until ?? lockFor(reviewer, act.now).until).toString(),
    dueAt: subject.dueAt,
    startedAt: act.now.toString(),
    assignedAt: until ? act.now.toString() : null,
    scoredAt: null,
    reason: null,
  } as const
  const isTakenOver = there !== undefined && idOf(there.reviewer) !== reviewer
  const how = until ? 'given by the lead' : isTakenOver ? 'taken over, the time of the other was over' : 'taken'
  const taken = said({ what: until ? 'assigned' : 'taken', summary: `Review ${seat} of ${subject.title} ${how}` })
  if (there)
    return change(
      act,
      'reviews',
      there,
      { ...fields, ...(isTakenOver ? { scores: {}, note: null } : { scores: there.scores }) },
      taken,
    )
  const review = {
    ...fields,
    key: keyOf(subject, seat),
    [subject.kind]: subject.id,
    attempt: subject.attempt,
    seat,
    scores: {},
    knowsWho: false,
  }
  return create(act, 'reviews', review, taken)
}

/**
 * Takes a seat at something, or goes on where one has it already. The unique key settles who gets a free seat, and the revision
 * who takes over one whose time is over: of any number at once exactly one. `until`: the lead gives it to them, for so long.
 */
export const take = async (
  act: Act,
  subject: Subject,
  reviewer: string,
  until?: Temporal.Instant,
): Promise<Reviewed> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const all = (await reviewsAbout(act.payload, subject.kind, [subject.id])).filter(
      ({ attempt, status }) => attempt === subject.attempt && status !== 'handed-back',
    )
    const counting = countingBySeat(all, subject)
    const mine = [...counting.values()].find((own) => own.status === 'started' && idOf(own.reviewer) === reviewer)
    if (mine) return { ok: true, review: mine }
    const seated = [...counting.values()].map(seatedOf)
    const seat = seatFor(subject.seats(finishedOf(counting)), seated, reviewer, act.now)
    if (seat === undefined) return { ok: false, refusal: 'taken' }
    const there = all.find((other) => other.seat === seat)
    const review = await sit(act, subject, seat, { reviewer, until, there })
    if (review) return { ok: true, review }
  }
  return { ok: false, refusal: 'taken' }
}

/** What was given for days is not taken away by a draft that is kept. */
const laterOf = (one: string | null | undefined, other: Temporal.Instant): string =>
  one && Temporal.Instant.compare(Temporal.Instant.from(one), other) > 0 ? one : other.toString()

const refusalToWrite = ({ reviewer, status }: Review, by: string): ReviewRefusal | undefined => {
  if (idOf(reviewer) !== by || status === 'handed-back') return 'not-yours'
  return mayBecome(status, 'scored') ? undefined : 'finished'
}

type Given = Scores | PointScores

/**
 * Keeps a draft, and the seat for two more hours at least. With `isFinished` it is done, and only the lead can give it back. Of two
 * drafts at once (a page keeps them by itself too) the later one stays. `note`: for the lead only.
 */
export const writeScores = async (
  act: Act,
  known: Review,
  reviewer: string,
  { scores, note }: { scores: Given; note: string | null },
  isFinished: boolean,
): Promise<Reviewed> => {
  let review: Review | undefined = known
  for (let tries = 0; review && tries < TRIES; tries += 1) {
    const refusal = refusalToWrite(review, reviewer)
    if (refusal) return { ok: false, refusal }
    const state = isFinished
      ? { status: 'scored' as const, scoredAt: act.now.toString(), lockedUntil: null }
      : { lockedUntil: laterOf(review.lockedUntil, lockFor(reviewer, act.now).until) }
    const written: Review | undefined = await change(
      act,
      'reviews',
      review,
      { scores, note, ...state },
      isFinished ? said({ what: 'scored', summary: `Review ${review.seat} finished` }) : null,
      { only: { reviewer: { equals: reviewer } } },
    )
    if (written) return { ok: true, review: written }
    review = await one(act, 'reviews', known.id)
  }
  return { ok: false, refusal: 'not-yours' }
}

/** Gives a seat up; it is free for somebody else at once. `knowsWho`: it is not offered to this reviewer again. */
export const handBack = async (
  act: Act,
  review: Review,
  reviewer: string,
  { reason, knowsWho }: { reason: string; knowsWho: boolean },
): Promise<Reviewed> => {
  const refusal = refusalToWrite(review, reviewer) ?? (reason.trim() === '' ? 'no-reason' : undefined)
  if (refusal) return { ok: false, refusal }
  const handedBack = said({
    what: 'handed-back',
    summary: `Review ${review.seat} handed back`,
    reason: reason.trim(),
  })
  const written = await leave(act, review, reason.trim(), handedBack, knowsWho)
  return written ? { ok: true, review: written } : { ok: false, refusal: 'not-yours' }
}

/** Brings a review to another status, from those that may lead there. Undefined when it changed in the meantime. */
export const moveTo = (
  act: Act,
  review: Review,
  status: ReviewStatus,
  data: Fields<'reviews'>,
  entry: EntryFor<'reviews'>,
): Promise<Review | undefined> =>
  mayBecome(review.status, status)
    ? change(act, 'reviews', review, { ...data, status }, entry)
    : Promise.resolve(undefined)

/** Ends a review that nobody goes on with; its key is free for another. Undefined when it changed in the meantime. */
export const leave = (
  act: Act,
  review: Review,
  reason: string,
  entry: EntryFor<'reviews'>,
  knowsWho = false,
): Promise<Review | undefined> => {
  const left = { key: `${review.key}/${review.id}`, lockedUntil: null, reason, knowsWho }
  return moveTo(act, review, 'handed-back', left, entry)
}

/** Gives a finished review back to whoever did it. They have two days before somebody else may take it over. */
export const reopen = (
  act: Act,
  review: Review,
  reason: string,
  entry: EntryFor<'reviews'>,
): Promise<Review | undefined> => {
  const lockedUntil = lockFor(idOf(review.reviewer), act.now, AGAIN_MINUTES).until.toString()
  return moveTo(act, review, 'started', { scoredAt: null, lockedUntil, reason }, entry)
}
