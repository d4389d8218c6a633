import { addMonths, dayIn, endOfDay } from '../values/day.ts'
import type { AwardStatus, RevokeRefusal } from './states.ts'

type Standing = { expiresAt?: string | null; revokedAt?: string | null }

/** How an award stands: taken back counts more than run out. Its last moment still counts. */
export const statusOf = ({ expiresAt, revokedAt }: Standing, now: Temporal.Instant): AwardStatus => {
  if (revokedAt) return 'revoked'
  const isOver = Boolean(expiresAt) && Temporal.Instant.compare(now, Temporal.Instant.from(expiresAt!)) > 0
  return isOver ? 'expired' : 'valid'
}

/**
 * Until when an award holds: the end of the day that many months later, in the agency's zone, whole seconds as badges have
 * them; null: for good. The 31st becomes the last day of a shorter month.
 */
export const expiryOf = (awardedAt: Temporal.Instant, months: number | null, zone: string): Temporal.Instant | null => {
  if (months === null) return null
  const last = endOfDay(addMonths(dayIn(awardedAt, zone), months), zone)
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(last.epochMilliseconds / 1000) * 1000)
}

/** Days before its end on which a holder is told, and from which on the award can be renewed. */
export const RENEW_DAYS = 60

/** Whether new work can be begun for what somebody has earned before: it ends soon, has ended, or was taken back. */
export const canRenew = ({ expiresAt, revokedAt }: Standing, now: Temporal.Instant): boolean => {
  if (revokedAt) return true
  const end = expiresAt ? Temporal.Instant.from(expiresAt) : null
  return end !== null && Temporal.Instant.compare(now, end.subtract({ hours: RENEW_DAYS * 24 })) >= 0
}

/** Why an award cannot be taken back; undefined means it can. It needs a reason, which everybody who checks it reads. */
export const refusalToRevoke = (award: Standing, reason: string): RevokeRefusal | undefined => {
  if (award.revokedAt) return 'revoked-before'
  return reason.trim() === '' ? 'no-reason' : undefined
}

/** Codes leave out what is mistaken for something else when it is typed from paper: 0 and o, 1, l and i. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 20

/** What the public address of an award ends in, from random bytes: 31 letters to the power of 20, which is 99 bits. */
export const codeFrom = (bytes: Uint8Array): string => {
  const usable = [...bytes].filter((byte) => byte < LETTERS.length * 8)
  if (usable.length < LENGTH) throw new RangeError(`Not enough random bytes for a code: ${bytes.length}`)
  return usable
    .slice(0, LENGTH)
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('')
}

export const isCode = (text: string): boolean =>
  text.length === LENGTH && [...text].every((one) => LETTERS.includes(one))
