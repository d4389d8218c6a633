import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

// The second factor of a sign-in: a code of six digits that an app on a telephone makes anew every half minute (RFC 6238), and codes
// to be kept on paper for when the telephone is gone.

const PERIOD = 30
/** Steps before and after the present one that are taken too: clocks differ, and people type slowly. */
const WINDOW = 1

/** Milliseconds in which a secret that was shown has to be confirmed. */
const OFFERED = 15 * 60_000

const RECOVERY_CODES = 10
/** Without letters that are taken for one another. */
const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789'
const RECOVERY_LENGTH = 12

const totpOf = (secret: string, account: string, issuer: string): TOTP =>
  new TOTP({ issuer, label: account, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD })

/** 160 bits (RFC 4226, 4), as apps take them when they are typed. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What apps read from the picture. */
export const uriOf = (secret: string, account: string, issuer: string): string =>
  totpOf(secret, account, issuer).toString()

/** The step of time a code belongs to; undefined for a wrong code. Each step is taken once. `now`: milliseconds since 1970. */
export const stepOf = (secret: string, code: string, now: number): number | undefined => {
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return undefined
  const delta = totpOf(secret, '', '').validate({ token: digits, timestamp: now, window: WINDOW })
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD) + delta
}

const recoveryCode = (): string => {
  const letters: string[] = []
  // Bytes beyond the last whole round of the alphabet are left out, so that every letter is as likely as another.
  const most = Math.floor(256 / LETTERS.length) * LETTERS.length
  while (letters.length < RECOVERY_LENGTH)
    for (const byte of randomBytes(RECOVERY_LENGTH))
      if (byte < most && letters.length < RECOVERY_LENGTH) letters.push(LETTERS[byte % LETTERS.length]!)
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** Codes for one sign-in each, as they are shown once. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, recoveryCode)

/** As a code is kept. It has 58 bits of chance, so that it is not guessed from what is kept even by whoever knows the key. */
export const hashOfRecoveryCode = (key: string, user: string, typed: string): string =>
  createHmac('sha256', key)
    .update(`recovery:${user}:${typed.toLowerCase().replace(/[^a-z\d]/g, '')}`)
    .digest('base64url')

const signatureOf = (key: string, user: string, secret: string, until: number): string =>
  createHmac('sha256', key).update(`offer:${user}:${secret}:${until}`).digest('base64url')

/** A secret as it is offered to somebody, who sends it back with the first code: nothing is kept until then. */
export const offerOf = (key: string, user: string, secret: string, now: number): string => {
  const until = now + OFFERED
  return `${secret}.${until}.${signatureOf(key, user, secret, until)}`
}

/** The secret that was offered to this user; undefined for another's, an altered or an old one. */
export const offeredIn = (key: string, user: string, offer: string, now: number): string | undefined => {
  const [secret = '', until = '', signature = ''] = offer.split('.')
  const expected = Buffer.from(signatureOf(key, user, secret, Number(until)))
  const given = Buffer.from(signature)
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected)
  return isOurs && Number(until) > now ? secret : undefined
}
