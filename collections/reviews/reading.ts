import type { Payload } from 'payload'
import type { Review } from '../kernel/payload-types.ts'
import { every } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { instantOf } from '../values/day.ts'
import type { Subject } from './actions.ts'
import type { Scores } from '../submissions/scores.ts'
import { isCurrent, type Seated } from './seats.ts'

// Reviews as they are read: which of them count, and what they say.

export const seatedOf = ({ seat, reviewer, status, lockedUntil, startedAt }: Review): Seated => ({
  seat,
  reviewer: idOf(reviewer),
  status,
  lockedUntil: instantOf(lockedUntil),
  startedAt: Temporal.Instant.from(startedAt),
})

const isFinished = ({ status }: Review): boolean => status === 'scored' || status === 'released'

/** Of reviews about one subject those that count now, by seat. */
export const countingBySeat = (
  reviews: readonly Review[],
  { attempt, handedInAt }: Pick<Subject, 'attempt' | 'handedInAt'>,
): Map<number, Review> =>
  new Map(
    reviews
      .filter((review) => review.status !== 'handed-back' && review.attempt === attempt)
      .filter((review) => isCurrent(seatedOf(review), handedInAt))
      .map((review) => [review.seat, review]),
  )

export const finishedOf = (counting: ReadonlyMap<number, Review>): Map<number, Review> =>
  new Map([...counting].filter(([, review]) => isFinished(review)))

export const reviewsAbout = async (
  payload: Payload,
  kind: Subject['kind'],
  ids: readonly string[],
): Promise<Review[]> =>
  ids.length === 0 ? [] : every({ payload }, 'reviews', { [kind]: { in: [...ids] } }, { sort: 'seat' })

/** What reviews of work say, by seat. */
export const scoresBySeat = (reviews: ReadonlyMap<number, Review>): Map<number, Scores> =>
  new Map([...reviews].map(([seat, { scores }]) => [seat, scores as unknown as Scores]))
