/** Why somebody is erased, as the audit log says it: never in words of their own. */
export const ERASURE_REASONS = {
  asked: 'They asked for it',
  expired: 'The time records are kept for is over',
  mistake: 'The record was made by mistake',
} as const
export type ErasureReason = keyof typeof ERASURE_REASONS
