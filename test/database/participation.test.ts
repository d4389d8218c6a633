import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '#collections/kernel/related.ts'
import { tokenFor } from '#collections/context/links.ts'
import { publicServices } from '#collections/services/public.ts'
import { staffServices } from '#collections/services/staff.ts'
import { ParticipationForm } from '#collections/registrations/schema.ts'
import { agreementOf } from '#collections/registrations/policy.ts'
import { anOrganization } from '#test/support/builders.ts'
import { actAt, DAYS, newSession, openTestDesk, seated } from '#test/support/desk.ts'

// How somebody takes part is corrected at the desk: price, payer and what is billed already follow.

const all = { depth: 0, overrideAccess: true } as const
let desk: Awaited<ReturnType<typeof openTestDesk>>
let payload: Payload
let district: string
beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  await payload.update({
    collection: 'courses',
    id: desk.course,
    data: { memberRate: 15_000, nonMemberRate: 24_000 },
    ...all,
  })
  const data = anOrganization({ name: 'Alder Schools', member: true })
  district = (await payload.create({ collection: 'organizations', data, ...all })).id
})
afterAll(() => desk.close())

const staff = () => staffServices(desk.context, actAt(payload, desk.clock.now))
const newest = (id: string) => payload.findByID({ collection: 'registrations', id, ...all })
const owedBy = async (registration: string) => {
  const where = { registration: { equals: registration } }
  const { docs } = await payload.find({ collection: 'charges', where, pagination: false, ...all })
  const sums = Map.groupBy(docs, ({ payerName }) => payerName)
  return Object.fromEntries([...sums].map(([name, of]) => [name, of.reduce((sum, { cents }) => sum + cents, 0)]))
}
const form = (more: object) => ParticipationForm.parse({ employer: '', reason: 'Told us by telephone', ...more })

test('whoever works for a member after all pays nothing, and the district what it owes, once', async () => {
  desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
  const session = await newSession(payload, desk.course)
  const registration = await seated(
    payload,
    session,
    {
      participation: 'self',
      employer: 'A school',
      payer: { kind: 'person', name: 'Ana', email: 'ana@example.org', reason: 'self' },
    },
    { price: { rate: 'non-member', cents: 24_000 } },
  )
  desk.clock.now = Temporal.Instant.from(`${DAYS[1]}T22:00:00Z`)
  await desk.followUp()
  expect(await owedBy(registration.id)).toEqual({ Ana: 16_000 })
  const member = form({ participation: 'member', organization: district })
  const { revision } = await newest(registration.id)
  expect(await staff().registrations.correctParticipation(registration.id, member, { revision })).toEqual({ ok: true })
  for (let round = 0; round < 3; round += 1) await desk.followUp()
  expect(await owedBy(registration.id)).toEqual({ Ana: 0, 'Alder Schools': 10_000 })
  const corrected = await newest(registration.id)
  expect(corrected).toMatchObject({ participation: 'member', organization: district, payer: { kind: 'organization' } })
  expect(agreementOf(corrected).price).toEqual({ rate: 'member', cents: 15_000 })
  const where = { registration: { equals: registration.id } }
  const { docs } = await payload.find({ collection: 'messages', where, ...all })
  expect(docs.filter(({ kind }) => kind === 'confirmed')).toHaveLength(2)
})

test('what does not go together is refused beside its field, and nothing is changed', async () => {
  const session = await newSession(payload, desk.course)
  const { id } = await seated(payload, session)
  const wrong = form({ participation: 'self', organization: district })
  expect(await staff().registrations.correctParticipation(id, wrong)).toMatchObject({
    ok: false,
    errors: { participation: expect.any(String) },
  })
  expect((await newest(id)).revision).toBe(1)
})

test('a name and employer that people correct themselves are everywhere, and an old page changes nothing', async () => {
  const session = await newSession(payload, desk.course)
  const registration = await seated(payload, session)
  const person = await payload.update({
    collection: 'people',
    id: idOf(registration.person),
    data: { name: registration.name, email: registration.email },
    ...all,
  })
  const token = await tokenFor(desk.context, 'my', person)
  const visitor = publicServices(desk.context).people
  const opened = await visitor.read(token)
  const own = opened.ok ? opened.view.own : undefined
  const typed = { ...own!, name: 'Nguyễn Thị Hồng', organization: district, phone: '612-555-0123' }
  expect(await visitor.correct(token, 0, typed)).toEqual({ ok: true })
  await desk.followUp()
  expect(await newest(registration.id)).toMatchObject({
    name: 'Nguyễn Thị Hồng',
    payer: { kind: 'organization', name: 'District' },
  })
  const now = await payload.findByID({ collection: 'people', id: person.id, ...all })
  expect(now).toMatchObject({
    name: 'Nguyễn Thị Hồng',
    organization: district,
    phone: '612-555-0123',
    email: person.email,
  })
  expect(await visitor.correct(token, 0, typed)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  expect(await visitor.correct(token, 7, { ...typed, shown: now.updatedAt })).toMatchObject({ ok: false })
})
