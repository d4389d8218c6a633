import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitorsOf } from '#cms/server/visitor.ts'
import { folderOf } from '#collections/files/room.ts'
import { MOST_WAITING } from '#collections/registrations/flood.ts'
import { linesOf } from '#collections/registrations/lines.ts'
import { answerManaged } from '#collections/registrations/service/manage.ts'
import { openManaged } from '#collections/registrations/service/managed.ts'
import { registerPerson } from '#collections/registrations/service/register.ts'
import { RegistrationForm } from '#collections/registrations/schema.ts'
import { termsOf } from '#collections/registrations/service/terms.ts'
import { staffServices } from '#collections/services/staff.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { aSession } from '#test/support/builders.ts'
import { actAt, newSession, openTestDesk, seated } from '#test/support/desk.ts'

type Desk = Awaited<ReturnType<typeof openTestDesk>>
const everywhere = { depth: 0, overrideAccess: true } as const
const visitorOf = visitorsOf('a secret for tests, of no use elsewhere')
const START = Temporal.Instant.from('2027-02-01T16:00:00Z')

let desk: Desk
let payload: Payload
let slug: string
let terms: string
beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  slug = (await payload.findByID({ collection: 'courses', id: desk.course, ...everywhere })).slug
  terms = termsOf(await desk.context.source.read(), desk.context).hash
})
afterAll(() => desk.close())

const sessionOf = async (capacity: number): Promise<string> =>
  (await payload.create({ collection: 'sessions', data: aSession({ course: desk.course, capacity }), ...everywhere }))
    .id

const registerFrom = (
  address: string,
  session: string,
  email = `t${randomUUID()}@example.org`,
  attempt = randomUUID(),
) =>
  registerPerson(
    Object.assign(Object.create(desk.context) as typeof desk.context, { visitor: visitorOf(address) }),
    slug,
    RegistrationForm.parse({
      session,
      name: 'Roster Tester',
      email,
      organization: 'other',
      employer: 'River School',
      participation: 'self',
      terms: true,
      termsHash: terms,
      attempt,
    }),
  )

const rowsOf = async (session: string): Promise<Registration[]> =>
  (
    await payload.find({
      collection: 'registrations',
      where: { session: { equals: session } },
      sort: 'waitOrder',
      limit: 0,
      ...everywhere,
    })
  ).docs

const letters = async (to: string): Promise<string[]> =>
  (await payload.find({ collection: 'messages', where: { to: { equals: to } }, limit: 0, ...everywhere })).docs
    .map(({ kind }) => kind)
    .sort()

const staffAt = (now: Temporal.Instant) => staffServices(desk.context, actAt(payload, now))

describe('a session that fills suspiciously fast', () => {
  let session: string
  const outcomes: string[] = []
  beforeAll(async () => {
    desk.clock.now = START
    session = await sessionOf(60)
    for (let one = 0; one < 45; one += 1) {
      const done = await registerFrom('203.0.113.7', session, `flood-${one}@mailbox.example`)
      outcomes.push(done.ok ? done.outcome : String(done.status))
    }
    await desk.followUp()
  })

  test('a school of forty has its seats, and what comes beyond is held only for a while', () => {
    expect(outcomes.filter((one) => one === 'confirmed')).toHaveLength(40)
    expect(outcomes.slice(40)).toEqual(Array<string>(5).fill('held'))
  })

  test('somebody elsewhere has a seat as always', async () => {
    expect(await registerFrom('198.51.100.9', await newSession(payload, desk.course))).toMatchObject({
      outcome: 'confirmed',
    })
  })

  test('the letter says until when, and one click keeps the seat', async () => {
    expect(await letters('flood-40@mailbox.example')).toEqual(['mailbox-asked'])
    const { docs } = await payload.find({
      collection: 'messages',
      where: { to: { equals: 'flood-40@mailbox.example' } },
      ...everywhere,
    })
    expect(docs[0]!.text).toContain('10:30 AM')
    const token = /\/manage\/(\S+)/.exec(docs[0]!.text)![1]!
    const opened = await openManaged(desk.context, token)
    if (!opened.ok) throw new Error(opened.refusal)
    expect(await answerManaged(desk.context, opened, 'accept')).toEqual({ ok: true, status: 'confirmed' })
    await desk.followUp()
    expect(await letters('flood-40@mailbox.example')).toEqual(['confirmed', 'mailbox-asked'])
  })

  test('a seat nobody confirmed is free again after half an hour, and nobody is written to once more', async () => {
    desk.clock.now = START.add({ minutes: 31 })
    await desk.followUp()
    const ended = (await rowsOf(session)).filter(({ canceledBy }) => canceledBy === 'mailbox')
    expect(ended).toHaveLength(4)
    expect(ended.every(({ seatKey, status }) => !seatKey && status === 'canceled')).toBe(true)
    expect(await letters('flood-41@mailbox.example')).toEqual(['mailbox-asked'])
  })

  test('the desk undoes what is left in one step; seats go to who waits, and nobody owes anything', async () => {
    await payload.update({ collection: 'sessions', id: session, data: { capacity: 41 }, ...everywhere })
    const waiting = await registerFrom('198.51.100.20', session, 'waits@school.example')
    expect(waiting).toMatchObject({ outcome: 'waitlisted' })
    const { registrations } = staffAt(desk.clock.now)
    const filter = { from: START.subtract({ hours: 1 }), until: desk.clock.now, session, domain: 'mailbox.example' }
    const shown = await registrations.flood(filter)
    expect(shown.rows).toHaveLength(40)
    expect(shown.groups.addresses).toEqual([{ ...shown.groups.addresses[0], count: 40 }])
    // Whoever confirmed, and whoever is of another mailbox, is never among them.
    expect(shown.rows.map(({ email }) => email)).not.toContain('flood-40@mailbox.example')
    const decision = { ids: shown.rows.slice(0, 39).map(({ id }) => id), isTold: true, reason: 'A program did it.' }
    expect(await registrations.undoFlood(filter, { ...decision, reason: ' ' })).toMatchObject({ status: 422 })
    expect(await registrations.undoFlood(filter, decision)).toEqual({ ok: true })
    await desk.followUp()
    const rows = await rowsOf(session)
    expect(rows.filter(({ canceledBy }) => canceledBy === 'flood')).toHaveLength(39)
    expect(rows.find(({ email }) => email === 'waits@school.example')?.status).toBe('offered')
    expect(await letters(shown.rows[0]!.email)).toEqual(['confirmed', 'undone'])
    expect(await payload.count({ collection: 'charges', where: { session: { equals: session } } })).toEqual({
      totalDocs: 0,
    })
    expect(await registrations.undoFlood(filter, decision)).toMatchObject({ ok: false, status: 409 })
  })

  test('nobody is told where the desk says so', async () => {
    const other = await newSession(payload, desk.course)
    await registerFrom('203.0.113.90', other, 'quiet@mailbox.example')
    const filter = { from: START, until: desk.clock.now, session: other }
    const { registrations } = staffAt(desk.clock.now)
    const ids = (await registrations.flood(filter)).rows.map(({ id }) => id)
    await registrations.undoFlood(filter, { ids, isTold: false, reason: 'A program did it.' })
    await desk.followUp()
    expect(await letters('quiet@mailbox.example')).toEqual([])
  })

  test('after two weeks it is forgotten where anybody registered', async () => {
    desk.clock.now = START.add({ hours: 15 * 24 })
    await desk.followUp()
    expect((await rowsOf(session)).filter(({ cameFrom, cameAt }) => cameFrom || cameAt)).toEqual([])
  })
})

test('a form sent twice is answered as it was, also where the seat was only held', async () => {
  desk.clock.now = Temporal.Instant.from('2027-02-20T16:00:00Z')
  const session = await sessionOf(60)
  for (let one = 0; one < 40; one += 1) await registerFrom('203.0.113.8', session)
  const attempt = randomUUID()
  const [first, second] = [
    await registerFrom('203.0.113.8', session, 'twice@mailbox.example', attempt),
    await registerFrom('203.0.113.8', session, 'twice@mailbox.example', attempt),
  ]
  expect([first, second]).toMatchObject([{ outcome: 'held' }, { outcome: 'held' }])
})

test('as many wait as can, and the next is told so', async () => {
  const session = await sessionOf(1)
  await seated(payload, session)
  const lines = linesOf(payload)
  await lines.reload(session)
  for (let one = 0; one < MOST_WAITING - 1; one += 1) lines.add(session, { status: 'waitlisted', waitOrder: one })
  expect(await registerFrom('203.0.113.60', session)).toMatchObject({ outcome: 'waitlisted' })
  const refused = await registerFrom('203.0.113.60', session)
  expect(refused).toMatchObject({ ok: false, status: 409 })
  expect(refused.ok ? '' : refused.errors['form']).toContain(`${MOST_WAITING} people wait`)
})

describe('letters anybody can have sent', () => {
  test('of one mailbox thirty go out in a day, however it is written, and the desk sees the rest', async () => {
    desk.clock.now = Temporal.Instant.from('2027-01-10T16:00:00Z')
    for (let one = 0; one < 31; one += 1)
      await registerFrom(`198.51.100.${one}`, await sessionOf(5), `victim+${one}@mailbox.example`)
    await desk.followUp()
    const like = { to: { like: 'victim+' } }
    const { docs } = await payload.find({ collection: 'messages', where: like, limit: 0, ...everywhere })
    const failed = docs.filter(({ state }) => state === 'failed')
    expect([docs.length, failed.length]).toEqual([31, 1])
    expect(failed[0]!.lastError).toContain('too many letters to this mailbox')
  })

  test('ten links to what one has with us', async () => {
    const { requestMyLink } = await import('#collections/people/service/my.ts')
    const now = Temporal.Instant.from('2027-01-10T16:00:00Z')
    const work: (() => Promise<unknown>)[] = []
    for (let minute = 0; minute < 15; minute += 1)
      await requestMyLink(
        { ...desk.context, now: now.add({ minutes: minute }), afterwards: (later) => void work.push(later) },
        'victim+3@mailbox.example',
      )
    for (const later of work) await later()
    expect((await letters('victim+3@mailbox.example')).filter((kind) => kind === 'sign-in')).toHaveLength(10)
  })
})

describe('permission letters', () => {
  test('sixty of one address in a day, and the sixty-first is told so', async () => {
    const { refusalOfStore } = await import('#collections/files/actions.ts')
    const act = actAt(payload, Temporal.Instant.from('2027-01-10T16:00:00Z'))
    const answers: (string | undefined)[] = []
    for (let one = 0; one < 61; one += 1) answers.push(await refusalOfStore(act, 1000, 'somewhere'))
    expect(answers.slice(0, 60).every((answer) => answer === undefined)).toBe(true)
    expect(answers[60]).toBe('too-many-today')
    await mkdir(folderOf(desk), { recursive: true })
    expect(await refusalOfStore(act, 1e18, 'elsewhere')).toBe('no-room')
  })
})
