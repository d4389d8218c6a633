import { businessDaysAfter, type Holiday } from '../holidays/policy.ts'
import { dayIn, endOfDay, type Day } from '../values/day.ts'
import { plainLetters } from '../values/slug.ts'
import type { Conflict } from './states.ts'

/** A person as far as conflicts go. `employer`: the name of the organization, or as they wrote it where it is not on the list. */
export type Party = { email: string; organization: string | null; employer: string | null }

const plain = (text: string | null): string =>
  plainLetters(text ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Why a reviewer must not read what an applicant sent; undefined means they may. The same organization is a conflict, on the
 * list or as written, whatever its capitals, accents and punctuation. A third person who decides where two differ must be
 * neither of them: `scoredBy`, their e-mail addresses. Who has no employer shares none.
 */
export const conflictOf = (
  reviewer: Party,
  applicant: Party,
  scoredBy: readonly string[] = [],
): Conflict | undefined => {
  const email = reviewer.email.trim().toLowerCase()
  if (email === applicant.email.trim().toLowerCase()) return 'own'
  if (reviewer.organization !== null && reviewer.organization === applicant.organization) return 'same-organization'
  const employer = plain(reviewer.employer)
  if (employer !== '' && employer === plain(applicant.employer)) return 'same-organization'
  return scoredBy.some((other) => other.trim().toLowerCase() === email) ? 'scored-before' : undefined
}

/** Who is reading something now, so that two people do not do the same work; it ends by itself. */
export type Lock = { by: string; until: Temporal.Instant }

const LOCK_MINUTES = 120

/** A lock from now, or one that goes on: two hours after the last time something was saved, unless said otherwise. */
export const lockFor = (reviewer: string, now: Temporal.Instant, minutes = LOCK_MINUTES): Lock => ({
  by: reviewer,
  until: now.add({ seconds: Math.round(minutes * 60) }),
})

/** Whether somebody can take something to review: nobody has it, they have it themselves, or the time of the other is over. */
export const mayTake = (lock: Lock | null, reviewer: string, now: Temporal.Instant): boolean =>
  lock === null || lock.by === reviewer || Temporal.Instant.compare(now, lock.until) >= 0

/**
 * Until when an answer is due: the end of the day that lies so many business days after the one on which it came in, both on a
 * clock in `zone`. Received on Friday, August 6, five business days end on Friday, August 13 (as issuers count). Throws a
 * RangeError for a count that is negative or not whole.
 */
export const answerDue = (
  receivedAt: Temporal.Instant,
  businessDays: number,
  holidays: readonly Holiday[],
  zone: string,
): { day: Day; instant: Temporal.Instant } => {
  const day = businessDaysAfter(dayIn(receivedAt, zone), businessDays, holidays)
  return { day, instant: endOfDay(day, zone) }
}
