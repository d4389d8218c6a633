import { Secret, TOTP } from 'otpauth'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#collections/access/index.ts'
import { isFactorRequired, keepFactor, takeCode } from '#collections/users/factor.ts'
import { endSessions } from '#collections/users/sessions.ts'
import { newSecret } from '#collections/users/totp.ts'
import { aStaffMember, PASSWORD } from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'

// Signing in with a password and a code, as the panel and the REST API do it.

const local = { overrideAccess: true, depth: 0 } as const

let database: Database
let payload: Payload
let email: string
let id: string
let count = 0

const hire = async (role: Role): Promise<void> => {
  count += 1
  email = `second-${count}@example.org`
  id = (await payload.create({ collection: 'users', data: aStaffMember(role, { email }), ...local })).id
}

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
})
afterAll(() => database.close())
beforeEach(() => hire('registrar'))

type Asked = { reason: string; isWrong: boolean; secret: string; offer: string }

const signIn = async (more: object = {}) => {
  const req = {
    data: { email, password: PASSWORD, ...more },
    headers: new Headers({ 'x-onramp-visitor': `somewhere-${count}` }),
    payloadAPI: 'REST' as const,
  }
  try {
    const { recoveryCodes } = (await payload.login({
      collection: 'users',
      data: { email, password: PASSWORD },
      req,
    })) as unknown as { recoveryCodes?: string[] }
    return { status: 200, message: '', recoveryCodes }
  } catch (error) {
    const { status, message, data } = error as { status: number; message: string; data: Asked }
    return { status, message, asked: data }
  }
}

/** The code of a moment: some steps of half a minute from now. */
const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

const withFactor = async (): Promise<{ secret: string; codes: string[] }> => {
  const secret = newSecret()
  const codes = await keepFactor({ payload }, id, { secret, code: codeOf(secret, -1), now: Date.now() })
  return { secret, codes: codes! }
}

const sessions = async (): Promise<number> =>
  ((await payload.findByID({ collection: 'users', id, ...local })).sessions ?? []).length

describe('an account with a second factor', () => {
  test('the password alone asks for a code, and leaves no sign-in behind', async () => {
    await withFactor()
    expect(await signIn()).toMatchObject({ status: 401, asked: { reason: 'code', isWrong: false } })
    expect(await sessions()).toBe(0)
  })

  test('a code lets in once, also where it is sent many times at once', async () => {
    const { secret } = await withFactor()
    const code = codeOf(secret)
    const answers = await Promise.all(Array.from({ length: 5 }, () => takeCode({ payload }, id, code, Date.now())))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await signIn({ code })).toMatchObject({ status: 401, asked: { isWrong: true } })
    expect(await signIn({ code: codeOf(secret, 1) })).toMatchObject({ status: 200 })
    // What was taken is not taken again, though Payload wrote the account since.
    expect(await signIn({ code: codeOf(secret, 1) })).toMatchObject({ status: 401 })
  })

  test('a recovery code lets in once', async () => {
    const { codes } = await withFactor()
    const taken = await Promise.all(Array.from({ length: 5 }, () => takeCode({ payload }, id, codes[0]!, Date.now())))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await signIn({ code: codes[0] })).toMatchObject({ status: 401 })
    expect(await signIn({ code: codes[1]!.toUpperCase().replaceAll('-', ' ') })).toMatchObject({ status: 200 })
  })

  test('a code of somebody else does not', async () => {
    const other = await withFactor()
    await hire('registrar')
    await withFactor()
    expect(await signIn({ code: codeOf(other.secret) })).toMatchObject({ status: 401 })
    expect(await signIn({ code: other.codes[0] })).toMatchObject({ status: 401 })
  })

  test('codes cannot be tried in bulk', async () => {
    await withFactor()
    for (let attempt = 0; attempt < 8; attempt += 1) await signIn({ code: '000000' })
    expect(await signIn({ code: '000000' })).toMatchObject({ status: 429 })
  })

  test('a new password by a link sets it, and does not stand in for the code', async () => {
    await withFactor()
    const token = await payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true })
    const req = { data: { token, password: 'four quite other words' }, payloadAPI: 'REST' as const }
    const reset = payload.resetPassword({
      collection: 'users',
      data: { token, password: 'four quite other words' },
      overrideAccess: true,
      req,
    })
    await expect(reset).rejects.toMatchObject({ status: 401, message: /Your new password is set/ })
    expect(await sessions()).toBe(0)
  })

  test('nothing of it can be read by anybody', async () => {
    await withFactor()
    const admin = await payload.create({ collection: 'users', data: aStaffMember('admin'), ...local })
    const user = { ...admin, collection: 'users' as const }
    await expect(payload.find({ collection: 'second-factors', overrideAccess: false, user })).rejects.toMatchObject({
      name: 'Forbidden',
    })
    const { docs } = await payload.find({ collection: 'second-factors', where: { user: { equals: id } }, ...local })
    expect(docs[0]!.secret).not.toMatch(/^[A-Z2-7]+$/)
  })
})

describe('a role that needs a second factor', () => {
  const require = (roles: Role[]) =>
    payload.updateGlobal({ slug: 'safety', data: { secondFactorFor: roles }, ...local })
  afterAll(() => require([]))

  test('sets it up before anything else, and is shown the codes for paper once', async () => {
    await require(['reviewer'])
    await hire('reviewer')
    const first = await signIn()
    expect(first).toMatchObject({ status: 401, asked: { reason: 'set-up', isWrong: false } })
    expect(await sessions()).toBe(0)
    const { secret, offer } = first.asked!
    expect(await signIn({ offer, code: '000000' })).toMatchObject({ status: 401, asked: { isWrong: true } })
    const done = await signIn({ offer, code: codeOf(secret) })
    expect(done).toMatchObject({ status: 200 })
    expect(done.recoveryCodes).toHaveLength(10)
    expect(await signIn()).toMatchObject({ status: 401, asked: { reason: 'code' } })
  })

  test('whoever has none is signed out when it becomes required', async () => {
    await require([])
    expect(await signIn()).toMatchObject({ status: 200 })
    expect(await sessions()).toBe(1)
    await require(['registrar'])
    expect(await sessions()).toBe(0)
    expect(await isFactorRequired({ payload }, { id, roles: ['communications'] })).toBe(false)
  })

  test('an admin does not sign themselves out with it', async () => {
    const admin = await payload.create({ collection: 'users', data: aStaffMember('admin'), ...local })
    const user = { ...admin, collection: 'users' as const }
    const asked = payload.updateGlobal({
      slug: 'safety',
      data: { secondFactorFor: ['admin'] },
      ...local,
      user,
    } as never)
    await expect(asked).rejects.toMatchObject({ name: 'ValidationError' })
  })
})

test('sign-ins are ended one by one, and those that are left stay', async () => {
  await signIn()
  await signIn()
  const { sessions: begun } = await payload.findByID({ collection: 'users', id, ...local })
  expect(await endSessions(payload, id, (one) => one.id === begun![0]!.id)).toBe(1)
  expect(await sessions()).toBe(1)
})
