import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCases } from '#collections/attendance/service/cases.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { staffRegistrations } from '#collections/registrations/service/staff.ts'
import { overviewOf } from '#collections/services/overview.ts'
import { anOrganization } from '#test/support/builders.ts'
import { actAt, newSession, openTestDesk, seated } from '#test/support/desk.ts'
import { followUp, REGISTRATIONS } from '#test/support/follow-ups.ts'
import { saying } from '#test/support/database.ts'

type Desk = Awaited<ReturnType<typeof openTestDesk>>
let desk: Desk
let payload: Payload
let host: string
const all = { depth: 0, overrideAccess: true } as const
const NOW = Temporal.Instant.from('2027-02-10T16:00:00Z')
const BEGUN = Temporal.Instant.from('2027-03-02T15:00:00Z')

beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  const contact = { name: 'Superintendent', email: 'host@basswood.example.org' }
  const data = anOrganization({ name: 'Basswood Schools', member: true, hosting: true, contact })
  host = (await payload.create({ collection: 'organizations', data, ...all })).id
})
afterAll(() => desk.close())

const asked = async (participation: 'guest' | 'hosted'): Promise<Registration> =>
  seated(payload, await newSession(payload, desk.course, ['2027-03-02']), {
    participation,
    host,
    permission: { state: 'asked', at: NOW.toString() },
    payer: { kind: 'organization', organization: host, name: 'Basswood Schools', reason: 'Hosted.' },
  })

const lettersOf = async ({ id, email }: Registration) =>
  (
    await payload.find({
      collection: 'messages',
      sort: 'createdAt',
      where: { or: [{ registration: { equals: id } }, { key: { like: `registration:${id}` } }] },
      ...all,
    })
  ).docs.map((letter) => [letter.kind, letter.to === email ? 'person' : letter.to])

const catchUp = async (now = NOW) => {
  desk.clock.now = now
  await followUp(desk.context, REGISTRATIONS)
}
const decide = (id: string, ...word: ['received' | 'accepted' | 'refused', string]) =>
  staffRegistrations(desk.context, actAt(payload, desk.clock.now)).decidePermission(id, ...word)
const reread = ({ id }: Registration) => payload.findByID({ collection: 'registrations', id, ...all })

describe('a district’s word', () => {
  test('is asked for, of the person and of the host, and is a case until it is decided', async () => {
    const registration = await asked('hosted')
    await catchUp()
    await catchUp()
    expect(await lettersOf(registration)).toEqual(
      expect.arrayContaining([
        ['permission-asked', 'person'],
        ['promise-asked', 'host@basswood.example.org'],
      ]),
    )
    const { permissions } = await openCases(desk.context)
    expect(permissions).toMatchObject([{ registration: registration.id, host: 'Basswood Schools', refusal: 'ends' }])
    expect((await overviewOf(desk.context, actAt(payload, NOW))).waits.permissionsAsked).toBe(1)
    expect(await decide(registration.id, 'accepted', '')).toEqual({ ok: true })
    await catchUp()
    expect((await lettersOf(registration)).filter(([kind]) => kind === 'permission-accepted')).toHaveLength(1)
    expect((await openCases(desk.context)).permissions).toEqual([])
  })

  test('that is no ends the registration before the first day, at no cost, and one letter says so', async () => {
    const registration = await asked('guest')
    await catchUp()
    expect(await decide(registration.id, 'refused', '')).toMatchObject({ ok: false })
    expect(await decide(registration.id, 'refused', 'Not this year.')).toEqual({ ok: true })
    await catchUp()
    expect(saying(await reread(registration), 'status', 'canceledBy', 'seatKey')).toEqual({
      status: 'canceled',
      canceledBy: 'permission',
      seatKey: null,
    })
    const kinds = (await lettersOf(registration)).map(([kind]) => kind)
    expect(kinds.filter((kind) => kind === 'permission-refused')).toHaveLength(1)
    expect(kinds).not.toContain('canceled')
  })

  test('that is no once it has begun leaves a hosted person the bill', async () => {
    const registration = await asked('hosted')
    desk.clock.now = BEGUN
    expect(await decide(registration.id, 'refused', 'Never heard of it.')).toEqual({ ok: true })
    expect(await reread(registration)).toMatchObject({
      status: 'confirmed',
      payer: { kind: 'person', refusedBy: 'Basswood Schools', refusedReason: 'Never heard of it.' },
    })
    desk.clock.now = NOW
  })
})
