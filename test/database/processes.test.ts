import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noteChange } from '#collections/kernel/changes.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { MOST } from '#collections/changes/policy.ts'
import { SYSTEM } from '#collections/kernel/act.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { every, first } from '#collections/kernel/queries.ts'
import { enroll } from '#collections/registrations/enroll.ts'
import { reorder } from '#collections/registrations/waitlist.ts'
import {
  aCircle,
  aCourse,
  anOrganization,
  aPerson,
  aRegistration,
  aSession,
  aStrategy,
} from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'
import { anotherProcess } from '#test/support/second.ts'

// Two processes on one database, each with a memory of its own; and one that compares nothing, to show what would be.

const all = { depth: 0, overrideAccess: true } as const
const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')

let database: Database
let [one, two, alone]: Awaited<ReturnType<typeof anotherProcess>>[] = []
let course: string
let session: string

beforeAll(async () => {
  database = await openDatabase()
  one = await anotherProcess(database)
  two = await anotherProcess(database)
  alone = await anotherProcess(database, true)
  const circle = await one.payload.create({ collection: 'circles', data: aCircle(), ...all })
  course = (await one.payload.create({ collection: 'courses', data: aCourse({ circles: [circle.id] }), ...all })).id
  session = (await one.payload.create({ collection: 'sessions', data: aSession({ course }), ...all })).id
  await one.written()
})
afterAll(async () => {
  for (const process of [one, two, alone]) await process?.close()
  await database.close()
})

const titleIn = async ({ source }: NonNullable<typeof one>) =>
  (await source.read()).documents.courses.get(course)?.title
const retitle = async (title: string) => {
  await one!.payload.update({ collection: 'courses', id: course, data: { title }, ...all })
  await one!.written()
}

describe('what one process has written and answered', () => {
  test('is what the other shows next; a process that compares nothing goes on showing what was', async () => {
    await retitle('Before')
    expect([await titleIn(one!), await titleIn(two!), await titleIn(alone!)]).toEqual(['Before', 'Before', 'Before'])
    await retitle('After')
    expect([await titleIn(one!), await titleIn(two!), await titleIn(alone!)]).toEqual(['After', 'After', 'Before'])
  })

  test('leaves the rest of the other’s memory as it is', async () => {
    const before = await two!.source.read()
    expect(two!.source.current()).toBe(before)
    await one!.payload.update({ collection: 'courses', id: course, data: { title: 'Again' }, ...all })
    await one!.written()
    const after = await two!.source.read()
    expect(after).not.toBe(before)
    expect(after.documents.circles).toBe(before.documents.circles)
  })

  test('is taken away in the other when it was removed', async () => {
    const { id } = await one!.payload.create({ collection: 'sessions', data: aSession({ course }), ...all })
    await one!.written()
    expect((await two!.source.read()).session.has(id)).toBe(true)
    await one!.payload.delete({ collection: 'sessions', id, ...all })
    await one!.written()
    expect((await two!.source.read()).session.has(id)).toBe(false)
  })

  test('reaches what is kept of the agency and of the organizations', async () => {
    expect((await two!.organizations()).size).toBe(0)
    await one!.payload.create({ collection: 'organizations', data: anOrganization({ name: 'District 99' }), ...all })
    await one!.payload.updateGlobal({ slug: 'agency', data: { name: 'Example Service Agency' }, ...all })
    await one!.written()
    expect([...(await two!.organizations()).values()].map(({ name }) => name)).toEqual(['District 99'])
    expect((await two!.agency()).name).toBe('Example Service Agency')
  })

  test('counts among the seats that the other shows', async () => {
    await two!.source.read()
    const before = two!.lines.version()
    const person = (await createUnlessTaken(one!.payload, 'people', aPerson()))!
    const registration = aRegistration({ session, person: person.id, seatKey: `${session}#1`, status: 'confirmed' })
    await createUnlessTaken(one!.payload, 'registrations', registration as never)
    await one!.written()
    const { seats } = await two!.source.read()
    expect(seats.counts(session)).toMatchObject({ held: 1, waiting: 0 })
    expect(seats.version()).toBeGreaterThan(before)
    expect((await alone!.source.read()).seats.counts(session)).toEqual({ held: 0, waiting: 0 })
  })

  test('is read by one that fell behind, further back than the list reaches', async () => {
    for (let n = 0; n <= MOST; n += 1) noteChange(one!.payload, 'strategies', String(n))
    await retitle('Long after')
    expect(await titleIn(two!)).toBe('Long after')
    const list = await first({ payload: one!.payload }, 'changes', {})
    expect(list!.entries).toHaveLength(MOST)
  })
})

test('whatever is written at once in both is listed, and read by both', async () => {
  const strategies = [one!, two!].flatMap(({ payload }) =>
    Array.from({ length: 10 }, () => payload.create({ collection: 'strategies', data: aStrategy(), ...all })),
  )
  const ids = (await Promise.all(strategies)).map(({ id }) => id)
  await Promise.all([one!.written(), two!.written()])
  for (const { source } of [one!, two!]) {
    const known = (await source.read()).documents.strategies
    expect(ids.filter((id) => !known.has(id))).toEqual([])
  }
})

describe('a crowd at two processes', () => {
  const SEATS = 6
  const CROWD = 24

  const enrollAt = async ({ payload }: NonNullable<typeof one>, of: string, person: string) => {
    const { status: _, seatKey: _k, activeKey: _a, waitOrder: _w, ...details } = aRegistration({ session: of, person })
    const act = { payload, now: NOW, zone: 'America/Chicago', actor: SYSTEM }
    const asked = { session: of, person, limit: SEATS, waitsForDecision: false, attemptHash: 'one' }
    return enroll(act, { ...asked, details })
  }

  test('gets each seat once and each number of the waitlist once', async () => {
    const { id } = await one!.payload.create({ collection: 'sessions', data: aSession({ course }), ...all })
    const people = await Promise.all(
      Array.from({ length: CROWD }, async () => (await createUnlessTaken(one!.payload, 'people', aPerson()))!.id),
    )
    await one!.written()
    await Promise.all(people.map((person, index) => enrollAt(index % 2 ? one! : two!, id, person)))
    const found = await every({ payload: one!.payload }, 'registrations', { session: { equals: id } })
    const confirmed = found.filter(({ status }) => status === 'confirmed')
    expect([confirmed.length, found.length]).toEqual([SEATS, CROWD])
    expect(new Set(confirmed.map(({ seatKey }) => seatKey)).size).toBe(SEATS)
    expect(new Set(found.map(({ waitOrder }) => waitOrder)).size).toBe(CROWD)
  })

  test('two who are moved behind the same person do not get the same number', async () => {
    const { id } = await one!.payload.create({ collection: 'sessions', data: aSession({ course }), ...all })
    const orders = [1, 2, 3, 4]
    const line: Registration[] = []
    for (const waitOrder of orders) {
      const person = (await createUnlessTaken(one!.payload, 'people', aPerson()))!.id
      const { seatKey: _, ...data } = aRegistration({ session: id, person, status: 'waitlisted', waitOrder })
      line.push((await createUnlessTaken(one!.payload, 'registrations', data as never))!)
    }
    await one!.written()
    const moved = await Promise.all(
      [one!, two!].map(({ payload }, index) => {
        const act = { payload, now: NOW, zone: 'America/Chicago', actor: SYSTEM }
        return reorder(act, line[2 + index]!, line[0]!.id, 'Comes from far away')
      }),
    )
    const now = await every({ payload: one!.payload }, 'registrations', { session: { equals: id } })
    expect(new Set(now.map(({ waitOrder }) => waitOrder)).size).toBe(orders.length)
    expect(moved.filter(({ ok }) => ok).length).toBeGreaterThan(0)
  })
})
