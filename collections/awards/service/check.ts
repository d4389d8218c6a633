import { compactVerify } from 'jose'
import { z } from 'zod'
import { isCode } from '../policy.ts'
import type { CheckResult } from '../states.ts'
import { awardView, type AwardView } from '../view.ts'
import type { Award } from '../../kernel/payload-types.ts'
import { verifierOf, type BadgeKeys } from '../../kernel/badge-keys.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { badgeIn } from './badges.ts'

/** What is found out about a badge somebody brings; `award` is what our records say of it, where it is ours. */
export type Checked = { result: CheckResult; award: AwardView | null }

/** The key in the header is for readers elsewhere: here only keys of ours count, by their names. */
const Header = z.strictObject({
  alg: z.literal('RS256'),
  kid: z.string(),
  typ: z.literal('JWT').optional(),
  jwk: z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }).optional(),
})

const Claims = z.object({
  iss: z.string(),
  jti: z.string(),
  sub: z.string(),
  nbf: z.number(),
  exp: z.number().optional(),
  id: z.string(),
  issuer: z.object({ id: z.string() }),
  credentialSubject: z.object({ id: z.string() }),
  validFrom: z.string(),
  validUntil: z.string().optional(),
})

const PART = /^[\w-]+$/
const jsonIn = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** Another text of the same bytes is another text: the last letter of a part has bits that stand for nothing. */
const isExact = (part: string): boolean => Buffer.from(part, 'base64url').toString('base64url') === part

/** A program's file around a badge: ours name the signed text `signed`. */
const Wrapped = z.object({ signed: z.string() })

/** The signed text in what was pasted or sent, line breaks and spaces left out; or why there is none. */
const tokenIn = (text: string): { token: string } | { result: Extract<CheckResult, 'unsigned' | 'unreadable'> } => {
  const trimmed = text.trim()
  if (!trimmed.startsWith('{')) return { token: trimmed.replace(/\s+/g, '') }
  try {
    const data: unknown = JSON.parse(trimmed)
    const wrapped = Wrapped.safeParse(data)
    if (wrapped.success) return { token: wrapped.data.signed }
    const isBadge = z.object({ credentialSubject: z.object({}) }).safeParse(data).success
    return { result: isBadge ? 'unsigned' : 'unreadable' }
  } catch {
    return { result: 'unreadable' }
  }
}

/** The end of an address, such as the name of a key or the code of an award. */
const endOf = (url: string): string =>
  url
    .split('/')
    .at(-1)!
    .replace(/\.json$/, '')

const secondsOf = (moment: string): number => Date.parse(moment) / 1000

/** Whether the claims repeat what the badge says (1EdTech, Open Badges 3.0, "Verify a Credential VC-JWT Signature"). */
const isConsistent = (claims: z.infer<typeof Claims>): boolean =>
  claims.iss === claims.issuer.id &&
  claims.jti === claims.id &&
  claims.sub === claims.credentialSubject.id &&
  claims.nbf === secondsOf(claims.validFrom) &&
  claims.exp === (claims.validUntil === undefined ? undefined : secondsOf(claims.validUntil))

type Signed = { code: string } | { result: CheckResult }

/** Whether a text was signed with a key of ours, exactly as it is; then, the code of the award it is for. */
const verify = async (token: string, { published, retired = [] }: BadgeKeys): Promise<Signed> => {
  const parts = token.split('.')
  const [head = '', body = ''] = parts
  const raw = jsonIn(head)
  if (parts.length !== 3 || !parts.every((part) => PART.test(part)) || typeof raw !== 'object')
    return { result: 'unreadable' }
  const header = Header.safeParse(raw)
  const kidOf = header.success ? endOf(header.data.kid) : ''
  if (retired.some(({ kid }) => kid === kidOf)) return { result: 'retired' }
  const key = published.find(({ kid }) => kid === kidOf)
  if (!key) return { result: 'unknown-issuer' }
  if (!parts.every(isExact)) return { result: 'altered' }
  try {
    await compactVerify(token, verifierOf(key), { algorithms: ['RS256'] })
  } catch {
    return { result: 'altered' }
  }
  const claims = Claims.safeParse(jsonIn(body))
  return claims.success && isConsistent(claims.data) ? { code: endOf(claims.data.id) } : { result: 'altered' }
}

export const awardWith = async (context: Pick<Context, 'payload'>, code: string): Promise<Award | undefined> => {
  if (!isCode(code)) return undefined
  const [award] = await every(context, 'awards', { code: { equals: code } }, { limit: 1 })
  return award
}

/** Checks a badge: that we signed exactly this, that we know it, and that it holds. Nothing is fetched from anywhere. */
export const checkBadge = async (context: Context, text: string): Promise<Checked> => {
  const found = tokenIn(text)
  if ('result' in found) return { result: found.result, award: null }
  const signed = await verify(found.token, await context.badgeKeys())
  if ('result' in signed) return { result: signed.result, award: null }
  const award = await awardWith(context, signed.code)
  if (!award) return { result: 'unknown', award: null }
  const view = awardView(award, badgeIn(award), context.now, context.zone)
  return { result: view.status, award: view }
}
