import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { RegistrationForm } from '#collections/registrations/schema.ts'
import { registerPerson } from '#collections/registrations/service/register.ts'
import { termsOf } from '#collections/registrations/service/terms.ts'
import { newSession, openTestDesk } from '#test/support/desk.ts'

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
