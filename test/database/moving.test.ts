import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mark } from '#collections/attendance/actions.ts'
import { tokenFor } from '#collections/context/links.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { idOf } from '#collections/kernel/related.ts'
import { agreementOf } from '#collections/registrations/policy.ts'
import { seatKey, waitKey } from '#collections/registrations/seats.ts'
import { takeMoveAlong } from '#collections/registrations/service/moved.ts'
import { publicServices } from '#collections/services/public.ts'
import { staffServices } from '#collections/services/staff.ts'
import { aDay, aSession } from '#test/support/builders.ts'
import { actAt, DAYS, newSession, openTestDesk, seated, stopsAfter } from '#test/support/desk.ts'

// Moving somebody to another date, as the person does it and as the desk does.

const all = { depth: 0, overrideAccess: true } as const
const LATER = ['2027-05-04', '2027-05-25', '2027-06-15'] as const

let desk: Awaited<ReturnType<typeof openTestDesk>>
let payload: Payload
let here: string
let there: string

beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  await payload.update({ collection: 'courses', id: desk.course, data: { memberRate: 15_000 }, ...all })
})
afterAll(() => desk.close())
beforeEach(async () => {
  desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
  here = await newSession(payload, desk.course)
  there = await newSession(payload, desk.course, LATER)
})

const PAID = { price: { rate: 'member', cents: 15_000 } } as const
const staff = () => staffServices(desk.context, actAt(payload, desk.clock.now))
const newest = (id: string): Promise<Registration> => payload.findByID({ collection: 'registrations', id, ...all })
const at = async (moment: string): Promise<void> => {
  desk.clock.now = Temporal.Instant.from(moment)
  await desk.followUp()
}
const lettersOf = async (registration: string) => {
  const where = { registration: { equals: registration } }
  const { docs } = await payload.find({ collection: 'messages', where, sort: 'createdAt', pagination: false, ...all })
  return docs
}
const rowsOf = async (registration: string) => {
  const where = { registration: { equals: registration } }
  const { docs } = await payload.find({ collection: 'attendance', where, sort: 'date', pagination: false, ...all })
  return docs.map(({ date, state, minutes, session }) => [date, state, minutes, session])
}
const linesOf = async (registration: string) => {
  const where = { registration: { equals: registration } }
  const { docs } = await payload.find({ collection: 'charges', where, sort: 'bookedAt', pagination: false, ...all })
  return docs.map(({ kind, day, cents }) => [kind, day, cents])
}
const waiting = (session: string, order: number) =>
  seated(payload, session, {
    status: 'waitlisted',
    seatKey: undefined,
    waitOrder: order,
    waitKey: waitKey(session, order),
  })
const small = async (days: readonly string[], capacity: number): Promise<string> => {
  const held = days.map((date) => ({ ...aDay, date }))
  const data = aSession({ course: desk.course, days: held, capacity })
  return (await payload.create({ collection: 'sessions', data, ...all })).id
}

describe('by the person', () => {
  test('the seat there is theirs, the seat here is the next one’s, and one letter says so with the calendar', async () => {
    here = await small(DAYS, 1)
    const registration = await seated(payload, here, { seatKey: seatKey(here, 1) }, PAID)
    const next = await waiting(here, 2)
    await desk.followUp()
    const token = await tokenFor(desk.context, 'manage', registration)
    const visitor = publicServices(desk.context).registrations
    const opened = await visitor.read(token)
    expect(opened).toMatchObject({
      view: {
        move: {
          refusal: null,
          choices: expect.arrayContaining([
            expect.objectContaining({ refusal: null, session: expect.objectContaining({ id: there }) }),
          ]),
        },
      },
    })
    const form = { to: there, revision: registration.revision }
    expect(await visitor.move(token, form)).toEqual({ ok: true })
    // Sent twice, it is done once.
    expect(await visitor.move(token, form)).toEqual({ ok: true })
    await desk.followUp()
    const moved = await newest(registration.id)
    expect(moved).toMatchObject({ session: there, status: 'confirmed', seatKey: seatKey(there, 1) })
    expect(moved.movedFrom).toHaveLength(1)
    expect(await newest(next.id)).toMatchObject({ status: 'offered', seatKey: seatKey(here, 1) })
    const letters = await lettersOf(registration.id)
    expect(letters.map(({ kind }) => kind)).toEqual(['confirmed', 'moved'])
    const [before, after] = letters.map(({ calendar }) => (calendar ?? '').replace(/\r\n /g, ''))
    const eventsIn = (file: string) =>
      [...file.matchAll(/BEGIN:VEVENT[\s\S]*?END:VEVENT/g)].map(([event]) => ({
        day: /UID:registration-\S+-(\d{4}-\d\d-\d\d)/.exec(event)![1],
        isCanceled: event.includes('STATUS:CANCELLED'),
        sequence: Number(/SEQUENCE:(\d+)/.exec(event)![1]),
      }))
    const sequence = Math.max(...eventsIn(before!).map((event) => event.sequence))
    const events = eventsIn(after!)
    expect(events.map(({ day, isCanceled }) => [day, isCanceled])).toEqual([
      ...LATER.map((day) => [day, false]),
      ...DAYS.map((day) => [day, true]),
    ])
    expect(events.every((event) => event.sequence > sequence)).toBe(true)
    expect(letters[1]!.text).toContain('Tuesday, May 4, 2027')
  })

  test('whoever is full, waited for, over or too late says so, and nothing is given up', async () => {
    const full = await small(LATER, 1)
    await seated(payload, full, { seatKey: seatKey(full, 1) })
    const registration = await seated(payload, here, {}, PAID)
    const token = await tokenFor(desk.context, 'manage', registration)
    const move = (to: string) => publicServices(desk.context).registrations.move(token, { to, revision: 1 })
    expect(await move(full)).toEqual({ ok: false, refusal: 'date-full' })
    const waitedFor = await small(LATER, 5)
    await waiting(waitedFor, 2)
    expect(await move(waitedFor)).toEqual({ ok: false, refusal: 'date-full' })
    expect(await move(here)).toEqual({ ok: false, refusal: 'date-same' })
    desk.clock.now = Temporal.Instant.from('2027-02-25T16:00:00Z')
    expect(await move(there)).toEqual({ ok: false, refusal: 'too-late-to-move' })
    expect(await newest(registration.id)).toMatchObject({ session: here, revision: 1, status: 'confirmed' })
  })

  test('of two who want the last seat one has it, and the other keeps the seat they have', async () => {
    const last = await small(LATER, 1)
    const [one, two] = [await seated(payload, here, {}, PAID), await seated(payload, here, {}, PAID)]
    const results = await Promise.all(
      [one, two].map((registration) => staff().registrations.move(registration.id, { to: last, revision: 1 })),
    )
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
    const sessions = await Promise.all([one, two].map(async ({ id }) => idOf((await newest(id)).session)))
    expect(sessions.sort()).toEqual([here, last].sort())
  })
})

describe('by the desk', () => {
  test('a full date takes somebody only at the end of its waitlist, as the desk says so', async () => {
    const full = await small(LATER, 1)
    await seated(payload, full, { seatKey: seatKey(full, 1) })
    const first = await waiting(full, 2)
    const registration = await seated(payload, here, {}, PAID)
    const asked = { to: full, revision: 1 }
    expect(await staff().registrations.move(registration.id, asked)).toMatchObject({ ok: false })
    expect(await staff().registrations.move(registration.id, { ...asked, inLine: true })).toEqual({ ok: true })
    const moved = await newest(registration.id)
    expect(moved).toMatchObject({ session: full, status: 'waitlisted' })
    expect(moved.waitOrder).toBeGreaterThan(first.waitOrder)
    expect(moved.seatKey ?? null).toBeNull()
    await desk.followUp()
    const kinds = (await lettersOf(registration.id)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'moved')).toHaveLength(1)
    expect(kinds).not.toContain('waitlisted')
  })

  test('a guest’s check is about the new date, and may come by the later day', async () => {
    const check = { cents: 20_000, due: '2027-02-20', lastMailDay: '2027-02-20' }
    const guest = await seated(payload, here, { participation: 'guest' }, { check })
    await desk.followUp()
    expect(await staff().registrations.move(guest.id, { to: there, revision: 1 })).toEqual({ ok: true })
    await desk.followUp()
    const where = { registration: { equals: guest.id } }
    const { docs } = await payload.find({ collection: 'deposits', where, ...all })
    expect(docs.map(({ session, state, dueCents }) => ({ session, state, dueCents }))).toEqual([
      { session: there, state: 'due', dueCents: 20_000 },
    ])
    expect((await lettersOf(guest.id)).filter(({ kind }) => kind === 'check-due')).toHaveLength(1)
  })

  test('days that were attended go along with their minutes, and no line is lost or booked twice', async () => {
    const registration = await seated(payload, here, {}, PAID)
    await at('2027-03-02T22:00:00Z')
    expect(await linesOf(registration.id)).toEqual([['rate', DAYS[0], 5000]])
    await mark(actAt(payload, desk.clock.now), registration.id, DAYS[0], { state: 'present' })
    const { revision } = await newest(registration.id)
    expect(await staff().registrations.move(registration.id, { to: there, revision })).toEqual({ ok: true })
    expect(await rowsOf(registration.id)).toEqual([
      [DAYS[0], 'present', 375, here],
      [LATER[0], 'excused', 0, there],
    ])
    await at('2027-05-04T22:00:00Z')
    expect(await linesOf(registration.id)).toEqual([['rate', DAYS[0], 5000]])
    for (const day of LATER.slice(1)) {
      await at(`${day}T22:00:00Z`)
      await mark(actAt(payload, desk.clock.now), registration.id, day, { state: 'present' })
    }
    await desk.followUp()
    expect(await linesOf(registration.id)).toEqual([
      ['rate', DAYS[0], 5000],
      ['rate', LATER[1], 5000],
      ['rate', LATER[2], 5000],
    ])
    const where = { registration: { equals: registration.id } }
    const { docs } = await payload.find({ collection: 'awards', where, ...all })
    expect(docs).toMatchObject([
      { minutes: 3 * 375, facts: { days: [DAYS[0], LATER[1], LATER[2]].map((date) => ({ date })) } },
    ])
  })

  test('the kinder deadline holds there: what was agreed to for an earlier date, too', async () => {
    const registration = await seated(
      payload,
      there,
      {},
      {
        ...PAID,
        events: LATER.map((day) => ({ days: [day], freeUntil: `${day}T04:59:59.999Z` })),
      },
    )
    expect(await staff().registrations.move(registration.id, { to: here, revision: 1 })).toEqual({ ok: true })
    const { events } = agreementOf(await newest(registration.id))
    expect(events.map(({ days, freeUntil }) => [days[0], freeUntil?.slice(0, 10)])).toEqual([
      [DAYS[0], LATER[0]],
      [DAYS[1], LATER[1]],
      [DAYS[2], LATER[2]],
    ])
  })
})

test('what a stopped process left of a move is done by what follows, once', async () => {
  here = await small(DAYS, 1)
  const registration = await seated(
    payload,
    here,
    { seatKey: seatKey(here, 1), participation: 'guest' },
    { check: { cents: 20_000, due: '2027-02-20', lastMailDay: '2027-02-20' } },
  )
  const next = await waiting(here, 2)
  await createUnlessTaken(payload, 'attendance', {
    key: `${registration.id}#${DAYS[1]}`,
    registration: registration.id,
    session: here,
    person: idOf(registration.person),
    name: registration.name,
    date: DAYS[1],
    state: 'canceled',
    minutes: 0,
    at: desk.clock.now.toString(),
    isOnTime: true,
    feeState: 'none',
    revision: 1,
  })
  await desk.followUp()
  let { revision } = await newest(registration.id)
  for (let writes = 1; ; writes += 1) {
    const dying = stopsAfter(desk, writes)
    const act = { ...actAt(payload, desk.clock.now), payload: dying.context.payload }
    const dead = staffServices(dying.context, act).registrations
    await dead.move(registration.id, { to: there, revision }).catch(() => undefined)
    if (idOf((await newest(registration.id)).session) === there) break
    revision = (await newest(registration.id)).revision
  }
  await desk.followUp()
  await takeMoveAlong(desk.context, registration.id)
  await desk.followUp()
  expect(await newest(next.id)).toMatchObject({ status: 'offered' })
  expect((await rowsOf(registration.id)).map(([date, state]) => [date, state])).toEqual([
    [DAYS[1], 'canceled'],
    [LATER[1], 'canceled'],
  ])
  const where = { registration: { equals: registration.id } }
  expect((await payload.find({ collection: 'deposits', where, ...all })).docs).toMatchObject([{ session: there }])
  expect((await lettersOf(registration.id)).filter(({ kind }) => kind === 'moved')).toHaveLength(1)
})
