import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Payload, Where } from 'payload'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { tokenFor } from '#collections/context/links.ts'
import { publicServices } from '#collections/services/public.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { movedDays } from '#collections/registrations/moved-days.ts'
import { aDay } from '#test/support/builders.ts'
import { DAYS, newSession, openTestDesk, seated } from '#test/support/desk.ts'

// What people did about a day goes along when the session moves.

type Desk = Awaited<ReturnType<typeof openTestDesk>>
const all = { depth: 0, overrideAccess: true } as const
let desk: Desk
let payload: Payload
beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
})
afterAll(() => desk.close())

const rowsOf = async (registration: string) => {
  const where = { registration: { equals: registration } }
  const { docs } = await payload.find({ collection: 'attendance', where, sort: 'date', pagination: false, ...all })
  return docs.map(({ date, state, isOnTime, feeState, key }) => ({ date, state, isOnTime, feeState, key }))
}

const gaveUp = async (registration: Registration, date: string, more: object) =>
  createUnlessTaken(payload, 'attendance', {
    key: `${registration.id}#${date}`,
    registration: registration.id,
    session: registration.session,
    person: registration.person,
    name: registration.name,
    date,
    state: 'canceled',
    minutes: 0,
    at: desk.clock.now.toString(),
    feeState: 'none',
    revision: 1,
    ...more,
  })

const moveBy = async (session: string, days: number, status: 'draft' | 'published' = 'published') => {
  const draft = status === 'draft'
  const { days: before } = await payload.findByID({ collection: 'sessions', id: session, draft: true, ...all })
  const moved = before.map((day) => ({ ...day, date: Temporal.PlainDate.from(day.date).add({ days }).toString() }))
  await payload.update({ collection: 'sessions', id: session, data: { days: moved, _status: status }, draft, ...all })
}

const later = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

test('a day given up in time stays given up, also where it becomes what another day was', async () => {
  const session = await newSession(payload, desk.course)
  const registration = await seated(payload, session)
  await gaveUp(registration, DAYS[0], { isOnTime: true })
  await gaveUp(registration, DAYS[1], { isOnTime: true })
  await moveBy(session, 21)
  expect(await rowsOf(registration.id)).toMatchObject(
    [DAYS[0], DAYS[1]].map((day) => ({
      date: later(day, 21),
      key: `${registration.id}#${later(day, 21)}`,
      state: 'canceled',
      isOnTime: true,
    })),
  )
})

test('a day given up too late keeps its fee where it was, and is given up in time where it is now', async () => {
  const session = await newSession(payload, desk.course)
  const registration = await seated(payload, session)
  await gaveUp(registration, DAYS[0], { isOnTime: false, feeState: 'approved', feeCents: 10_000 })
  await moveBy(session, 1)
  expect(await rowsOf(registration.id)).toMatchObject([
    { date: DAYS[0], isOnTime: false, feeState: 'approved' },
    { date: later(DAYS[0], 1), isOnTime: true, feeState: 'none' },
  ])
})

test('a draft moves nobody; when it is published, what was public before is what counts', async () => {
  const session = await newSession(payload, desk.course)
  const registration = await seated(payload, session)
  await gaveUp(registration, DAYS[0], { isOnTime: true })
  await moveBy(session, 3, 'draft')
  expect(await rowsOf(registration.id)).toMatchObject([{ date: DAYS[0] }])
  await moveBy(session, 4)
  expect(await rowsOf(registration.id)).toMatchObject([{ date: later(DAYS[0], 7) }])
})

test('days that were there stay as they are', () => {
  const day = (id: string, date: string) => ({ id, date }) as never
  const before = { days: [day('a', DAYS[0]), day('b', DAYS[1])] }
  expect(movedDays(before, before).size).toBe(0)
  expect(movedDays(before, { days: [day('b', DAYS[1])] }).size).toBe(0)
  expect([...movedDays(before, { days: [day('a', DAYS[0]), day('b', DAYS[2])] })]).toEqual([[DAYS[1], DAYS[2]]])
})

test('a later deadline that was told holds after the session is moved back', async () => {
  desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
  const session = await newSession(payload, desk.course)
  const { id, email } = await seated(payload, session)
  const deadline = async () => {
    const registration = await payload.findByID({ collection: 'registrations', id, ...all })
    const read = await publicServices(desk.context).registrations.read(
      await tokenFor(desk.context, 'manage', registration),
    )
    return read.ok && read.view.cancellation.coming[0]!.freeUntil?.toString()
  }
  await desk.followUp()
  expect(await deadline()).toBe('2027-02-24T05:59:59.999Z')
  await moveBy(session, 3)
  await desk.followUp()
  const where: Where = { and: [{ to: { equals: email } }, { kind: { equals: 'changed' } }] }
  const { docs } = await payload.find({ collection: 'messages', where, ...all })
  expect(docs.map(({ text }) => text)).toEqual([expect.stringContaining('Friday, February 26, 2027, 11:59 PM CT')])
  await moveBy(session, -3)
  await desk.followUp()
  expect(await deadline()).toBe('2027-02-27T05:59:59.999Z')
  await moveBy(session, -7)
  await desk.followUp()
  // It begins before that.
  expect(await deadline()).toBe('2027-02-23T14:30:00Z')
})

test('a day that moves so near to another that both are one event stays free as long as was said of either', async () => {
  desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
  const session = await newSession(payload, desk.course)
  const { id } = await seated(payload, session)
  await desk.followUp()
  const { days } = await payload.findByID({ collection: 'sessions', id: session, ...all })
  const nearer = days.map((day) => (day.date === DAYS[1] ? { ...day, date: later(DAYS[0], 6) } : day))
  await payload.update({ collection: 'sessions', id: session, data: { days: nearer }, ...all })
  await desk.followUp()
  const registration = await payload.findByID({ collection: 'registrations', id, ...all })
  const read = await publicServices(desk.context).registrations.read(
    await tokenFor(desk.context, 'manage', registration),
  )
  // March 23 was free until March 16, and is March 8 now, which is canceled together with March 2: until that begins.
  expect(read.ok && read.view.cancellation.coming.map((event) => [event.days, event.freeUntil?.toString()])).toEqual([
    [[DAYS[0], later(DAYS[0], 6)], '2027-03-02T14:30:00Z'],
    [[DAYS[2]], '2027-04-07T04:59:59.999Z'],
  ])
})

test('what has begun stays on its date, nothing moves into the past, and the refusal says what to do instead', async () => {
  desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
  const [taken, empty] = [await newSession(payload, desk.course), await newSession(payload, desk.course)]
  const { email } = await seated(payload, taken)
  await desk.followUp()
  desk.clock.now = Temporal.Instant.from('2027-03-02T14:30:00Z')
  await expect(moveBy(taken, 1)).rejects.toThrow(
    'Day 1: This day has begun, and people are registered, so its date stays. If it was not held, mark it as canceled and add the new date',
  )
  const { days } = await payload.findByID({ collection: 'sessions', id: taken, ...all })
  const into = (day: string) => days.map((one) => (one.date === DAYS[2] ? { ...one, date: day } : one))
  const save = (data: object) => payload.update({ collection: 'sessions', id: taken, data, ...all })
  await expect(save({ days: into('2027-03-02') })).rejects.toThrow('Day 3')
  await save({ days: into('2027-03-30') })
  // The way the refusal names: the first day was not held, and is held later.
  const added = { ...aDay, date: '2027-04-06' }
  const off = into('2027-03-30').map((day) => (day.date === DAYS[0] ? { ...day, canceled: true } : day))
  await save({ days: [...off, added] })
  await desk.followUp()
  const { docs } = await payload.find({ collection: 'messages', where: { to: { equals: email } }, sort: 'id', ...all })
  expect(docs.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['day-canceled']))
  expect(docs.at(-1)!.text).toContain('Tuesday, April 6, 2027')
  // Nobody is registered for the other one.
  await moveBy(empty, -60)
  desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
})

test('the last day that is called off once the others are over is told, and taken out of calendars', async () => {
  desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
  const session = await newSession(payload, desk.course)
  const { email } = await seated(payload, session)
  await desk.followUp()
  desk.clock.now = Temporal.Instant.from('2027-03-24T16:00:00Z')
  const { days } = await payload.findByID({ collection: 'sessions', id: session, ...all })
  const off = days.map((day) => ({ ...day, canceled: day.date === DAYS[2] }))
  await payload.update({ collection: 'sessions', id: session, data: { days: off }, ...all })
  await desk.followUp()
  const where: Where = { and: [{ to: { equals: email } }, { kind: { equals: 'day-canceled' } }] }
  const { docs } = await payload.find({ collection: 'messages', where, ...all })
  expect(docs.map(({ text, calendar }) => [text.includes('April 13'), calendar?.includes('STATUS:CANCELLED')])).toEqual(
    [[true, true]],
  )
})
