import { afterAll, beforeAll, expect, test } from 'vitest'
import { staffAttendance } from '#collections/attendance/service/staff.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { idOf } from '#collections/kernel/related.ts'
import { activeKey, seatKey, waitKey } from '#collections/registrations/seats.ts'
import { aPerson, anOrganization, aSession, aDay } from '#test/support/builders.ts'
import { actAt, openTestDesk, seated } from '#test/support/desk.ts'

// A sign-in sheet that is entered afterwards has people on it who had no seat.

const all = { depth: 0, overrideAccess: true } as const
const DAY = '2027-03-02'
const OVER = Temporal.Instant.from('2027-03-03T16:00:00Z')
const DURING = Temporal.Instant.from('2027-03-02T16:00:00Z')

let desk: Awaited<ReturnType<typeof openTestDesk>>
let session: string
let alder: string
beforeAll(async () => {
  desk = await openTestDesk()
  alder = (await desk.payload.create({ collection: 'organizations', data: anOrganization({ member: true }), ...all }))
    .id
  const data = aSession({ course: desk.course, capacity: 1, days: [{ ...aDay, date: DAY }] })
  session = (await desk.payload.create({ collection: 'sessions', data, ...all })).id
})
afterAll(() => desk.close())

let order = 0
const somebody = async (name: string, given: Partial<Omit<Registration, 'agreed'>>): Promise<Registration> => {
  const person = (await createUnlessTaken(desk.payload, 'people', aPerson({ name })))!
  order += 1
  return seated(desk.payload, session, {
    name,
    email: person.email,
    person: person.id,
    organization: alder,
    waitOrder: order,
    waitKey: waitKey(session, order),
    ...given,
  })
}
const of = async (name: string): Promise<Registration[]> =>
  (
    await desk.payload.find({
      collection: 'registrations',
      where: { and: [{ session: { equals: session } }, { name: { equals: name } }] },
      sort: 'createdAt',
      ...all,
    })
  ).docs
const daysOf = async (registration: string) =>
  (
    await desk.payload.find({ collection: 'attendance', where: { registration: { equals: registration } }, ...all })
  ).docs.map(({ state }) => state)
const came = (id: string, now: Temporal.Instant) => {
  desk.clock.now = now
  return staffAttendance(desk.context, actAt(desk.payload, now)).came(id, DAY)
}

test('who waited has no seat while there is none, and had one once it is over and they were there', async () => {
  await somebody('Ada', { status: 'confirmed', seatKey: seatKey(session, 1) })
  const waits = await somebody('Wim', { status: 'waitlisted', seatKey: null })
  expect(await came(waits.id, DURING)).toMatchObject({ ok: false, message: 'No seat is free.' })
  expect(await came(waits.id, OVER)).toEqual({ ok: true })
  expect((await of('Wim'))[0]).toMatchObject({ status: 'confirmed' })
  expect(await daysOf(waits.id)).toEqual(['present'])
  // Entered again, nothing changes.
  expect(await came(waits.id, OVER)).toEqual({ ok: true })
  expect(await daysOf(waits.id)).toEqual(['present'])
})

test('who had canceled and came is registered anew from what is known, and the cancellation stays', async () => {
  const gone = await somebody('Cal', {
    status: 'canceled',
    canceledFrom: 'confirmed',
    canceledAt: '2027-02-10T16:00:00.000Z',
    canceledBy: 'person',
    waitKey: null,
    seatKey: null,
    activeKey: null,
    needs: 'Vegetarian',
  })
  expect(await came(gone.id, OVER)).toEqual({ ok: true })
  const [before, now] = await of('Cal')
  expect(before).toMatchObject({ id: gone.id, status: 'canceled' })
  expect(now).toMatchObject({ status: 'confirmed', source: 'door', needs: 'Vegetarian' })
  expect(idOf(now!.person)).toBe(idOf(gone.person))
  expect(now!.activeKey).toBe(activeKey(session, idOf(gone.person)))
  expect(await daysOf(now!.id)).toEqual(['present'])
  expect(await came(gone.id, OVER)).toMatchObject({ ok: false })
})

test('nobody is written down for a day that has not come', async () => {
  const waits = await somebody('Uma', { status: 'waitlisted', seatKey: null })
  expect(await came(waits.id, Temporal.Instant.from('2027-02-20T16:00:00Z'))).toMatchObject({ ok: false })
  expect((await of('Uma'))[0]).toMatchObject({ status: 'waitlisted' })
})
