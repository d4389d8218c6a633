import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mark } from '#collections/attendance/actions.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { idOf } from '#collections/kernel/related.ts'
import { personOf } from '#collections/people/actions.ts'
import { personKey } from '#collections/people/identity.ts'
import { join, part } from '#collections/people/join.ts'
import { SPLIT_REFUSALS } from '#collections/people/splitting.ts'
import { activeKey } from '#collections/registrations/seats.ts'
import { staffServices } from '#collections/services/staff.ts'
import { aPerson } from '#test/support/builders.ts'
import { actAt, DAYS, newSession, openTestDesk, seated, stopsAfter } from '#test/support/desk.ts'

// Two records of one person become one, and two again.

const all = { depth: 0, overrideAccess: true } as const
let desk: Awaited<ReturnType<typeof openTestDesk>>
let payload: Payload
beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
})
afterAll(() => desk.close())

const act = () => actAt(payload, desk.clock.now)
const staff = () => staffServices(desk.context, act())
const newPerson = async (name: string, email: string) =>
  (await createUnlessTaken(payload, 'people', { ...aPerson({ name, email }), key: personKey(email, name) }))!

/** Somebody with two records, each with a seat; of the first one day was attended. */
const twice = async () => {
  const [home, work] = await Promise.all([
    newPerson('Ana Berg', `home-${crypto.randomUUID()}@example.org`),
    newPerson('Berg, Ana', `work-${crypto.randomUUID()}@example.org`),
  ])
  const [one, two] = [await newSession(payload, desk.course), await newSession(payload, desk.course)]
  const of = (session: string, person: typeof home) =>
    seated(payload, session, { person: person.id, email: person.email, activeKey: activeKey(session, person.id) })
  const [first, second] = [await of(one, home), await of(two, work)]
  desk.clock.now = Temporal.Instant.from(`${DAYS[0]}T22:00:00Z`)
  await mark(act(), first.id, DAYS[0], { state: 'present' })
  return { home, work, first, second, sessions: [one, two] as const }
}
const ownerOf = async (registration: string) => {
  const { person, activeKey: key } = await payload.findByID({ collection: 'registrations', id: registration, ...all })
  const where = { registration: { equals: registration } }
  const { docs } = await payload.find({ collection: 'attendance', where, ...all })
  return { person: idOf(person), key, rows: docs.map((row) => idOf(row.person)) }
}

test('everything goes along, both mailboxes stay theirs, and it is undone to what it was', async () => {
  const { home, work, first, second, sessions } = await twice()
  expect(await staff().people.join(home.id, work.id, 'The same teacher')).toEqual({ ok: true })
  const theirs = { person: work.id, key: activeKey(sessions[0], work.id), rows: [work.id] }
  expect(await ownerOf(first.id)).toEqual(theirs)
  const view = await staff().people.read(work.id)
  expect(view?.registrations.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort())
  expect(view).toMatchObject({ minutes: 375, joined: [{ id: home.id }], joinedInto: null })
  expect(await personOf(act(), { name: 'Ana Berg', email: home.email })).toMatchObject({ id: work.id })
  // Again, it changes nothing.
  expect(await join(act(), home.id, work.id, 'The same teacher')).toEqual({ ok: true })
  expect(await join(act(), work.id, home.id, 'The other way')).toEqual({ ok: false, refusal: 'same' })

  expect(await part(act(), home.id, 'Two teachers of one name')).toEqual({ ok: true })
  expect(await ownerOf(first.id)).toEqual({ person: home.id, key: activeKey(sessions[0], home.id), rows: [home.id] })
  expect((await ownerOf(second.id)).person).toBe(work.id)
  expect(await part(act(), home.id, 'Twice')).toEqual({ ok: false, refusal: 'not-joined' })
})

test('a record is not joined with itself, nor where both have a seat in one session', async () => {
  const { home, work, sessions } = await twice()
  expect(await join(act(), home.id, home.id, 'Why')).toEqual({ ok: false, refusal: 'same' })
  await seated(payload, sessions[1], { person: home.id, activeKey: activeKey(sessions[1], home.id) })
  expect(await join(act(), home.id, work.id, 'Why')).toEqual({ ok: false, refusal: 'two-seats' })
  expect(await join(act(), home.id, work.id, ' ')).toEqual({ ok: false, refusal: 'no-reason' })
})

test('what a stopped process left of it follows', async () => {
  const { home, work, first } = await twice()
  const dying = stopsAfter(desk, 1)
  await join({ ...act(), payload: dying.context.payload }, home.id, work.id, 'Why').catch(() => undefined)
  expect((await ownerOf(first.id)).person).toBe(home.id)
  await desk.followUp()
  expect(await ownerOf(first.id)).toMatchObject({ person: work.id, rows: [work.id] })
})

test('two people who were written down as one are told apart: what is the other’s goes to a record of its own', async () => {
  const { home, first } = await twice()
  const other = await newSession(payload, desk.course)
  const stays = await seated(payload, other, {
    person: home.id,
    name: home.name,
    email: home.email,
    activeKey: activeKey(other, home.id),
  })
  const email = `ada-${crypto.randomUUID()}@example.org`
  const chosen = { registrations: [first.id], applications: [], submissions: [] }
  const given = { name: 'Ada Berg', email, chosen, reason: 'Two sisters' }
  const split = (more: object) => staff().people.split(home.id, { ...given, ...more })
  expect(await split({ reason: ' ' })).toMatchObject({ ok: false, status: 422 })
  expect(await split({ name: '' })).toMatchObject({ ok: false, message: SPLIT_REFUSALS['no-name'] })
  expect(await split({ email: 'ada at home' })).toMatchObject({ ok: false, status: 422 })
  expect(await split({ chosen: { ...chosen, registrations: [] } })).toMatchObject({ message: SPLIT_REFUSALS.nothing })
  expect(await split({ chosen: { ...chosen, registrations: ['x'] } })).toMatchObject({
    message: SPLIT_REFUSALS['not-theirs'],
  })
  const done = await split({})
  if (!done.ok || !('person' in done)) throw new Error('not split')
  const moved = await payload.findByID({ collection: 'registrations', id: first.id, ...all })
  expect(moved).toMatchObject({ name: 'Ada Berg', email, linkVersion: first.linkVersion + 1 })
  expect(await ownerOf(first.id)).toMatchObject({ person: done.person, rows: [done.person] })
  expect((await ownerOf(stays.id)).person).toBe(home.id)
  expect((await staff().people.read(done.person))?.log[0]?.summary).toContain('Ada Berg')
  expect(await split({})).toMatchObject({ message: SPLIT_REFUSALS['not-theirs'] })
})
