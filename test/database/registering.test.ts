import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { RegistrationForm } from '#collections/registrations/schema.ts'
import { registerPerson } from '#collections/registrations/service/register.ts'
import { termsOf } from '#collections/registrations/service/terms.ts'
import { publicServices } from '#collections/services/public.ts'
import { staffServices } from '#collections/services/staff.ts'
import { actAt, newSession, openTestDesk } from '#test/support/desk.ts'

type Desk = Awaited<ReturnType<typeof openTestDesk>>
let desk: Desk
let payload: Payload
let slug: string
beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  const course = await payload.findByID({ collection: 'courses', id: desk.course, depth: 0, overrideAccess: true })
  slug = course.slug
})
afterAll(() => desk.close())

const OPEN = Temporal.Instant.from('2027-02-01T16:00:00Z')
const BEGUN = Temporal.Instant.from('2027-03-02T16:00:00Z')
const STARTED = /has begun/

const formFor = async (session: string, given: Partial<RegistrationForm> = {}): Promise<RegistrationForm> =>
  RegistrationForm.parse({
    session,
    name: 'Roster Tester',
    email: `t${randomUUID()}@example.org`,
    organization: 'other',
    employer: 'River School',
    participation: 'self',
    terms: true,
    termsHash: termsOf(await desk.context.source.read(), desk.context).hash,
    attempt: randomUUID(),
    ...given,
  })

const register = (form: RegistrationForm, now: Temporal.Instant) => {
  desk.clock.now = now
  return registerPerson(desk.context, slug, form)
}

const countOf = async (email: string): Promise<number> =>
  (await payload.count({ collection: 'registrations', overrideAccess: true, where: { email: { equals: email } } }))
    .totalDocs

describe('a form sent again after registration has closed', () => {
  test('gets its first answer', async () => {
    const form = await formFor(await newSession(payload, desk.course))
    expect(await register(form, OPEN)).toMatchObject({ ok: true, outcome: 'confirmed' })
    expect(await register(form, BEGUN)).toMatchObject({ ok: true, outcome: 'confirmed' })
    expect(await countOf(form.email)).toBe(1)
  })

  test('gets its first answer also where the session was canceled, and the seat with it', async () => {
    const session = await newSession(payload, desk.course)
    const form = await formFor(session)
    expect(await register(form, OPEN)).toMatchObject({ ok: true, outcome: 'confirmed' })
    const everywhere = { depth: 0, overrideAccess: true } as const
    await payload.update({ collection: 'sessions', id: session, data: { status: 'canceled' }, ...everywhere })
    await desk.followUp()
    expect(await register(form, OPEN)).toMatchObject({ ok: true, outcome: 'confirmed' })
  })

  test('is refused with other answers under the same attempt', async () => {
    const form = await formFor(await newSession(payload, desk.course))
    await register(form, OPEN)
    const other = await register({ ...form, name: 'Somebody Else' }, BEGUN)
    expect(other).toMatchObject({ ok: false, status: 409, errors: { form: expect.stringMatching(STARTED) } })
  })

  test.each([
    ['a new attempt', () => randomUUID()],
    ['no attempt at all', () => ''],
  ])('is refused as %s', async (_, attempt) => {
    const form = await formFor(await newSession(payload, desk.course))
    await register({ ...form, attempt: attempt() }, OPEN)
    const late = await register({ ...form, attempt: attempt() }, BEGUN)
    expect(late).toMatchObject({ ok: false, status: 409, errors: { form: expect.stringMatching(STARTED) } })
  })
})

describe('what is shown before somebody agrees', () => {
  test('a deadline that has passed is no chance: on the form, and in the summary', async () => {
    const session = await newSession(payload, desk.course, ['2027-03-02'])
    const shown = async (now: string) => {
      desk.clock.now = Temporal.Instant.from(now)
      const form = await publicServices(desk.context).registrations.form(slug, session)
      return form?.session.events.map(({ freeUntil, isFree }) => [freeUntil?.toString(), isFree])
    }
    expect(await shown('2027-02-24T05:59:59.999Z')).toEqual([['2027-02-24T05:59:59.999Z', true]])
    expect(await shown('2027-02-24T06:00:00Z')).toEqual([['2027-02-24T05:59:59.999Z', false]])
  })
})

describe('somebody on the sheet who was not on the list', () => {
  const walksIn = async (session: string, date: string, signedAt?: Temporal.Instant) => {
    const form = await formFor(session)
    const staff = staffServices(desk.context, actAt(payload, desk.clock.now))
    const entry = { session, date, form, waitingAreAbsent: false, signedAt }
    return { form, done: await staff.attendance.walkIn(entry) }
  }

  test('is entered the next morning, had a seat however full it was, and pays for the day', async () => {
    const session = await newSession(payload, desk.course, ['2027-03-02'])
    const everywhere = { depth: 0, overrideAccess: true } as const
    await payload.update({ collection: 'sessions', id: session, data: { capacity: 1 }, ...everywhere })
    await register(await formFor(session), OPEN)
    desk.clock.now = Temporal.Instant.from('2027-03-03T15:00:00Z')
    const { form, done } = await walksIn(session, '2027-03-02', Temporal.Instant.from('2027-03-02T15:00:00Z'))
    expect(done).toMatchObject({ ok: true, place: 'seat' })
    await desk.followUp()
    const where = { email: { equals: form.email } }
    const [found] = (await payload.find({ collection: 'registrations', where, ...everywhere })).docs
    expect(found).toMatchObject({ status: 'confirmed', acceptance: 'paper' })
    const of = { registration: { equals: found!.id } }
    const { docs: rows } = await payload.find({ collection: 'attendance', where: of, ...everywhere })
    expect(rows.map(({ date, state }) => [date, state])).toEqual([['2027-03-02', 'present']])
    const { docs: letters } = await payload.find({ collection: 'messages', where: of, ...everywhere })
    const entered = letters.find(({ kind }) => kind === 'entered')
    expect(letters.some(({ kind }) => kind === 'confirmed')).toBe(false)
    expect(/look forward|cancel/.test(entered!.text)).toBe(false)
  })

  test('of a session that was called off is not entered', async () => {
    const session = await newSession(payload, desk.course, ['2027-03-02'])
    const everywhere = { depth: 0, overrideAccess: true } as const
    await payload.update({ collection: 'sessions', id: session, data: { status: 'canceled' }, ...everywhere })
    desk.clock.now = Temporal.Instant.from('2027-03-03T15:00:00Z')
    expect((await walksIn(session, '2027-03-02')).done).toMatchObject({ ok: false })
  })
})
