import type { Application } from '../kernel/payload-types.ts'
import { instantOf } from '../values/day.ts'

// The papers of a team that accepted a place: what is still to come, and until when the place waits for it.

/** Who gets the bill. */
export type Billing = { name: string; email: string; address: string }

/** What a team sent; `at` is ISO 8601, in UTC. The signed agreement is a file beside it. */
export type Papers = { at: string; purchaseOrder: string; billing: Billing }

// Read from the document; it was checked when it was written.
export const papersOf = ({ papers }: Pick<Application, 'papers'>): Papers | null =>
  (papers as Papers | null | undefined) ?? null

/** What can be missing, in the order in which it is asked for. */
export const PAPER_LABELS = {
  agreement: 'The number of your purchase order; or, if we sent you an agreement, that with your signature',
  billing: 'Who gets the bill: a name, an e-mail address and a postal address',
}
export type PaperKind = keyof typeof PAPER_LABELS

type Sent = Pick<Application, 'papers' | 'agreement'>

/** What of the papers has not come yet. */
export const missingPapers = (application: Sent): PaperKind[] => {
  const { purchaseOrder = '', billing } = papersOf(application) ?? {}
  return [
    ...(purchaseOrder === '' && !application.agreement ? (['agreement'] as const) : []),
    ...(billing?.name && billing.email && billing.address ? [] : (['billing'] as const)),
  ]
}

type Accepted = Sent & Pick<Application, 'status' | 'applicant' | 'papersUntil'>

/** Whether a team can send papers, or send them anew. */
export const canSendPapers = ({ status, applicant }: Pick<Application, 'status' | 'applicant'>): boolean =>
  applicant === 'team' && status === 'accepted'

/** Days before the end on which a team is reminded. */
export const REMIND_DAYS = 7

/**
 * What an accepted place waits for: the team with its papers, which is reminded a week before the end, or the desk once they are
 * here. A place whose papers are here never runs out: then it is the desk that is late. undefined: it waits for nothing.
 */
export const waitingOf = (
  application: Accepted,
  now: Temporal.Instant,
): 'desk' | 'team' | 'remind' | 'expired' | undefined => {
  if (!canSendPapers(application)) return undefined
  if (missingPapers(application).length === 0) return 'desk'
  const until = instantOf(application.papersUntil)
  if (!until) return 'team'
  if (Temporal.Instant.compare(now, until) > 0) return 'expired'
  return Temporal.Instant.compare(now, until.subtract({ hours: REMIND_DAYS * 24 })) >= 0 ? 'remind' : 'team'
}
