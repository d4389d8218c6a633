import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUnlessTaken, compareAndSet } from '#collections/kernel/keyed.ts'
import { actOf, type Context } from '#collections/context/context.ts'
import { tokenFor } from '#collections/context/links.ts'
import { keepFile } from '#collections/files/actions.ts'
import { folderOf } from '#collections/files/room.ts'
import { SYSTEM } from '#collections/kernel/act.ts'
import { writeEntry } from '#collections/kernel/audit.ts'
import { every, one } from '#collections/kernel/queries.ts'
import { completeErasure } from '#collections/privacy/service/erase.ts'
import { sealLog } from '#collections/seals/service/seal.ts'
import { verifyLog } from '#collections/seals/service/verify.ts'
import { publicPrivacy } from '#collections/privacy/service/public.ts'
import { staffPrivacy } from '#collections/privacy/service/staff.ts'
import { aPerson, aStaffMember } from '#test/support/builders.ts'
import { actAt, newSession, openTestDesk, seated, stopsAfter } from '#test/support/desk.ts'

const all = { depth: 0, overrideAccess: true } as const
const ANA = 'Anastasia Bergqvist'
const MAIL = 'anastasia@example.org'
const PHONE = '612 555 0177'
const SECRET = 'sits by the window because of her ear'
const WORDS = [ANA, MAIL, PHONE, SECRET]

let desk: Awaited<ReturnType<typeof openTestDesk>>
let context: Context
let admin: string

beforeAll(async () => {
  desk = await openTestDesk()
  context = desk.context
  admin = (await desk.payload.create({ collection: 'users', data: aStaffMember('admin'), ...all })).id
})
afterAll(() => desk.close())

const privacy = (user?: string) =>
  staffPrivacy(context, {
    ...actAt(desk.payload, context.now),
    actor: { kind: 'staff', name: 'Admin', ...(user && { user }) },
  })

/** Where any of these words stands, in every record there is. */
const placesOf = async (words: readonly string[]): Promise<string[]> => {
  const found: string[] = []
  for (const slug of Object.keys(desk.payload.collections) as CollectionSlug[])
    for (const doc of await every(desk.payload.db ? { payload: desk.payload } : context, slug, {})) {
      const text = JSON.stringify(doc)
      if (words.some((word) => text.includes(word))) found.push(slug)
    }
  return [...new Set(found)].toSorted()
}

/** Somebody with something of every kind, in a session of last year. */
const somebody = async (given: { name?: string; email?: string; secret?: string } = {}) => {
  const { payload } = desk
  const { name = ANA, email = MAIL, secret = 'sits in front' } = given
  const phone = name === ANA ? PHONE : '612 555 0100'
  const act = actOf(context, SYSTEM)
  const session = await newSession(payload, desk.course, ['2026-10-15'])
  const person = (await createUnlessTaken(
    payload,
    'people',
    aPerson({ name, email, phone, search: `${name} ${email}` }),
  ))!
  const letter = await keepFile(act, {
    bytes: Buffer.from('%PDF-1.4\n%%EOF\n'),
    name: `${name}.pdf`,
    person: person.id,
  })
  const registration = await seated(payload, session, {
    person: person.id,
    name,
    email,
    needs: secret,
    letter,
    attempt: email,
    payer: { kind: 'person', name, email, reason: `${name} pays` },
  })
  const ofThis = { registration: registration.id, session, person: person.id }
  await createUnlessTaken(payload, 'attendance', {
    ...ofThis,
    key: `${registration.id}#2026-10-15`,
    name,
    date: '2026-10-15',
    state: 'present',
    minutes: 360,
    at: '2026-10-15T20:00:00Z',
    note: secret,
    feeState: 'none',
    revision: 1,
  })
  const message = {
    kind: 'confirmed',
    to: email,
    subject: `Hello ${name}`,
    text: secret,
    html: secret,
    state: 'sent',
    attempts: 1,
  } as const
  await createUnlessTaken(payload, 'messages', {
    ...message,
    key: `registration:${registration.id}:confirmed`,
    ...ofThis,
  })
  await writeEntry(act, {
    key: `registration:${registration.id}:created`,
    kind: 'registration.created',
    summary: `${name} registered`,
    reason: secret,
    data: { name, email },
    ...ofThis,
  })
  // Of the session, not of the registration: somebody is named in what staff changed.
  await writeEntry(act, {
    key: `session:${registration.id}:changed`,
    kind: 'session.changed',
    summary: 'A session: note',
    changes: [{ field: 'Note', before: '', after: `${name} brings the keys` }],
    session,
  })
  const award = {
    code: `CODE${person.id}`,
    kind: 'course',
    title: 'A course',
    showsName: true,
    awardedAt: '2026-10-16T00:00:00Z',
  } as const
  await createUnlessTaken(payload, 'awards', {
    ...award,
    ...ofThis,
    key: `registration:${registration.id}`,
    name,
    email,
    minutes: 360,
    facts: { days: [], minutes: 360, corrections: [] },
    revision: 1,
  })
  // A colleague who has the seat of somebody else now, which the colleague's own record says.
  const colleague = await seated(payload, session, { formerly: [{ name, email, at: '2026-10-01T00:00:00Z' }] })
  return { person: person.id, registration: registration.id, session, colleague: colleague.id, letter }
}

describe('erasing a person', () => {
  test('is refused to whoever is no admin, and as long as something is open', async () => {
    const { person } = await somebody({ name: 'Cora Stays', email: 'cora@example.org' })
    const given = { reason: 'asked', keepsAwards: false, isSure: true }
    expect(await privacy().erase(person, given)).toMatchObject({ ok: false, status: 409 })
    expect(await privacy(admin).erase(person, { ...given, isSure: false })).toMatchObject({ ok: false, status: 422 })
    const toCome = await newSession(desk.payload, desk.course, ['2027-05-04'])
    await seated(desk.payload, toCome, { person, name: 'Cora Stays', email: 'cora@example.org' })
    expect((await privacy(admin).look(person))?.hindrances).toEqual(['coming'])
    expect(await privacy(admin).erase(person, given)).toMatchObject({ ok: false, message: /is to come/ as never })
    expect((await one(context, 'people', person))?.name).toBe('Cora Stays')
  })

  test('leaves days, minutes and money under no name, everywhere, also after what follows', async () => {
    const { person, registration, letter } = await somebody({ secret: SECRET })
    const seen = await privacy(admin).look(person)
    expect(seen).toMatchObject({ name: ANA, hindrances: [], others: 2, awards: 1, mayErase: true })
    expect(seen?.parts.map(({ label }) => label)).toContain('Private files')
    expect(await placesOf(WORDS)).toEqual([
      'attendance',
      'awards',
      'events',
      'files',
      'messages',
      'people',
      'registrations',
    ])
    const file = (await one(context, 'files', letter))!.filename!
    expect(existsSync(join(folderOf(context), file))).toBe(true)

    await sealLog(context)
    expect(await privacy(admin).erase(person, { reason: 'asked', keepsAwards: false, isSure: true })).toEqual({
      ok: true,
    })
    expect((await verifyLog(context)).breaks).toEqual([])
    expect(await placesOf(WORDS)).toEqual([])
    expect(existsSync(join(folderOf(context), file))).toBe(false)
    await desk.followUp()
    desk.clock.now = desk.clock.now.add({ hours: 48 })
    await desk.followUp()
    expect(await placesOf(WORDS)).toEqual([])

    expect(await one(context, 'registrations', registration)).toMatchObject({
      name: 'Erased person',
      email: '',
      person,
      status: 'confirmed',
    })
    expect(await every(context, 'attendance', { registration: { equals: registration } })).toMatchObject([
      { minutes: 360, state: 'present' },
    ])
    const log = await every(context, 'events', { kind: { equals: 'person.erased' } })
    expect(log).toMatchObject([
      { actor: 'Admin', person, summary: expect.stringContaining('they asked for it') as never },
    ])
    expect(await privacy(admin).erase(person, { reason: 'asked', keepsAwards: false, isSure: true })).toMatchObject({
      ok: false,
    })
  })

  test('keeps what was issued with the name, where its holder wants that', async () => {
    const { person } = await somebody({ name: 'Wilhelmina Keeper', email: 'wilhelmina@example.org' })
    await privacy(admin).erase(person, { reason: 'asked', keepsAwards: true, isSure: true })
    expect(await placesOf(['Wilhelmina Keeper'])).toEqual(['awards'])
    expect(await placesOf(['wilhelmina@example.org'])).toEqual([])
  })

  test('is brought to its end when the process was killed in the middle of it', async () => {
    const { person } = await somebody({ name: 'Killed Halfway', email: 'halfway@example.org' })
    const dying = stopsAfter({ payload: desk.payload, context }, 4).context
    const act = { ...actAt(dying.payload, context.now), actor: { kind: 'staff', name: 'Admin', user: admin } } as const
    await expect(
      staffPrivacy(dying, act).erase(person, { reason: 'asked', keepsAwards: false, isSure: true }),
    ).rejects.toThrow('killed')
    expect(await placesOf(['Killed Halfway'])).not.toEqual([])
    await completeErasure(context, person)
    expect(await placesOf(['Killed Halfway', 'halfway@example.org'])).toEqual([])
    expect((await verifyLog(context)).breaks).toEqual([])
  })
})

test('everything about one person is in one file, at the desk and by their own link', async () => {
  const { person } = await somebody({ name: 'Fiona File', email: 'fiona@example.org' })
  const file = await privacy().everything(person, 'json')
  const { parts } = JSON.parse(file!.body) as { parts: { name: string; records: object[] }[] }
  expect(parts.map(({ name }) => name).toSorted()).toEqual([
    'attendance',
    'awards',
    'events',
    'files',
    'messages',
    'people',
    'registrations',
  ])
  expect(file!.body).toContain('sits in front')
  expect((await privacy().everything(person, 'html'))!.body).toContain('Fiona File')
  const token = await tokenFor(context, 'my', (await one(context, 'people', person))!)
  expect((await publicPrivacy(context).everything(token, 0, 'json'))!.body).toBe(file!.body)
  expect(await publicPrivacy(context).everything(token, 1, 'json')).toBeUndefined()
  expect(await publicPrivacy(context).everything('x', 0, 'json')).toBeUndefined()
})

test('what is over is shown first, and erased in the night', async () => {
  const { person, registration, letter } = await somebody({ name: 'Olga Over', email: 'olga@example.org' })
  await desk.payload.updateGlobal({
    slug: 'retention',
    data: { needsMonths: 3, lettersMonths: 3, peopleMonths: null },
    ...all,
  })
  desk.clock.now = Temporal.Instant.from('2027-02-10T16:00:00Z')
  const before = (await privacy().over()).map(({ over }) => over)
  expect(before[0]).toBeGreaterThan(0)
  await desk.followUp()
  expect((await privacy().over()).map(({ over }) => over)).toEqual([0, 0, 0, 0])
  expect(await one(context, 'registrations', registration)).toMatchObject({
    name: 'Olga Over',
    needs: null,
    letter: null,
  })
  expect(await one(context, 'files', letter)).toBeUndefined()
  expect((await every(context, 'events', { kind: { equals: 'retention.done' } })).at(-1)?.summary).toMatch(
    /needs of access and food: \d/,
  )

  // Written long ago, and nothing since.
  await desk.payload.updateGlobal({ slug: 'retention', data: { peopleMonths: 1 }, ...all })
  desk.clock.now = Temporal.Instant.from('2027-06-10T16:00:00Z')
  expect((await privacy().over())[3]?.over).toBeGreaterThan(0)
  await compareAndSet(desk.payload, 'people', person, {}, { mailingList: { given: true, changedAt: null } })
  const { over } = (await privacy().over())[3]!
  await desk.followUp()
  expect((await one(context, 'people', person))?.name).toBe('Olga Over')
  expect(over).toBeGreaterThan(0)
  expect((await privacy().over())[3]?.over).toBe(0)
})
