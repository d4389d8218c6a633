import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffServices } from '#collections/services/staff.ts'
import type { Context } from '#collections/context/context.ts'
import { change } from '#collections/kernel/change.ts'
import { anOrganization } from '#test/support/builders.ts'
import { actAt, DAYS, newSession, openTestDesk, seated } from '#test/support/desk.ts'

// Two registrars who look at one record: the second is told what the first did, and nothing is written over.

const all = { depth: 0, overrideAccess: true } as const
const BEFORE = Temporal.Instant.from('2027-02-01T16:00:00Z')
const AFTER = Temporal.Instant.from('2027-03-03T01:00:00Z')

let desk: Awaited<ReturnType<typeof openTestDesk>>
let payload: Payload
let context: Context

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ payload, context } = desk)
})
afterAll(() => desk.close())

const staffAt = (now: Temporal.Instant) => {
  desk.clock.now = now
  return staffServices(context, actAt(payload, now))
}
const aHolder = async () => seated(payload, await newSession(payload, desk.course))
const conflict = (message: RegExp) => ({ ok: false, status: 409, message: expect.stringMatching(message) as string })

describe('the second of two registrars', () => {
  test('hears what was done to a registration, by whom', async () => {
    const { id, revision } = await aHolder()
    const { registrations } = staffAt(BEFORE)
    expect(await registrations.receiveOrder(id, 'PO-77', { revision })).toEqual({ ok: true })
    expect(await registrations.cancel(id, { revision, reason: 'Called.' })).toEqual(
      conflict(/Somebody else changed this.* Last, by .+: Purchase order of .+ received\.$/),
    )
    expect((await payload.findByID({ collection: 'registrations', id, ...all })).status).toBe('confirmed')
  })

  test('hears what was noted, and can keep both', async () => {
    const { id } = await aHolder()
    const { registrations } = staffAt(BEFORE)
    expect(await registrations.writeNote(id, 'Needs a ramp', '')).toEqual({ ok: true })
    expect(await registrations.writeNote(id, 'Comes by bus', '')).toEqual(conflict(/“Needs a ramp”/))
    expect(await registrations.writeNote(id, 'Needs a ramp, comes by bus', 'Needs a ramp')).toEqual({ ok: true })
    expect((await payload.findByID({ collection: 'registrations', id, ...all })).note).toBe(
      'Needs a ramp, comes by bus',
    )
  })

  test('hears how a day was recorded, unless both say the same', async () => {
    const { id } = await aHolder()
    const { attendance } = staffAt(AFTER)
    const [day] = DAYS
    expect(await attendance.mark(id, day, { state: 'present', was: '' })).toEqual({ ok: true })
    expect(await attendance.mark(id, day, { state: 'present', was: '' })).toEqual({ ok: true })
    expect(await attendance.mark(id, day, { state: 'absent', was: '' })).toEqual(
      conflict(/Last, by .+: .+: Present\.$/),
    )
    expect(await attendance.unmark(id, day, 'absent')).toEqual(conflict(/Last, by/))
    expect(await attendance.mark(id, day, { state: 'absent', was: 'present' })).toEqual({ ok: true })
    expect(await attendance.unmark(id, day, 'absent')).toEqual({ ok: true })
  })

  test('is told with a sheet of a whole day who is recorded otherwise by now', async () => {
    const held = await newSession(payload, desk.course)
    const [one, two] = [await seated(payload, held), await seated(payload, held)]
    const { attendance } = staffAt(AFTER)
    const [day] = DAYS
    await attendance.mark(one.id, day, { state: 'excused' })
    const entries = [one, two].map(({ id }) => [id, { state: 'absent', was: '' }] as const)
    expect(await attendance.markAll(held, day, new Map(entries))).toMatchObject({
      ok: true,
      changed: 1,
      refused: [{ registration: one.id }],
    })
  })
})

describe('the second who merges or links an organization', () => {
  const anOther = (given: Parameters<typeof anOrganization>[0] = {}) =>
    payload.create({ collection: 'organizations', data: anOrganization({ member: false, ...given }), ...all })
  const read = (id: string) => payload.findByID({ collection: 'organizations', id, ...all })

  test('hears where it was merged into, and it stays there', async () => {
    const [from, first, second] = [await anOther(), await anOther(), await anOther()]
    const { organizations } = staffAt(BEFORE)
    const shown = async (into: string) => (await organizations.read(from.id, into))!.shown
    const [one, two] = [await shown(first.id), await shown(second.id)]
    expect(await organizations.merge(from.id, { into: first.id, reason: 'By law.', shown: one })).toEqual({ ok: true })
    expect(await organizations.merge(from.id, { into: second.id, reason: 'By law.', shown: two })).toEqual(
      conflict(new RegExp(`Last, by .+: ${from.name} was merged into ${first.name}\\.$`)),
    )
    expect((await read(from.id)).mergedInto).toBe(first.id)
  })

  test('hears that the one it should go into went elsewhere itself', async () => {
    const [from, into, last] = [await anOther(), await anOther(), await anOther()]
    const { organizations } = staffAt(BEFORE)
    const { shown } = (await organizations.read(from.id, into.id))!
    await organizations.merge(into.id, { into: last.id, reason: 'By law.' })
    expect(await organizations.merge(from.id, { into: into.id, reason: 'By law.', shown })).toEqual(
      conflict(new RegExp(`Last, by .+: ${into.name} was merged into ${last.name}\\.$`)),
    )
    expect((await read(from.id)).mergedInto ?? null).toBeNull()
  })

  test('cannot link one typed name to two, and two names that are linked at once are both kept', async () => {
    const [one, other] = [await anOther(), await anOther()]
    const { organizations } = staffAt(BEFORE)
    const key = (name: string) => `outside:${name} ${one.id.slice(-6)}|desk@${name}.example.org`
    expect(await organizations.linkPayer(one.id, key('kettle'))).toEqual({ ok: true })
    expect(await organizations.linkPayer(other.id, key('kettle'))).toMatchObject({ ok: false })
    const link = async (name: string): Promise<void> => {
      const done = await organizations.linkPayer(one.id, key(name))
      if (!done.ok) await organizations.linkPayer(one.id, key(name))
    }
    await Promise.all([link('basswood'), link('cedar')])
    expect((await read(one.id)).payerKeys).toHaveLength(3)
    expect((await read(other.id)).payerKeys ?? []).toEqual([])
  })
})

describe('a change', () => {
  test('writes what the audit log says of it, and nothing where somebody else was first', async () => {
    const { id, revision } = await aHolder()
    const act = actAt(payload, BEFORE)
    const said = (what: string) => () => ({
      key: `registration:${id}:${what}`,
      kind: `registration.${what}`,
      summary: what,
    })
    const logged = async () =>
      (await payload.find({ collection: 'events', where: { key: { like: `registration:${id}:` } }, ...all })).docs.map(
        ({ summary, actor }) => [summary, actor],
      )
    const known = { id, revision }
    expect((await change(act, 'registrations', known, { needs: 'A ramp' }, said('first')))?.revision).toBe(revision + 1)
    expect(await change(act, 'registrations', known, { needs: 'None' }, said('second'))).toBeUndefined()
    expect(await logged()).toEqual([['first', act.actor.name]])
  })
})
