import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Where } from 'payload'
import { acceptPlace, nameTeam } from '#collections/applications/answer.ts'
import { offRoster } from '#collections/applications/service/off-roster.ts'
import { publicApplications } from '#collections/applications/service/public.ts'
import { tokenFor } from '#collections/context/links.ts'
import type { Application, Registration } from '#collections/kernel/payload-types.ts'
import { idOf } from '#collections/kernel/related.ts'
import { publicRegistrations } from '#collections/registrations/service/public.ts'
import { aDay, aSession } from '#test/support/builders.ts'
import { actAt, openTestDesk } from '#test/support/desk.ts'
import { aMember, anApplicant, newProgram, released } from '#test/support/selecting.ts'

// Somebody who takes part in eight Thursdays: misses one, leaves, and is never left holding a place unseen.

const all = { depth: 0, overrideAccess: true } as const
const NOW = Temporal.Instant.from('2027-01-11T16:00:00Z')
const THURSDAYS = ['02-04', '02-11', '02-18', '02-25', '03-04', '03-11', '03-18', '03-25'].map((day) => `2027-${day}`)

let desk: Awaited<ReturnType<typeof openTestDesk>>
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const newest = (id: string): Promise<Application> => desk.payload.findByID({ collection: 'applications', id, ...all })
const seatsOf = async (one: Application): Promise<Registration[]> => {
  const where = { application: { equals: one.id } }
  const found = await desk.payload.find({
    collection: 'registrations',
    where,
    sort: 'createdAt',
    pagination: false,
    ...all,
  })
  return found.docs
}
const seatOf = async (one: Application): Promise<Registration> => {
  const seats = await seatsOf(one)
  expect(seats).toHaveLength(1)
  return seats[0]!
}
const newMeeting = (collaborative: string, dates: readonly string[]) => {
  const days = dates.map((date) => ({ ...aDay, date }))
  const data = aSession({ collaborative, days, format: 'online' })
  return desk.payload.create({ collection: 'sessions', data, ...all })
}

/** `sessions`: the days of each; the eight Thursdays are one. `ticked`: those the applicants said they can come to. */
const takingPart = async (sessions: string[][] = [THURSDAYS], ticked = sessions.flat()) => {
  desk.clock.now = NOW
  const program = await newProgram(desk.payload, [1], {
    kind: 'community-of-practice',
    minimumSessions: 6,
    price: 0,
    offerHours: 100,
  })
  for (const dates of sessions) await newMeeting(program.ids[0]!, dates)
  const one = await anApplicant(desk.payload, program, {
    applicant: 'person',
    score: 9,
    asked: {
      applicant: 'person',
      conditions: [],
      dates: sessions.flat(),
      minimum: 6,
      questions: [],
      criteria: [],
      offered: [],
    },
    answers: { conditions: [], dates: ticked, texts: {} },
  })
  const next = await anApplicant(desk.payload, program, { applicant: 'person', score: 8 })
  await released(desk.payload, program.call)
  await desk.followUp()
  const offered = await newest(one.id)
  await acceptPlace(actAt(desk.payload, NOW), offered, {
    at: NOW.toString(),
    collaborative: { id: idOf(offered.place)!, slug: 'thursdays', name: 'Thursdays' },
    price: 0,
    minimum: 6,
    dates: [],
    timeZone: 'America/Chicago',
  })
  await desk.followUp()
  expect((await newest(one.id)).status).toBe('enrolled')
  const [seat] = await seatsOf(one)
  const token = await tokenFor(desk.context, 'manage', seat!)
  return { program, one, next, token }
}
const lettersTo = async ({ id, email }: Application) => {
  const or: Where[] = [{ application: { equals: id } }, { 'registration.application': { equals: id } }]
  const where: Where = { and: [{ or }, { to: { equals: email } }] }
  const { docs } = await desk.payload.find({
    collection: 'messages',
    where,
    sort: 'createdAt',
    pagination: false,
    ...all,
  })
  return docs
}
const managed = async (token: string) => {
  const opened = await publicRegistrations(desk.context).read(token)
  if (!opened.ok) throw new Error('The link does not open.')
  return opened.view
}
const cancel = async (token: string, days: string[]) => {
  const { revision } = await managed(token)
  return publicRegistrations(desk.context).cancel(token, { days, reason: '', revision })
}

test('giving up all eight is leaving the program: nothing is canceled, and it is asked once, at the place', async () => {
  const { one, next, token } = await takingPart()
  expect(await cancel(token, [])).toEqual({ ok: false, refusal: 'leaves-program' })
  expect((await seatOf(one)).status).toBe('confirmed')
  const { program } = await managed(token)
  expect(program).toMatchObject({ isOwn: true, isLast: true })
  const own = program!.path!.split('/').at(-1)!
  const { revision } = await newest(one.id)
  expect(await publicApplications(desk.context).withdraw(own, { revision, reason: '' })).toEqual({
    ok: true,
    isAsked: false,
  })
  await desk.followUp()
  expect([(await newest(one.id)).status, (await newest(next.id)).status]).toEqual(['withdrawn', 'offered'])
  expect((await seatOf(one)).status).toBe('canceled')
})

test('canceled at the desk, a place that is still held shows on Today', async () => {
  const { one } = await takingPart()
  const isShown = async () => (await offRoster(desk.context)).some(({ application }) => application === one.id)
  desk.clock.now = NOW.add({ hours: 2 })
  expect(await isShown()).toBe(false)
  const { staffServices } = await import('#collections/services/staff.ts')
  const staff = staffServices(desk.context, actAt(desk.payload, desk.clock.now))
  const { id, revision } = await seatOf(one)
  expect(await staff.registrations.cancel(id, { reason: 'They called.', revision })).toEqual({ ok: true })
  await desk.followUp()
  expect(await isShown()).toBe(true)
})

test('three one-day meetings are one letter with one calendar file; one set later is one more', async () => {
  const { one, program } = await takingPart([['2027-02-04'], ['2027-02-11'], ['2027-02-18']])
  expect(await seatsOf(one)).toHaveLength(3)
  const letters = await lettersTo(one)
  expect(letters.map(({ kind }) => kind)).toEqual(['place-offered', 'enrolled'])
  const letter = letters.at(-1)!
  expect(letter.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(3)
  for (const day of ['February 4', 'February 11', 'February 18']) expect(letter.text).toContain(day)
  await newMeeting(program.ids[0]!, ['2027-02-25'])
  await desk.followUp()
  const later = (await lettersTo(one)).slice(2)
  expect(later.map(({ kind }) => kind)).toEqual(['program-days'])
  expect(later[0]!.text).toContain('February 25')
  expect(later[0]!.text).not.toContain('February 18')
})

test('leaving a program of three meetings is one letter, and its calendar file takes all three out', async () => {
  const { one } = await takingPart([['2027-02-04'], ['2027-02-11'], ['2027-02-18']])
  const own = await tokenFor(desk.context, 'application', await newest(one.id))
  const { revision } = await newest(one.id)
  expect(await publicApplications(desk.context).withdraw(own, { revision, reason: '' })).toMatchObject({ ok: true })
  await desk.followUp()
  expect((await seatsOf(one)).map(({ status }) => status)).toEqual(['canceled', 'canceled', 'canceled'])
  const letters = await lettersTo(one)
  expect(letters.map(({ kind }) => kind)).toEqual([
    'place-offered',
    'enrolled',
    'application-received',
    'application-withdrawn',
  ])
  expect(letters.at(-1)!.calendar!.match(/STATUS:CANCELLED/g)).toHaveLength(3)
  const numbers = (file: string) => [...file.matchAll(/SEQUENCE:(\d+)/g)].map(([, number]) => Number(number))
  const [before, after] = [letters[1]!.calendar!, letters.at(-1)!.calendar!].map(numbers)
  expect(Math.min(...after!)).toBeGreaterThan(Math.max(...before!))
})

test('who is no longer on the list of a team reads of all its meetings in one letter', async () => {
  desk.clock.now = NOW
  const program = await newProgram(desk.payload, [1])
  for (const day of ['2027-02-04', '2027-02-11']) await newMeeting(program.ids[0]!, [day])
  const agreed = {
    at: NOW.toString(),
    collaborative: { id: program.ids[0]!, slug: 'team', name: 'Team' },
    price: 0,
    minimum: null,
    dates: [],
    timeZone: 'America/Chicago',
  }
  const one = await anApplicant(desk.payload, program, { status: 'enrolled', place: program.ids[0]!, agreed })
  const act = actAt(desk.payload, NOW)
  await nameTeam(act, await newest(one.id), [aMember(21), aMember(22)])
  await desk.followUp()
  await nameTeam(act, await newest(one.id), [aMember(22)])
  await desk.followUp()
  const toMember = async (n: number) => {
    const where: Where = { to: { equals: aMember(n).email } }
    return (await desk.payload.find({ collection: 'messages', where, sort: 'createdAt', ...all })).docs
  }
  expect((await toMember(22)).map(({ kind }) => kind)).toEqual(['program-days'])
  const letters = await toMember(21)
  expect(letters.map(({ kind }) => kind)).toEqual(['program-days', 'canceled'])
  for (const day of ['February 4', 'February 11']) expect(letters[1]!.text).toContain(day)
  expect(letters[1]!.calendar!.match(/STATUS:CANCELLED/g)).toHaveLength(2)
})

test('one of several meetings can be missed; the last of them is the place', async () => {
  const { one, token } = await takingPart([['2027-02-04'], ['2027-02-11']])
  expect((await managed(token)).program).toMatchObject({ isOwn: true, isLast: false })
  expect(await cancel(token, [])).toEqual({ ok: true })
  await desk.followUp()
  expect((await newest(one.id)).status).toBe('enrolled')
  const left = (await seatsOf(one)).find(({ status }) => status === 'confirmed')!
  const last = await tokenFor(desk.context, 'manage', left)
  expect(await cancel(last, [])).toEqual({ ok: false, refusal: 'leaves-program' })
})

test('a Thursday that was not ticked is not expected, and no letter is written about it', async () => {
  const { one, token } = await takingPart([THURSDAYS], THURSDAYS.slice(0, 7))
  const { days } = await managed(token)
  expect(days.map(({ state }) => state)).toEqual([...Array.from({ length: 7 }, () => null), 'canceled'])
  const letters = await lettersTo(one)
  expect(letters.map(({ kind }) => kind)).toEqual(['place-offered', 'enrolled'])
  expect(letters.at(-1)!.text).toContain('March 18')
  expect(letters.at(-1)!.text).not.toContain('March 25')
})
