import type { Payload, Where } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mark } from '#collections/attendance/actions.ts'
import { staffServices } from '#collections/services/staff.ts'
import { actAt, DAYS, newSession, openTestDesk, seated } from '#test/support/desk.ts'

// What the desk does to several people at once: by the same rule as for one, each with what came of it.

const all = { depth: 0, overrideAccess: true } as const
let desk: Awaited<ReturnType<typeof openTestDesk>>
let payload: Payload
beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
})
afterAll(() => desk.close())

const staff = () => staffServices(desk.context, actAt(payload, desk.clock.now))
const lettersOf = async (registration: string, kind: string) => {
  const where: Where = { and: [{ registration: { equals: registration } }, { kind: { equals: kind } }] }
  return (await payload.find({ collection: 'messages', where, ...all })).docs
}

test('fees of several people are decided together, each person told once, and who is refused is named', async () => {
  desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
  const session = await newSession(payload, desk.course)
  const people = [await seated(payload, session), await seated(payload, session)]
  for (const day of DAYS.slice(0, 2)) {
    desk.clock.now = Temporal.Instant.from(`${day}T22:00:00Z`)
    for (const { id } of people) await mark(actAt(payload, desk.clock.now), id, day, { state: 'absent' })
  }
  await desk.followUp()
  const fees = await staff().attendance.fees(null)
  expect(fees).toHaveLength(4)
  const shown = new Map(fees.map(({ id, revision }) => [id, revision]))
  // Somebody else decides about one of them in between.
  expect(await staff().attendance.decideFees([fees[0]!.id], 'waived', 'Was ill')).toEqual({ ok: true })
  const { done, refused } = await staff().attendance.decideMany(fees, 'approved', '', shown)
  expect(done).toBe(3)
  expect(Object.keys(refused)).toEqual([fees[0]!.id])
  await desk.followUp()
  const [one, two] = await Promise.all(people.map(({ id }) => lettersOf(id, 'no-show')))
  expect([one!.length, two!.length]).toEqual([1, 1])
})

test('a text to a roster is what was shown, once, and answers go to the contact of the course', async () => {
  desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
  const contact = await payload.create({
    collection: 'contacts',
    data: {
      name: 'Facilitator',
      slug: 'facilitator',
      duties: 'Teaches.',
      email: 'facilitator@example.org',
      order: 9,
      _status: 'published',
    },
    ...all,
  })
  await payload.update({ collection: 'courses', id: desk.course, data: { contacts: [contact.id] }, ...all })
  const session = await newSession(payload, desk.course)
  const [one, two, other] = [
    await seated(payload, session),
    await seated(payload, session),
    await seated(payload, session),
  ]
  const draft = { about: 'A laptop', text: 'Please bring one, {{name}}.\n\n{{late_fee}}' }
  const who = [one.id, two.id]
  const shown = await staff().registrations.lookAtMessages(session, who, draft)
  expect(shown.replyTo).toBe('facilitator@example.org')
  const attempt = '0197a0c2-0000-7000-8000-000000000001'
  for (const _ of [1, 2])
    expect(await staff().registrations.writeToRoster(session, { who, attempt, ...draft })).toEqual({ ok: true })
  for (const { registration, subject, text, to } of shown.messages)
    expect(await lettersOf(registration, 'from-desk')).toMatchObject([
      { subject, text, to, replyTo: 'facilitator@example.org' },
    ])
  expect(shown.messages.map(({ registration }) => registration).sort()).toEqual([...who].sort())
  expect(shown.messages[0]!.text).toContain(`Please bring one, ${shown.messages[0]!.name}.`)
  expect(await lettersOf(other.id, 'from-desk')).toEqual([])
  expect(staff().registrations.refusalOfDraft({ about: '', text: 'Hello {{password}}' })).toMatchObject({
    about: expect.any(String),
    text: expect.stringContaining('{{password}}'),
  })
})

test('what several cancellations would do is shown before, by the rule for one', async () => {
  desk.clock.now = Temporal.Instant.from('2027-02-25T16:00:00Z')
  const session = await newSession(payload, desk.course)
  const [seat, gone] = [await seated(payload, session), await seated(payload, session)]
  await staff().registrations.cancel(gone.id, { reason: 'Called' })
  const who = [seat.id, gone.id]
  const view = await staff().registrations.lookAtMany(session, { what: 'cancel', who, day: '', to: '' })
  const rowOf = (id: string) => view?.rows.find((row) => row.id === id)
  // Of three days weeks apart the first is too late, the others are not.
  expect(rowOf(seat.id)).toMatchObject({ fee: 10_000, refusal: null })
  expect(rowOf(gone.id)).toMatchObject({ fee: null, refusal: expect.stringContaining('canceled already') })
})
