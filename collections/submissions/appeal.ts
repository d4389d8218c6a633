import type { Submission } from '../kernel/payload-types.ts'
import { businessDaysAfter, type Holiday } from '../holidays/policy.ts'
import { dayIn, endOfDay, instantOf } from '../values/day.ts'
import { isOneOf } from '../values/list.ts'
import type { SubmissionStatus } from './states.ts'

// One objection to what was released, decided by somebody who has not judged.

/** granted: what fell short is read anew by others, which costs no attempt · refused: what was released stays. */
export type AppealDecision = 'granted' | 'refused'

/** `attempt`: the one it is about. Instants are ISO 8601, in UTC. */
export type Appeal = {
  attempt: number
  at: string
  text: string
  decision?: AppealDecision
  decidedAt?: string
  why?: string
}

// Read from the document; it was checked when it was written.
export const appealOf = ({ appeal }: Pick<Submission, 'appeal'>): Appeal | null =>
  (appeal as Appeal | null | undefined) ?? null

/** An objection nobody has decided about. */
export const isOpenAppeal = (submission: Pick<Submission, 'appeal'>): boolean => {
  const appeal = appealOf(submission)
  return appeal !== null && appeal.decision === undefined
}

const APPEALABLE = ['not-yet', 'with-coach'] as const satisfies readonly SubmissionStatus[]

type Calendar = { holidays: readonly Holiday[]; zone: string }

/**
 * Until when somebody can object to what was released: the end of the day that lies so many business days after it; null: there is
 * nothing to object to, they have objected before, or the credential knows no appeal. How many days is the credential's; an appeal
 * elsewhere takes four weeks (CLI Engage), seed 3 is silent.
 */
export const appealUntil = (
  submission: Pick<Submission, 'status' | 'appeal' | 'answeredAt'>,
  days: number | null | undefined,
  { holidays, zone }: Calendar,
): Temporal.Instant | null => {
  const answeredAt = instantOf(submission.answeredAt)
  if (!days || !answeredAt || appealOf(submission) || !isOneOf(APPEALABLE, submission.status)) return null
  return endOfDay(businessDaysAfter(dayIn(answeredAt, zone), days, holidays), zone)
}

/** Why somebody cannot object now; undefined means they can. */
export const refusalToAppeal = (
  until: Temporal.Instant | null,
  text: string,
  now: Temporal.Instant,
): 'not-now' | 'late' | 'no-note' | undefined => {
  if (!until) return 'not-now'
  if (Temporal.Instant.compare(now, until) > 0) return 'late'
  return text.trim() === '' ? 'no-note' : undefined
}

/** Whether somebody has judged what a granted appeal has read anew, so that they must not read it again. */
export const hasJudgedBefore = (
  submission: Pick<Submission, 'appeal'>,
  review: { attempt: number; reviewer: string; status: string },
  user: string,
): boolean => {
  const appeal = appealOf(submission)
  return (
    appeal?.decision === 'granted' &&
    review.reviewer === user &&
    review.status !== 'handed-back' &&
    review.attempt <= appeal.attempt
  )
}
