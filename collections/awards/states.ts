/** What an award is given for: a micro-credential that was passed, or a course that was attended. */
export const AWARD_KIND_LABELS = {
  credential: 'Micro-credential',
  course: 'Certificate of attendance',
}
export type AwardKind = keyof typeof AWARD_KIND_LABELS

/** How an award stands at one moment. */
export const AWARD_STATUS_LABELS = {
  valid: 'Valid',
  expired: 'Expired',
  revoked: 'Taken back',
}
export type AwardStatus = keyof typeof AWARD_STATUS_LABELS

export const REVOKE_REFUSALS = {
  'not-found': 'There is no such award.',
  'no-reason': 'Give a reason. Everybody who checks the award reads it.',
  'revoked-before': 'This award was taken back before. That cannot be undone; give it anew instead.',
  'changed-meanwhile': 'Somebody else changed this in the same moment. Nothing was changed; look at it again.',
} as const
export type RevokeRefusal = keyof typeof REVOKE_REFUSALS

export const REGIVE_REFUSALS = {
  'not-found': 'There is no such award.',
  'no-reason': 'Give a reason. It stays in the log.',
  holds: 'This award still holds, so there is nothing to give anew.',
  given: 'It was given anew already.',
  'no-ground': 'What it was given for does not earn it any more.',
} as const
export type RegiveRefusal = keyof typeof REGIVE_REFUSALS

/**
 * What becomes of a badge that somebody brings: valid, expired, revoked · altered: not what was signed, be it by one byte ·
 * unknown-issuer: signed with a key that is not ours · retired: with one that was, and that others may have · unknown: signed with our key, and not in our records · unsigned: a badge
 * without a signature · unreadable: no badge.
 */
export type CheckResult =
  'valid' | 'expired' | 'revoked' | 'altered' | 'unknown-issuer' | 'retired' | 'unknown' | 'unsigned' | 'unreadable'
