import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Act } from '#collections/kernel/act.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { decideGate, sendColleague } from '#collections/registrations/actions.ts'
import { cancel } from '#collections/registrations/service/cancel.ts'
import { enroll } from '#collections/registrations/enroll.ts'
import { linesOf } from '#collections/registrations/lines.ts'
import { withSeats, type OfferRules } from '#collections/registrations/offers.ts'
import { lowestFreeSeat, seatKey } from '#collections/registrations/seats.ts'
import type { Status } from '#collections/registrations/states.ts'
import { answerOffer, reorder } from '#collections/registrations/waitlist.ts'
import { idOf } from '#collections/kernel/related.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { aCircle, aCourse, aPerson, aRegistration, aSession } from '#test/support/builders.ts'
import { takenOver } from '#test/support/desk.ts'
import { openDatabase, type Database } from '#test/support/database.ts'

const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')
const STARTS = Temporal.Instant.from('2027-03-02T14:30:00Z')
const all = { depth: 0, overrideAccess: true } as const

let database: Database
let payload: Payload
let course: string

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
  const circle = await payload.create({ collection: 'circles', data: aCircle(), ...all })
  course = (await payload.create({ collection: 'courses', data: aCourse({ circles: [circle.id] }), ...all })).id
})
afterAll(() => database.close())

const actAt = (now = NOW): Act => ({
  payload,
  now,
  zone: 'America/Chicago',
  actor: { kind: 'system', name: 'Test' },
})

const newSession = async (): Promise<string> =>
  (await payload.create({ collection: 'sessions', data: aSession({ course }), ...all })).id

const newPerson = async (): Promise<string> => {
  const { id } = (await createUnlessTaken(payload, 'people', aPerson()))!
  return id
}

const rulesFor = (session: string, limit: number | null, isOpen = true): OfferRules => ({
  session,
  limit,
  isOpen,
  startsAt: STARTS,
  hours: 8,
  orderDays: 10,
  office: { opens: '08:00', closes: '16:00', holidays: [], zone: 'America/Chicago' },
})

/** Registers a person for a session; a form of one's own unless one is given. */
const register = async (
  session: string,
  { limit = 20, person, attempt, hash = 'one', waits = false, passes = false } = {} as {
    limit?: number | null
    person?: string
    attempt?: string
    hash?: string
    waits?: boolean
    passes?: boolean
  },
) => {
  const who = person ?? (await newPerson())
  const {
    session: _s,
    person: _p,
    status: _st,
    seatKey: _k,
    activeKey: _a,
    waitOrder: _w,
    ...details
  } = aRegistration({ session, person: who })
  return enroll(actAt(), {
    session,
    person: who,
    limit,
    waitsForDecision: waits,
    passesWaitlist: passes,
    attempt,
    attemptHash: hash,
    details: { ...details, gate: waits ? 'asked' : 'none' } as never,
  })
}

const inStatus = async (session: string, status: Status): Promise<Registration[]> => {
  const { docs } = await payload.find({
    collection: 'registrations',
    ...all,
    pagination: false,
    sort: 'waitOrder',
    where: { and: [{ session: { equals: session } }, { status: { equals: status } }] },
  })
  return docs
}
const statusesIn = async (session: string): Promise<Record<Status, number>> => {
  const found = await Promise.all(
    (['requested', 'waitlisted', 'offered', 'confirmed', 'canceled'] as const).map(
      async (status) => [status, (await inStatus(session, status)).length] as const,
    ),
  )
  return Object.fromEntries(found) as Record<Status, number>
}
const newest = (id: string): Promise<Registration> => payload.findByID({ collection: 'registrations', id, ...all })
const registered = async (...given: Parameters<typeof register>): Promise<Registration> => {
  const enrolled = await register(...given)
  if (!('registration' in enrolled)) throw new Error(enrolled.kind)
  return enrolled.registration
}
const catchUp = (rules: OfferRules, now = NOW) => withSeats(actAt(now), rules, async () => undefined)

describe('taking seats', () => {
  test('many at once: as many as there are seats get one, the rest wait in the order they came', async () => {
    const session = await newSession()
    const people = await Promise.all(Array.from({ length: 60 }, newPerson))
    const answers = await Promise.all(people.map((person) => register(session, { person })))
    expect(answers.filter((one) => one.kind === 'new' && one.outcome === 'confirmed')).toHaveLength(20)
    const waiting = await inStatus(session, 'waitlisted')
    expect(waiting.map(({ person }) => person)).toEqual(people.slice(20))
    const seats = (await inStatus(session, 'confirmed')).map((one) => one.seatKey)
    expect(new Set(seats).size).toBe(20)
  })

  const SEATS = 6
  const CROWD = 14

  /** Counts, then writes: what every system does that has no unique key for a seat. */
  const naively = async (session: string, person: string) => {
    const { totalDocs } = await payload.count({
      collection: 'registrations',
      overrideAccess: true,
      where: { and: [{ session: { equals: session } }, { status: { equals: 'confirmed' } }] },
    })
    const status = totalDocs < SEATS ? 'confirmed' : 'waitlisted'
    const { seatKey: _, ...data } = aRegistration({ session, person, status })
    await createUnlessTaken(payload, 'registrations', data as never)
  }

  test('negative control: without the unique key the same crowd oversells', async () => {
    const session = await newSession()
    const people = await Promise.all(Array.from({ length: CROWD }, newPerson))
    await Promise.all(people.map((person) => naively(session, person)))
    expect((await statusesIn(session)).confirmed).toBeGreaterThan(SEATS)
  })

  /** The same count and write, but each seat has its key: what two processes without a common line would do. */
  const keyed = async (session: string, person: string): Promise<void> => {
    for (;;) {
      const taken = await inStatus(session, 'confirmed')
      const seats = new Set(taken.map((one) => Number(one.seatKey!.split('#')[1])))
      const seat = lowestFreeSeat({ seats, held: taken.length, waiting: 0, lastOrder: 0 }, SEATS)
      const data = aRegistration({
        session,
        person,
        status: seat ? 'confirmed' : 'waitlisted',
        seatKey: seat ? seatKey(session, seat) : undefined,
      })
      if (await createUnlessTaken(payload, 'registrations', data as never)) return
    }
  }

  test('the key alone keeps to the seats, also without the line', async () => {
    const session = await newSession()
    const people = await Promise.all(Array.from({ length: CROWD }, newPerson))
    await Promise.all(people.map((person) => keyed(session, person)))
    expect(await statusesIn(session)).toMatchObject({ confirmed: SEATS, waitlisted: CROWD - SEATS })
  })

  test('a seat taken behind the line’s back is noticed, and the next one is tried', async () => {
    const session = await newSession()
    await linesOf(payload).reload(session)
    const data = aRegistration({ session, person: await newPerson(), seatKey: seatKey(session, 1) })
    await createUnlessTaken(payload, 'registrations', data as never)
    expect((await registered(session)).seatKey).toBe(seatKey(session, 2))
  })

  test('reading how every session stands counts nobody twice, whoever was registered before', async () => {
    const session = await newSession()
    for (let n = 0; n < 3; n += 1) await register(session, { limit: 2 })
    const lines = linesOf(payload)
    await lines.load()
    expect(lines.counts(session)).toMatchObject({ held: 2, waiting: 1 })
    await lines.load()
    expect(lines.counts(session)).toMatchObject({ held: 2, waiting: 1 })
  })

  test('without a limit everybody gets a seat', async () => {
    const session = await newSession()
    await Promise.all(Array.from({ length: 30 }, () => register(session, { limit: null })))
    expect((await statusesIn(session)).confirmed).toBe(30)
  })

  test.each([
    ['no seats at all', 0],
    ['the last one', 1],
  ])('%s', async (_, limit) => {
    const session = await newSession()
    await Promise.all(Array.from({ length: 3 }, () => register(session, { limit })))
    expect(await statusesIn(session)).toMatchObject({ confirmed: limit, waitlisted: 3 - limit })
  })
})

describe('the same again', () => {
  test('one form sent fifty times is one registration, and every answer is the first', async () => {
    const session = await newSession()
    const [person, attempt] = [await newPerson(), crypto.randomUUID()]
    const answers = await Promise.all(Array.from({ length: 50 }, () => register(session, { person, attempt })))
    expect((await statusesIn(session)).confirmed).toBe(1)
    expect(answers.filter(({ kind }) => kind === 'new')).toHaveLength(1)
    expect(new Set(answers.map((one) => 'outcome' in one && one.outcome))).toEqual(new Set(['confirmed']))
  })

  test('other answers under the same attempt are refused', async () => {
    const session = await newSession()
    const [person, attempt] = [await newPerson(), crypto.randomUUID()]
    await register(session, { person, attempt })
    expect((await register(session, { person, attempt, hash: 'two' })).kind).toBe('reused')
    expect((await register(session, { attempt, hash: 'two' })).kind).toBe('reused')
  })

  test('a person registers once; a second form is told what a newcomer would be', async () => {
    const session = await newSession()
    const person = await newPerson()
    await register(session, { person, limit: 1 })
    const again = await register(session, { person, limit: 1 })
    expect(again).toMatchObject({ kind: 'again', outcome: 'waitlisted' })
    expect((await statusesIn(session)).waitlisted).toBe(0)
  })

  test('after canceling one may come back, at the end of the line', async () => {
    const session = await newSession()
    const person = await newPerson()
    const first = await registered(session, { person, limit: 1 })
    await register(session, { limit: 1 })
    await cancel(actAt(), first, rulesFor(session, 1), { by: 'person' })
    expect(await register(session, { person, limit: 1 })).toMatchObject({ kind: 'new', outcome: 'waitlisted' })
  })
})

describe('a freed seat', () => {
  const full = async (waiting = 2) => {
    const session = await newSession()
    const holder = await registered(session, { limit: 1 })
    const line = []
    for (let n = 0; n < waiting; n += 1) line.push(await registered(session, { limit: 1 }))
    return { session, holder, line, rules: rulesFor(session, 1) }
  }

  test('is held for the first who waits, and passers-by come after', async () => {
    const { session, holder, line, rules } = await full()
    await cancel(actAt(), holder, rules, { by: 'person' })
    const [head, second] = await Promise.all(line.map(({ id }) => newest(id)))
    expect([head!.status, second!.status]).toEqual(['offered', 'waitlisted'])
    // Monday 10 AM in Chicago: six hours that day, two on Tuesday morning.
    expect(head!.offerUntil).toBe('2027-02-02T16:00:00.000Z')
    expect(await register(session, { limit: 1 })).toMatchObject({ outcome: 'waitlisted' })
  })

  test('is taken, and then it is nobody else’s', async () => {
    const { session, holder, line, rules } = await full()
    await cancel(actAt(), holder, rules, { by: 'person' })
    const offered = await newest(line[0]!.id)
    expect(await answerOffer(actAt(), offered, rules, 'accept')).toEqual({ ok: true, status: 'confirmed' })
    expect(await answerOffer(actAt(), await newest(offered.id), rules, 'accept')).toMatchObject({ refusal: 'no-offer' })
    expect(await statusesIn(session)).toMatchObject({ confirmed: 1, offered: 0, waitlisted: 1 })
  })

  test('is declined with one answer, and passed on at once', async () => {
    const { holder, line, rules } = await full()
    await cancel(actAt(), holder, rules, { by: 'person' })
    await answerOffer(actAt(), await newest(line[0]!.id), rules, 'decline')
    expect([(await newest(line[0]!.id)).status, (await newest(line[1]!.id)).status]).toEqual(['canceled', 'offered'])
  })

  test('is passed on when the offer ends, not a millisecond before', async () => {
    const { holder, line, rules } = await full()
    await cancel(actAt(), holder, rules, { by: 'person' })
    const end = Temporal.Instant.from('2027-02-02T16:00:00Z')
    await catchUp(rules, end)
    expect((await newest(line[0]!.id)).status).toBe('offered')
    const after = end.add({ milliseconds: 1 })
    expect(await answerOffer(actAt(after), await newest(line[0]!.id), rules, 'accept')).toMatchObject({
      refusal: 'offer-over',
    })
    const [ended, next] = await Promise.all(line.map(({ id }) => newest(id)))
    expect([ended!.status, ended!.canceledBy, next!.status]).toEqual(['canceled', 'offer', 'offered'])
  })

  test('answered twice at the same time is answered once', async () => {
    const { holder, line, rules } = await full(1)
    await cancel(actAt(), holder, rules, { by: 'person' })
    const offered = await newest(line[0]!.id)
    const answers = await Promise.all([
      answerOffer(actAt(), offered, rules, 'accept'),
      answerOffer(actAt(), offered, rules, 'decline'),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('cancellations beside new arrivals never put more in than there are seats', async () => {
    const session = await newSession()
    const holders = []
    for (let n = 0; n < 10; n += 1) holders.push(await registered(session, { limit: 10 }))
    const rules = rulesFor(session, 10)
    await Promise.all([
      ...holders.map((holder) => cancel(actAt(), holder, rules, { by: 'person' })),
      ...Array.from({ length: 25 }, () => register(session, { limit: 10 })),
    ])
    const { confirmed, offered, waitlisted } = await statusesIn(session)
    expect(confirmed + offered).toBe(10)
    expect(waitlisted).toBe(15)
  })

  test('canceling twice at once is canceling once', async () => {
    const { holder, rules } = await full(0)
    const answers = await Promise.all([
      cancel(actAt(), holder, rules, { by: 'person' }),
      cancel(actAt(), holder, rules, { by: 'staff' }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('more seats, fewer seats', () => {
  test('ten more seats go to the first ten who wait; five fewer drop nobody and offer nothing', async () => {
    const session = await newSession()
    const line: Registration[] = []
    for (let n = 0; n < 35; n += 1) line.push(await registered(session, { limit: 15 }))
    await catchUp(rulesFor(session, 25))
    const offered = await inStatus(session, 'offered')
    expect(offered.map(({ id }) => id)).toEqual(line.slice(15, 25).map(({ id }) => id))

    const lowered = rulesFor(session, 20)
    await catchUp(lowered)
    expect(await statusesIn(session)).toMatchObject({ confirmed: 15, offered: 10, waitlisted: 10 })
    await cancel(actAt(), await newest(line[0]!.id), lowered, { by: 'person' })
    expect(await statusesIn(session)).toMatchObject({ confirmed: 14, offered: 10, waitlisted: 10 })
  })

  test('nothing is offered once it has begun or was called off', async () => {
    const session = await newSession()
    await registered(session, { limit: 0 })
    await catchUp(rulesFor(session, 5, false))
    expect(await statusesIn(session)).toMatchObject({ offered: 0, waitlisted: 1 })
  })
})

describe('staff and colleagues', () => {
  test('the waitlist is moved with a reason, which the log keeps', async () => {
    const session = await newSession()
    const line = []
    for (let n = 0; n < 3; n += 1) line.push(await registered(session, { limit: 0 }))
    expect(await reorder(actAt(), line[2]!, null, 'Teaches the subject')).toEqual({ ok: true })
    expect((await inStatus(session, 'waitlisted')).map(({ id }) => id)).toEqual(
      [line[2], line[0], line[1]].map((one) => one!.id),
    )
    const { docs } = await payload.find({
      collection: 'events',
      ...all,
      where: { and: [{ registration: { equals: line[2]!.id } }, { kind: { equals: 'registration.moved' } }] },
    })
    expect(docs[0]).toMatchObject({ reason: 'Teaches the subject', actor: 'Test' })
  })

  test('a colleague takes the seat over in one step; the old link is worth nothing', async () => {
    const session = await newSession()
    const before = await registered(session)
    const colleague = { person: await newPerson(), name: 'Colleague', email: 'colleague@example.org' }
    expect(await sendColleague(actAt(), before, colleague, takenOver(before))).toEqual({ ok: true })
    const after = await newest(before.id)
    expect(after).toMatchObject({ ...colleague, seatKey: before.seatKey, linkVersion: 2, status: 'confirmed' })
    expect(after.formerly).toMatchObject([{ name: before.name }])
  })

  test('a colleague who is registered already cannot take another seat', async () => {
    const session = await newSession()
    const before = await registered(session)
    const other = await registered(session)
    const colleague = { person: idOf(other.person), name: other.name, email: other.email }
    expect(await sendColleague(actAt(), before, colleague, takenOver(before))).toMatchObject({
      refusal: 'colleague-not-possible',
    })
    expect((await newest(before.id)).name).toBe(before.name)
  })

  test('a waiver gives a seat, or the place on the waitlist of the moment it was asked for', async () => {
    const session = await newSession()
    const rules = rulesFor(session, 1)
    const early = await registered(session, { limit: 1, waits: true })
    const holder = await registered(session, { limit: 1 })
    const late = await registered(session, { limit: 1 })
    expect([early.status, holder.status, late.status]).toEqual(['requested', 'confirmed', 'waitlisted'])
    await decideGate(actAt(), early, rules, { decision: 'waived', reason: 'Taught it herself' })
    expect((await inStatus(session, 'waitlisted')).map(({ id }) => id)).toEqual([early.id, late.id])
    await cancel(actAt(), holder, rules, { by: 'person' })
    expect((await newest(early.id)).status).toBe('offered')
  })

  test('refused, it ends at no cost', async () => {
    const session = await newSession()
    const asked = await registered(session, { waits: true })
    await decideGate(actAt(), asked, rulesFor(session, 20), { decision: 'refused', reason: 'No' })
    expect(await newest(asked.id)).toMatchObject({ status: 'canceled', canceledBy: 'gate', gate: 'refused' })
  })
})
