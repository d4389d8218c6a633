import type { Registration } from '../kernel/payload-types.ts'
import { instantOf } from '../values/day.ts'
import { orderEnd, type Office } from './office.ts'
import { agreementOf } from './policy.ts'
import type { Acceptance } from './states.ts'

// Who accepted the terms, how and when. Nobody owes anything by terms they have not accepted.

type Accepting = Pick<Registration, 'acceptance' | 'acceptedAt' | 'agreed' | 'source' | 'formerly' | 'application'>

/** `unknown`: of a registration from before this was written down, which was made at the desk or handed on. */
export type AcceptanceView = { how: Acceptance | 'unknown'; at: Temporal.Instant | null }

/** How and when somebody accepted the terms of their registration. */
export const acceptanceOf = (registration: Accepting): AcceptanceView => {
  const { acceptance, acceptedAt, source, formerly, application } = registration
  if (acceptance) return { how: acceptance, at: instantOf(acceptedAt) }
  const at = Temporal.Instant.from(agreementOf(registration).at)
  if (application) return { how: 'place', at }
  const isOwnForm = source === 'web' && ((formerly as unknown[] | null) ?? []).length === 0
  return isOwnForm ? { how: 'online', at } : { how: 'unknown', at: null }
}

/** Whether terms bind somebody: not as long as they were only asked to accept them. */
export const hasAccepted = ({ acceptance }: Pick<Registration, 'acceptance'>): boolean => acceptance !== 'asked'

/** How long whoever was added by the desk, or asked by a colleague, has for an answer, in business days. */
export const ANSWER_DAYS = 5

/** Until when whoever was added by the desk has to accept the terms: some business days, but never beyond the start. */
export const acceptUntil = (
  askedAt: Temporal.Instant,
  office: Pick<Office, 'holidays' | 'zone'>,
  startsAt: Temporal.Instant,
): Temporal.Instant => orderEnd(askedAt, ANSWER_DAYS, office, startsAt)

/** Whether an answer that was asked for did not come in time; the last moment itself is in time. */
export const isUnanswered = ({ answerBy }: Pick<Registration, 'answerBy'>, now: Temporal.Instant): boolean =>
  Boolean(answerBy) && Temporal.Instant.compare(now, Temporal.Instant.from(answerBy!)) > 0
