import { hkdfSync } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { LinkRefusal } from './outcome.ts'

/** What a link is for. One made for one purpose opens nothing else, because each has a key of its own. */
export type Purpose =
  | 'manage'
  | 'my'
  | 'receipt'
  | 'colleague'
  | 'statement'
  | 'application'
  | 'submission'
  | 'evaluation'
  | 'subscribe'
  | 'subscription'
  | 'feedback'

/** How long links hold. A manage link outlives the school year it was sent in. */
const HOURS = {
  manage: 400 * 24,
  my: 2,
  colleague: 400 * 24,
  receipt: 24,
  statement: 400 * 24,
  application: 400 * 24,
  submission: 800 * 24,
  evaluation: 400 * 24,
  // A mailbox is confirmed within two days; a letter is kept for years, and can be ended by.
  subscribe: 48,
  subscription: 1600 * 24,
  feedback: 60 * 24,
} satisfies Record<Purpose, number>

type Claims = Record<string, string | number>

export type Opened = { ok: true; claims: Claims } | { ok: false; refusal: LinkRefusal }

/**
 * Signs and opens the links people are sent. A token carries its claims, is bound to one purpose, and expires; whoever can
 * read it can use it, so it is never logged.
 */
export const tokensOf = (secret: string) => {
  const keys = new Map<Purpose, Uint8Array>()
  const keyFor = (purpose: Purpose): Uint8Array => {
    const key = keys.get(purpose) ?? new Uint8Array(hkdfSync('sha256', secret, '', `onramp link: ${purpose}`, 32))
    keys.set(purpose, key)
    return key
  }
  return {
    sign: (purpose: Purpose, claims: Claims, now: Temporal.Instant): Promise<string> =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(purpose)
        .setExpirationTime(new Date(now.add({ hours: HOURS[purpose] }).epochMilliseconds))
        .sign(keyFor(purpose)),

    open: async (purpose: Purpose, token: string, now: Temporal.Instant): Promise<Opened> => {
      try {
        const { payload } = await jwtVerify(token, keyFor(purpose), {
          algorithms: ['HS256'],
          audience: purpose,
          currentDate: new Date(now.epochMilliseconds),
        })
        return { ok: true, claims: payload as Claims }
      } catch (error) {
        return { ok: false, refusal: error instanceof errors.JWTExpired ? 'expired' : 'invalid' }
      }
    },
  }
}

export type Tokens = ReturnType<typeof tokensOf>
