import type { Submission } from '../kernel/payload-types.ts'
import { contentsOf, type Contents } from '../submissions/edition.ts'
import { leftOut } from '../submissions/parts.ts'
import { statusAfter } from '../submissions/policy.ts'
import { outcomeOf, decidedScores, slotsOf, type Outcome, type Slot } from './policy.ts'
import type { Scores } from '../submissions/scores.ts'
import { DECIDES, openSlots } from './seats.ts'
import type { ReleaseRefusal } from './states.ts'

/** A submission as it is judged. `attempt`: the one that is judged now, from 1. */
export type Work = Contents & {
  attempt: number
  /** Every slot of the edition, and those that are open in this attempt. */
  slots: Slot[]
  open: Slot[]
}

export const workOf = (
  submission: Pick<Submission, 'edition' | 'answers' | 'judged' | 'versions' | 'attempts'>,
): Work => {
  const contents = contentsOf(submission)
  const { edition, judged, items, answers } = contents
  const left = new Set(leftOut(items, answers))
  const isLeftOut = (item: string) => left.has(item)
  return {
    ...contents,
    attempt: submission.attempts + 1,
    slots: slotsOf(edition, isLeftOut),
    open: openSlots(edition, judged, isLeftOut),
  }
}

/** Scores of what was met in an earlier attempt; they count on. */
export const carriedScores = ({ slots, open, versions }: Work): Scores => {
  const before = versions.at(-1)?.scores ?? {}
  const isOpen = new Set(open.map(({ id }) => id))
  return Object.fromEntries(
    slots.flatMap(({ id }) => (!isOpen.has(id) && before[id] ? [[id, before[id]] as const] : [])),
  )
}

export type Judgement = { scores: Scores; outcome: Exclude<Outcome, { state: 'incomplete' }> }

/** What the finished reviews of an attempt, by seat, and what was met before come to; a reason while they come to nothing. */
export const judgementOf = (
  work: Work,
  finished: ReadonlyMap<number, Scores>,
): Judgement | { refusal: ReleaseRefusal } => {
  const reviews = [finished.get(1), finished.get(2)]
  const decided = decidedScores(work.open, {
    reviewers: work.edition.reviewers,
    // Without a first review the second alone is none.
    reviews: reviews[0] ? reviews.filter((scores) => scores !== undefined) : [],
    decided: finished.get(DECIDES) ?? null,
    differ: work.edition.differ,
  })
  if ('refusal' in decided) return decided
  const scores = { ...carriedScores(work), ...decided.scores }
  const outcome = outcomeOf(work.slots, scores, work.edition)
  return outcome.state === 'incomplete' ? { refusal: 'incomplete' } : { scores, outcome }
}

/** What becomes of the submission when that judgement is released: the attempt counts, and may be the last for now. */
export const statusReleased = (
  { attempt, edition }: Work,
  { outcome }: Judgement,
  allowed: number,
): ReturnType<typeof statusAfter> =>
  statusAfter(outcome.state === 'passed', { made: attempt, cap: edition.attempts, allowed })
