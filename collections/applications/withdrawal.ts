import { sumCents, type Cents } from '../values/money.ts'
import type { Application } from '../kernel/payload-types.ts'
import { mayBecome } from './policy.ts'
import type { ApplicationStatus } from './states.ts'

// What taking an application back means now, and what is owed for a place. Said here once: the page shows it, the action is held
// to it, the message says it, and the ledger books it.

/**
 * free: they go, and what was booked is taken back · owed: they go, and the price stays owed · kept: the request was refused, and
 * the place stays theirs.
 */
const WITHDRAWAL_DECISIONS = ['free', 'owed', 'kept'] as const
export type WithdrawalDecision = (typeof WITHDRAWAL_DECISIONS)[number]

/** A request to leave a program, and what the desk decided about it; instants are ISO 8601, in UTC. */
export type Withdrawal = {
  at: string
  reason: string
  decision?: WithdrawalDecision
  decidedAt?: string
  why?: string
}

// Read from the document; it was checked when it was written.
export const withdrawalOf = ({ withdrawal }: Pick<Application, 'withdrawal'>): Withdrawal | null =>
  (withdrawal as Withdrawal | null | undefined) ?? null

/** A request the desk has not decided about. */
export const isAskedFor = (application: Pick<Application, 'status' | 'withdrawal'>): boolean => {
  const withdrawal = withdrawalOf(application)
  return application.status === 'enrolled' && withdrawal !== null && withdrawal.decision === undefined
}

/** Of an application, what decides about its money. `price`: as it was agreed to; null: on request. `booked`: its lines. */
export type PlaceMoney = {
  status: ApplicationStatus
  decision: WithdrawalDecision | undefined
  price: Cents | null
  booked: readonly { cents: Cents }[]
}

/**
 * What is owed for a place, or becomes owed by what was agreed to: its lines, without what was taken back; of who is enrolled the
 * price as well while it is not booked yet. Before that nothing was ever agreed to in money, so nothing is owed.
 */
export const owedFor = ({ status, decision, price, booked }: PlaceMoney): Cents => {
  const isOwing = status === 'enrolled' || (status === 'withdrawn' && decision === 'owed')
  if (!isOwing) return 0
  return booked.length > 0 ? Math.max(0, sumCents(booked.map(({ cents }) => cents))) : (price ?? 0)
}

/**
 * none: it cannot be taken back · at-once: it can, and nothing is owed · asks: somebody takes part and owes the price, so that the
 * desk decides what becomes of it · asked: the desk has been asked.
 */
export type Leaving = { how: 'none' | 'at-once' } | { how: 'asks' | 'asked'; owed: Cents }

/** What taking an application back means now. */
export const leavingOf = (application: Pick<Application, 'status' | 'withdrawal'>, owed: Cents): Leaving => {
  if (!mayBecome(application.status, 'withdrawn')) return { how: 'none' }
  if (isAskedFor(application)) return { how: 'asked', owed }
  return owed > 0 ? { how: 'asks', owed } : { how: 'at-once' }
}
