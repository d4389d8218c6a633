import { readdir } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDay } from '#collections/attendance/actions.ts'
import { decideFee } from '#collections/attendance/fees.ts'
import { rowFor } from '#collections/attendance/policy.ts'
import { FEE_REFUSALS } from '#collections/attendance/states.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { decideGate, sendColleague } from '#collections/registrations/actions.ts'
import { answerOffer } from '#collections/registrations/waitlist.ts'
import { idOf } from '#collections/kernel/related.ts'
import type { Context } from '#collections/context/context.ts'
import { rulesOf } from '#collections/registrations/service/rules.ts'
import { managedView } from '#collections/registrations/service/managed.ts'
import { cancelManaged } from '#collections/registrations/service/manage.ts'
import { staffServices } from '#collections/services/staff.ts'
import { receiveEvidence } from '#collections/submissions/service/receive.ts'
import { folderOf } from '#collections/files/room.ts'
import { type Ticket } from '#collections/submissions/service/upload.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { REGISTRATIONS, SEATS, followUp } from '#test/support/follow-ups.ts'
import { aPerson, aCourse, aSession } from '#test/support/builders.ts'
import { pdf } from '#test/support/evidence.ts'
import { actAt, DAYS, newSession, openTestDesk, seated, takenOver } from '#test/support/desk.ts'
import { saying } from '#test/support/database.ts'

// What staff and people could do to others, or to themselves, by doing things late, twice, or to what has changed since.

const all = { depth: 0, overrideAccess: true } as const

let desk: Awaited<ReturnType<typeof openTestDesk>>
let payload: Payload
let context: Context
let session: string

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ payload, context } = desk)
})
afterAll(() => desk.close())
beforeEach(async () => {
  session = await newSession(payload, desk.course)
})

const at = (moment: string) => actAt(payload, Temporal.Instant.from(moment))
const newest = (id: string): Promise<Registration> => payload.findByID({ collection: 'registrations', id, ...all })

describe('what people registered for', () => {
  const TRIES: [string, (id: string) => Promise<unknown>][] = [
    ['is not deleted', (id) => payload.delete({ collection: 'sessions', id, ...all })],
    [
      'is not put into the trash',
      (id) => payload.update({ collection: 'sessions', id, data: { deletedAt: '2027-01-01T00:00:00Z' }, ...all }),
    ],
    [
      'is not taken off the site',
      (id) => payload.update({ collection: 'sessions', id, data: { _status: 'draft' }, ...all }),
    ],
    [
      'is not taken off the site among others',
      (id) =>
        payload.update({ collection: 'sessions', where: { id: { in: [id] } }, data: { _status: 'draft' }, ...all }),
    ],
    [
      'is not taken off the site by a save that follows a draft',
      async (id) => {
        await payload.update({ collection: 'sessions', id, draft: true, data: { _status: 'draft' }, ...all })
        return payload.update({ collection: 'sessions', id, data: { note: 'Bring a pen.' }, ...all })
      },
    ],
    ['keeps its course', () => payload.delete({ collection: 'courses', id: desk.course, ...all })],
    [
      'keeps its course out of the trash',
      () =>
        payload.update({
          collection: 'courses',
          id: desk.course,
          data: { deletedAt: '2027-01-01T00:00:00Z' },
          ...all,
        }),
    ],
    [
      'keeps its course on the site',
      () => payload.update({ collection: 'courses', id: desk.course, data: { _status: 'draft' }, ...all }),
    ],
  ]

  test.each(TRIES)('%s', async (_, attempt) => {
    await seated(payload, session)
    await expect(attempt(session)).rejects.toThrow(/has to be kept.*status of the session to canceled/)
    expect(await payload.findByID({ collection: 'sessions', id: session, ...all })).toMatchObject({
      _status: 'published',
    })
  })

  test('stays a run of the course people chose', async () => {
    await seated(payload, session)
    const { circles } = await payload.findByID({ collection: 'courses', id: desk.course, ...all })
    const other = await payload.create({
      collection: 'courses',
      data: aCourse({ circles: circles.map((circle) => idOf(circle)) }),
      ...all,
    })
    const change = payload.update({ collection: 'sessions', id: session, data: { course: other.id }, ...all })
    await expect(change).rejects.toThrow(/Make a new session/)
  })

  test('may be worked on in a draft, and canceled', async () => {
    await seated(payload, session)
    const draft = { collection: 'sessions', id: session, draft: true, ...all } as const
    await payload.update({ ...draft, data: { note: 'Bring a pen.', _status: 'draft' } })
    await payload.update({
      collection: 'sessions',
      id: session,
      data: { status: 'canceled', _status: 'published' },
      ...all,
    })
    expect(await payload.findByID({ collection: 'sessions', id: session, ...all })).toMatchObject({
      status: 'canceled',
      _status: 'published',
    })
  })

  test('is not asked for where a session or a course is made in the trash, and has no id yet', async () => {
    const asked = vi.spyOn(payload, 'find')
    const { deletedAt } = await payload.create({
      collection: 'sessions',
      data: { ...aSession({ course: desk.course }), deletedAt: '2027-01-01T00:00:00.000Z' },
      ...all,
    })
    expect(deletedAt).toBe('2027-01-01T00:00:00.000Z')
    // An id of MongoDB cannot be made of this, so that the database refuses the question.
    asked.mockRestore()
  })

  test('is all that is kept: a session nobody registered for can go', async () => {
    await payload.update({ collection: 'sessions', id: session, data: { _status: 'draft' }, ...all })
    await payload.delete({ collection: 'sessions', id: session, ...all })
    expect(
      (await payload.count({ collection: 'sessions', where: { id: { equals: session } }, ...all })).totalDocs,
    ).toBe(0)
  })
})

describe('a purchase order', () => {
  test('of somebody who waited is due some days after the seat, not after the form', async () => {
    const { id } = await seated(payload, session, {
      status: 'offered',
      offerUntil: '2027-02-02T16:00:00Z',
      order: { state: 'pending', number: null, dueAt: '2027-01-04T05:59:59.999Z' },
    })
    desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
    const { offers } = await rulesOf(context, session)
    expect(await answerOffer(at('2027-02-01T16:00:00Z'), await newest(id), offers, 'accept')).toMatchObject({
      ok: true,
    })
    await followUp(context, SEATS)
    // Ten business days, as nothing else is set: Monday, Feb 1, to Monday, Feb 15.
    expect(await newest(id)).toMatchObject({ status: 'confirmed', order: { dueAt: '2027-02-16T05:59:59.999Z' } })
  })
})

describe('a colleague who comes instead', () => {
  const colleague = async (email: string) => ({
    person: (await createUnlessTaken(payload, 'people', aPerson({ email })))!.id,
    name: 'The Colleague',
    email,
  })

  test('takes the seat, and nothing that was said about the other', async () => {
    const holder = await seated(payload, session, {
      needs: 'A ramp',
      jobTitle: 'Principal',
      gate: 'waived',
      gateStatement: 'I was ill when it was held.',
      gateReason: 'Ill in spring',
      mediaRelease: true,
    })
    const now = at('2027-02-01T16:00:00Z')
    expect(await sendColleague(now, holder, await colleague('colleague-1@example.org'), takenOver(holder))).toEqual({
      ok: true,
    })
    const colleagues = await newest(holder.id)
    const { title, gate, mediaRelease, seatKey } = colleagues
    expect(saying(colleagues, 'needs', 'jobTitle', 'gateStatement', 'gateReason')).toEqual({
      needs: null,
      jobTitle: null,
      gateStatement: null,
      gateReason: null,
    })
    expect([title?.split(',')[0], gate, mediaRelease, seatKey]).toEqual([
      'The Colleague',
      'declared',
      false,
      holder.seatKey,
    ])
  })
})

describe('a word on a prerequisite', () => {
  test.each(['none', 'met', 'refused'] as const)('ends nobody’s registration where the gate is %s', async (gate) => {
    const holder = await seated(payload, session, { gate })
    const { offers } = await rulesOf(context, session)
    const decided = await decideGate(at('2027-02-01T16:00:00Z'), holder, offers, {
      decision: gate === 'refused' ? 'waived' : 'refused',
      reason: 'A page that was opened last week',
    })
    expect(decided).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    expect(await newest(holder.id)).toMatchObject({ status: 'confirmed', gate })
  })

  test('said twice is said once', async () => {
    const holder = await seated(payload, session, { gate: 'waived' })
    const { offers } = await rulesOf(context, session)
    const twice = { decision: 'waived', reason: 'Again' } as const
    expect(await decideGate(at('2027-02-01T16:00:00Z'), holder, offers, twice)).toEqual({ ok: true })
    expect(await newest(holder.id)).toMatchObject({ revision: holder.revision })
  })
})

describe('a fee', () => {
  const CHANGES: [string, object][] = [
    ['canceled', { days: DAYS.map((date) => ({ date, canceled: date === DAYS[0] })) }],
    ['moved', { days: ['2027-03-04', DAYS[1], DAYS[2]].map((date) => ({ date })) }],
    ['canceled with the whole session', { status: 'canceled' }],
  ]

  test.each(CHANGES)('for a day we have %s since cannot be approved, only waived', async (_, change) => {
    const holder = await seated(payload, session)
    const row = (await createUnlessTaken(payload, 'attendance', {
      ...rowFor(holder, DAYS[0]),
      state: 'absent',
      minutes: 0,
      at: '2027-03-02T16:00:00Z',
      feeState: 'proposed',
      feeCents: 10_000,
    }))!
    const { days } = await payload.findByID({ collection: 'sessions', id: session, ...all })
    const changed = change as { days?: object[] }
    const data = changed.days ? { days: changed.days.map((day, n) => ({ ...days[n]!, ...day })) } : change
    await payload.update({ collection: 'sessions', id: session, data, ...all })
    const act = at('2027-03-03T16:00:00Z')
    expect(await decideFee(act, row.id, 'approved', '')).toEqual({ ok: false, refusal: 'called-off' })
    expect(FEE_REFUSALS['called-off']).toMatch(/no fee/)
    expect(await decideFee(act, row.id, 'waived', 'We canceled it')).toEqual({ ok: true })
  })
})

describe('days canceled one after the other', () => {
  const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')
  const [first, second, third] = DAYS

  test.each(['the person', 'the desk'])('leave no seat behind when %s cancels the last', async (who) => {
    desk.clock.now = NOW
    const { id } = await seated(payload, session)
    for (const days of [[first], [second, third]]) {
      const registration = await newest(id)
      const managed = { registration, rules: await rulesOf(context, session) }
      const form = { days: [...days], revision: registration.revision, reason: '' }
      const done =
        who === 'the person'
          ? await cancelManaged(context, managed, form)
          : await staffServices(context, actAt(payload, NOW)).registrations.cancel(id, { ...form, reason: 'Called' })
      expect(done).toMatchObject({ ok: true })
    }
    expect(saying(await newest(id), 'status', 'seatKey')).toEqual({ status: 'canceled', seatKey: null })
  })
})

describe('what can be canceled is the same for the person, on the page of the desk, and when it is done', () => {
  const [first] = DAYS
  const next = '2027-03-03'
  const CASES = [
    ['the morning of the session, when people phone in sick', [first], '2027-03-02T13:00:00Z', null],
    ['the evening of day one of two', [first, next], '2027-03-03T01:00:00Z', 'already-started'],
    ['a session that was called off', [first], '2027-02-01T16:00:00Z', 'called-off'],
  ] as const

  test.each(CASES)('%s', async (_, days, moment, refusal) => {
    const held = await newSession(payload, desk.course, days)
    const { id, revision } = await seated(payload, held, {}, { events: [{ days: [...days], freeUntil: null }] })
    if (refusal === 'called-off')
      await payload.update({ collection: 'sessions', id: held, data: { status: 'canceled' }, ...all })
    const now = Temporal.Instant.from(moment)
    desk.clock.now = now
    const managed = async () => ({ registration: await newest(id), rules: await rulesOf(context, held) })
    const staff = staffServices(context, actAt(payload, now)).registrations
    expect((await managedView(context, await managed())).cancellation.refusal).toBe(refusal)
    expect((await staff.read(id))?.cancellation.refusal).toBe(refusal)
    if (refusal) {
      const refused = await cancelManaged(context, await managed(), { revision, reason: '' })
      expect(refused).toEqual({ ok: false, refusal })
      expect(await staff.cancel(id, { revision, reason: 'Called' })).toMatchObject({ ok: false, status: 422 })
      expect((await newest(id)).status).toBe('confirmed')
    } else {
      expect(await staff.cancel(id, { revision: revision - 1, reason: 'Called' })).toMatchObject({ status: 409 })
      expect(await staff.cancel(id, { revision, reason: 'Called' })).toEqual({ ok: true })
      expect(await newest(id)).toMatchObject({ status: 'canceled', canceledBy: 'staff' })
    }
  })
})

describe('another mailbox for somebody', () => {
  test('ends the links of the former one, and writes to the new one', async () => {
    desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
    const { id } = await seated(payload, session, { email: 'typo@example.org' })
    const { person } = await newest(id)
    const before = await payload.findByID({ collection: 'people', id: idOf(person), ...all })
    await payload.update({ collection: 'people', id: before.id, data: { email: 'typo@example.org' }, ...all })
    expect((await newest(id)).linkVersion).toBe(1)
    await payload.update({ collection: 'people', id: before.id, data: { email: 'right@example.org' }, ...all })
    expect(await newest(id)).toMatchObject({ email: 'right@example.org', linkVersion: 2 })
    expect((await payload.findByID({ collection: 'people', id: before.id, ...all })).linkVersion).toBe(3)
    await followUp(context, REGISTRATIONS)
    const { docs } = await payload.find({ collection: 'messages', where: { registration: { equals: id } }, ...all })
    expect(docs.map(({ to, kind }) => `${kind} ${to}`)).toEqual(['confirmed right@example.org'])
  })

  test('takes along what somebody else changed in the same moment', async () => {
    const { id } = await seated(payload, session, { email: 'slip@example.org' })
    const { person } = await newest(id)
    await payload.update({ collection: 'people', id: idOf(person), data: { email: 'slip@example.org' }, ...all })
    const { db } = payload
    const write = db.updateOne
    let isFirst = true
    db.updateOne = async (args) => {
      if (isFirst && args.collection === 'registrations') {
        isFirst = false
        await write.call(db, { collection: 'registrations', id, data: { revision: { $inc: 1 } } })
      }
      return write.call(db, args)
    }
    try {
      await payload.update({ collection: 'people', id: idOf(person), data: { email: 'mended@example.org' }, ...all })
    } finally {
      db.updateOne = write
    }
    expect(isFirst).toBe(false)
    expect(await newest(id)).toMatchObject({ email: 'mended@example.org', linkVersion: 2 })
  })
})

describe('a day that has not come', () => {
  const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')

  test('is not ended', async () => {
    await seated(payload, session)
    expect(await closeDay(actAt(payload, NOW), session, DAYS[0])).toEqual({ ok: false, refusal: 'too-early' })
  })

  test.each([
    ['not yet', DAYS[0], /has not come/],
    ['never', '2020-01-01', /no such day/],
  ])('seats nobody at the door: %s', async (_, date, expected) => {
    const came = await staffServices(context, actAt(payload, NOW)).attendance.walkIn({
      session,
      date,
      form: {} as never,
      waitingAreAbsent: false,
    })
    expect(came).toMatchObject({ ok: false, errors: { form: expect.stringMatching(expected) } })
  })
})

describe('evidence while others fill the disk', () => {
  const TICKET: Ticket = { submission: 'one', item: '2', family: 'paper', most: 25_000_000, maxSeconds: null }

  test('is given up before nothing is left, read to its end, and kept nowhere', async () => {
    let [looks, sent] = [0, 0]
    const pieces = async function* () {
      for (; sent < 40; sent += 1) yield Buffer.concat([pdf(), Buffer.alloc(500_000)])
    }
    const arriving = { stream: Readable.from(pieces()), name: 'plan.pdf' }
    const hasSpaceLeft = async () => (looks += 1) < 2
    const received = await receiveEvidence(context, TICKET, arriving, hasSpaceLeft)
    expect(received).toEqual({ ok: false, refusal: 'no-room' })
    expect([looks, sent, await readdir(folderOf(context))]).toEqual([2, 40, []])
  })
})
