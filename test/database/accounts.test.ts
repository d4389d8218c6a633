import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aStaffMember, PASSWORD } from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'

// Signing in as the panel does it, with a network address and cookies; the account itself is never locked.

let database: Database
let payload: Payload
let email: string
let count = 0
const local = { overrideAccess: true, depth: 0 } as const

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
})
afterAll(() => database.close())
beforeEach(async () => {
  count += 1
  email = `staff-${count}@example.org`
  await payload.create({ collection: 'users', data: aStaffMember('registrar', { email }), ...local })
})

/** Signs in from an address; gives the status, the words, and the cookie that makes the device known. */
const signIn = async (password: string, { mailbox = email, from = 'elsewhere', cookie = '' } = {}) => {
  const req = {
    headers: new Headers({ 'x-onramp-visitor': `${from}-${count}`, ...(cookie && { cookie }) }),
    payloadAPI: 'REST' as const,
    responseHeaders: undefined as Headers | undefined,
  }
  try {
    await payload.login({ collection: 'users', data: { email: mailbox, password }, req })
    return { status: 200, message: '', cookie: req.responseHeaders?.get('set-cookie')?.split(';', 1)[0] ?? '' }
  } catch (error) {
    const { status, message } = error as { status: number; message: string }
    return { status, message, cookie: '' }
  }
}

const times = async (number: number, work: () => Promise<{ status: number; message: string }>) => {
  let last = { status: 0, message: '' }
  for (let one = 0; one < number; one += 1) last = await work()
  return last
}

describe('wrong passwords', () => {
  test('from one address lock nobody out elsewhere', async () => {
    expect(await times(8, () => signIn('wrong password 1'))).toMatchObject({ status: 401 })
    expect(await signIn('wrong password 1')).toMatchObject({ status: 429 })
    expect(await signIn(PASSWORD)).toMatchObject({ status: 429 })
    expect(await signIn(PASSWORD, { from: 'at work' })).toMatchObject({ status: 200 })
  })

  test('are answered alike for who works here and who does not', async () => {
    const mailbox = `nobody-${count}@example.org`
    const [known, unknown] = [await signIn('wrong password 1'), await signIn('wrong password 1', { mailbox })]
    expect(unknown).toEqual(known)
    const [last, lastUnknown] = [
      await times(9, () => signIn('wrong password 1')),
      await times(9, () => signIn('wrong password 1', { mailbox })),
    ]
    expect(lastUnknown).toEqual(last)
    expect(last.message).not.toContain('locked')
  })

  test('from everywhere leave a device in that signed in before, and nobody guesses on', async () => {
    const { cookie } = await signIn(PASSWORD, { from: 'at work' })
    expect(cookie).toMatch(/^onramp-device=/)
    const key = { key: { like: 'account:' } }
    const before = await payload.find({ collection: 'limits', where: key, limit: 0, ...local })
    // As if sixty addresses had tried: of all, only the count for the account as a whole reaches that far.
    await signIn('wrong password 1', { from: 'there' })
    const { docs } = await payload.find({ collection: 'limits', where: key, limit: 0, ...local })
    const known = new Set(before.docs.map(({ id }) => id))
    for (const { id } of docs.filter((one) => !known.has(one.id) || one.hits > 1))
      await payload.update({ collection: 'limits', id, data: { hits: 60 }, ...local })
    expect(await signIn(PASSWORD, { from: 'yet elsewhere' })).toMatchObject({ status: 429 })
    expect(await signIn(PASSWORD, { from: 'yet elsewhere', cookie })).toMatchObject({ status: 200 })
    expect(await signIn(PASSWORD, { from: 'yet elsewhere', cookie: `${cookie}x` })).toMatchObject({ status: 429 })
  })
})

test('a password that is guessed first is refused wherever it is set', async () => {
  const weak = { status: 400, data: { errors: [{ path: 'password' }] } }
  const data = { ...aStaffMember('registrar', { email: `weak-${count}@example.org` }), password: 'abc' }
  await expect(payload.create({ collection: 'users', data, ...local })).rejects.toMatchObject(weak)
  const where = { email: { equals: email } }
  const changed = payload.update({ collection: 'users', where, data: { password: 'Password2027!' }, ...local })
  await expect(changed).rejects.toMatchObject(weak)
  const token = await payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true })
  const reset = payload.resetPassword({
    collection: 'users',
    data: { token, password: '123456789012' },
    overrideAccess: true,
  })
  await expect(reset).rejects.toMatchObject(weak)
})

test('without a mail server the link to a new password stays where admins read it, and nobody else', async () => {
  await payload.forgotPassword({ collection: 'users', data: { email } })
  const asRole = async (role: 'admin' | 'registrar') => {
    const user = await payload.create({
      collection: 'users',
      data: aStaffMember(role, { email: `${role}-${count}-reads@example.org` }),
      ...local,
    })
    const where = { to: { equals: email } }
    const asked = { collection: 'messages', where, depth: 0, overrideAccess: false } as const
    return (await payload.find({ ...asked, user: { ...user, collection: 'users' } })).docs
  }
  const [message] = await asRole('admin')
  expect(message).toMatchObject({ kind: 'new-password', state: 'kept' })
  expect(message?.text).toMatch(/\/admin\/reset\/[\da-f]{40}/)
  expect(await asRole('registrar')).toEqual([])
})

describe('the audit log', () => {
  const entries = async (kind: string) =>
    (await payload.find({ collection: 'events', where: { kind: { equals: kind } }, limit: 0, ...local })).docs

  test('has who signed in, and what staff changed of staff, organizations, holidays and the agency', async () => {
    await signIn(PASSWORD)
    expect((await entries('staff.signed-in')).at(-1)).toMatchObject({ summary: expect.stringContaining('signed in') })
    const admin = await payload.create({
      collection: 'users',
      data: aStaffMember('admin', { email: `admin-${count}@example.org` }),
      ...local,
    })
    const as = { user: { ...admin, collection: 'users' as const }, overrideAccess: false, depth: 0 } as const
    const found = await payload.find({ collection: 'users', where: { email: { equals: email } }, ...local })
    const { id } = found.docs[0]!
    await payload.update({ collection: 'users', id, data: { roles: ['registrar', 'admin'] }, ...as })
    const organization = await payload.create({
      collection: 'organizations',
      data: { name: `District ${count}`, kind: 'district', member: false, hosting: false },
      ...as,
    })
    await payload.update({ collection: 'organizations', id: organization.id, data: { member: true }, ...as })
    await payload.updateGlobal({ slug: 'agency', data: { taxId: '00-0000000' }, ...as })
    expect(await entries('staff.changed')).toMatchObject([
      { summary: expect.stringContaining('roles (registrar to registrar, admin)'), user: admin.id },
    ])
    expect(await entries('organization.changed')).toMatchObject([
      { summary: expect.stringContaining('member (false to true)') },
    ])
    expect(await entries('agency.changed')).toMatchObject([{ summary: expect.stringContaining('taxId') }])
  })
})

describe('the last admin', () => {
  const refusal = 'This is the only admin. Make somebody else an admin first.'
  const adminsBut = async (kept: string) => {
    const { docs } = await payload.find({
      collection: 'users',
      where: { roles: { in: ['admin'] } },
      limit: 0,
      ...local,
    })
    return docs.filter(({ id }) => id !== kept)
  }

  test('stays one, and goes once there is another', async () => {
    const data = (name: string) => aStaffMember('admin', { email: `${name}-${crypto.randomUUID()}@example.org` })
    const last = await payload.create({ collection: 'users', data: data('last'), ...local })
    for (const { id } of await adminsBut(last.id))
      await payload.update({ collection: 'users', id, data: { roles: ['registrar'] }, ...local })
    const demoting = payload.update({ collection: 'users', id: last.id, data: { roles: ['reviewer'] }, ...local })
    await expect(demoting).rejects.toThrow(refusal)
    await expect(payload.delete({ collection: 'users', id: last.id, ...local })).rejects.toThrow(refusal)
    const renamed = await payload.update({ collection: 'users', id: last.id, data: { name: 'Still here' }, ...local })
    expect(renamed.roles).toEqual(['admin'])
    await payload.create({ collection: 'users', data: data('next'), ...local })
    await payload.delete({ collection: 'users', id: last.id, ...local })
    expect(await adminsBut('')).toHaveLength(1)
  })
})
