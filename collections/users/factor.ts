import type { Payload } from 'payload'
import type { Role } from '../access/index.ts'
import { compareAndSet, createUnlessTaken } from '../kernel/keyed.ts'
import { first } from '../kernel/queries.ts'
import { hashOfRecoveryCode, newRecoveryCodes, stepOf } from './totp.ts'

// Second factors as they are kept. Each code is taken by one write that fits only once, whichever process is asked.

type Source = { payload: Payload }
type Whose = { id: string; roles: readonly Role[] }

export const factorOf = (source: Source, user: string) => first(source, 'second-factors', { user: { equals: user } })

/** Whether somebody may not sign in without one. */
export const isFactorRequired = async ({ payload }: Source, { roles }: Whose): Promise<boolean> => {
  const { secondFactorFor } = await payload.findGlobal({ slug: 'safety', depth: 0, overrideAccess: true })
  return roles.some((role) => secondFactorFor?.includes(role))
}

/** Takes a code from the app, or one from paper; false for a wrong one, and for one that was taken before. */
export const takeCode = async ({ payload }: Source, user: string, typed: string, now: number): Promise<boolean> => {
  const factor = await factorOf({ payload }, user)
  if (!factor) return false
  const step = stepOf(payload.decrypt(factor.secret), typed, now)
  if (step !== undefined) {
    const isNew = { lastStep: { less_than: step } }
    return Boolean(await compareAndSet(payload, 'second-factors', factor.id, isNew, { lastStep: step }))
  }
  const hash = hashOfRecoveryCode(payload.secret, user, typed)
  const codes = factor.codes as string[]
  if (!codes.includes(hash)) return false
  const asRead = { revision: { equals: factor.revision } }
  const left = { codes: codes.filter((code) => code !== hash), revision: factor.revision + 1 }
  return Boolean(await compareAndSet(payload, 'second-factors', factor.id, asRead, left))
}

const hashesOf = (payload: Payload, user: string, codes: readonly string[]): string[] =>
  codes.map((code) => hashOfRecoveryCode(payload.secret, user, code))

/** Keeps a secret whose first code is right, and answers with the codes for paper; undefined for a wrong code, or where there is one. */
export const keepFactor = async (
  { payload }: Source,
  user: string,
  { secret, code, now }: { secret: string; code: string; now: number },
): Promise<string[] | undefined> => {
  const step = stepOf(secret, code, now)
  if (step === undefined) return undefined
  const codes = newRecoveryCodes()
  const kept = await createUnlessTaken(payload, 'second-factors', {
    user,
    secret: payload.encrypt(secret),
    confirmedAt: new Date(now).toISOString(),
    lastStep: step,
    codes: hashesOf(payload, user, codes),
    revision: 1,
  })
  return kept && codes
}

/** New codes for paper; those of before are worth nothing any more. */
export const renewCodes = async ({ payload }: Source, user: string): Promise<string[] | undefined> => {
  const factor = await factorOf({ payload }, user)
  if (!factor) return undefined
  const codes = newRecoveryCodes()
  const asRead = { revision: { equals: factor.revision } }
  const data = { codes: hashesOf(payload, user, codes), revision: factor.revision + 1 }
  return (await compareAndSet(payload, 'second-factors', factor.id, asRead, data)) && codes
}

export const dropFactor = async ({ payload }: Source, user: string): Promise<void> => {
  await payload.db.deleteMany({ collection: 'second-factors', where: { user: { equals: user } } })
}
