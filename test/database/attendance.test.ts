import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { closeDay, mark, markAll, unmark, type Mark } from '#collections/attendance/actions.ts'
import { decideFee } from '#collections/attendance/fees.ts'
import type { Evidence } from '#collections/attendance/policy.ts'
import { compareAndSet } from '#collections/kernel/keyed.ts'
import { cancelDays } from '#collections/registrations/service/cancel.ts'
import type { Attendance, Registration } from '#collections/kernel/payload-types.ts'
import { ATTENDANCE, followUp } from '#test/support/follow-ups.ts'
import { actAt, DAYS, newSession, openTestDesk, seated } from '#test/support/desk.ts'

type Desk = Awaited<ReturnType<typeof openTestDesk>>
let desk: Desk
let payload: Payload
beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
})
afterAll(() => desk.close())

const at = (text: string) => Temporal.Instant.from(text)
const [ONE, TWO, THREE] = DAYS
const AFTER = at('2027-03-02T22:00:00Z')
const act = (now = AFTER) => actAt(payload, now)

const rowsOf = async (registration: string): Promise<Attendance[]> =>
  (
    await payload.find({
      collection: 'attendance',
      depth: 0,
      overrideAccess: true,
      pagination: false,
      sort: 'date',
      where: { registration: { equals: registration } },
    })
  ).docs

const logOf = async (registration: string): Promise<string[]> =>
  (
    await payload.find({
      collection: 'events',
      depth: 0,
      overrideAccess: true,
      pagination: false,
      sort: 'createdAt',
      where: { registration: { equals: registration } },
    })
  ).docs.map(({ kind }) => kind)

const someone = async (given: Parameters<typeof seated>[2] = {}): Promise<Registration> =>
  seated(payload, await newSession(payload, desk.course), given)

/** Ends a registration as `cancel` leaves it. */
const canceledAt = (registration: Registration, when: string, given: Partial<Registration> = {}) =>
  compareAndSet(
    payload,
    'registrations',
    registration.id,
    {},
    {
      status: 'canceled',
      canceledFrom: 'confirmed',
      canceledBy: 'person',
      canceledAt: when,
      ...given,
    } as never,
    ['seatKey', 'activeKey'],
  )

describe('marking a day', () => {
  test('the same said twice is one row and one line of the log', async () => {
    const { id } = await someone()
    expect(await mark(act(), id, ONE, { state: 'present' })).toEqual({ ok: true, changed: true })
    expect(await mark(act(), id, ONE, { state: 'present' })).toEqual({ ok: true, changed: false })
    expect(await rowsOf(id)).toMatchObject([{ date: ONE, state: 'present', minutes: 375, revision: 1 }])
    expect(await logOf(id)).toEqual(['attendance.recorded'])
  })

  test('from two phones at once is one row', async () => {
    const { id } = await someone()
    const marked = await Promise.all(Array.from({ length: 8 }, () => mark(act(), id, ONE, { state: 'present' })))
    expect(marked.every(({ ok }) => ok)).toBe(true)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  test('a correction keeps what was said before in the log', async () => {
    const { id } = await someone()
    await mark(act(), id, ONE, { state: 'absent' })
    await mark(act(), id, ONE, { state: 'partly', minutes: 90, note: 'Left at ten' })
    expect(await rowsOf(id)).toMatchObject([{ state: 'partly', minutes: 90, note: 'Left at ten', revision: 2 }])
    expect(await logOf(id)).toEqual(['attendance.recorded', 'attendance.recorded'])
  })

  test('taken back, it is as if nobody had said anything', async () => {
    const { id } = await someone()
    await mark(act(), id, ONE, { state: 'present' })
    expect(await unmark(act(), id, ONE)).toEqual({ ok: true, changed: true })
    expect(await rowsOf(id)).toEqual([])
    expect(await unmark(act(), id, ONE)).toEqual({ ok: true, changed: false })
  })

  test('is refused for who has no seat, and for a registration that is gone', async () => {
    const { id } = await someone({ status: 'waitlisted' })
    expect(await mark(act(), id, ONE, { state: 'present' })).toEqual({ ok: false, refusal: 'no-seat' })
    expect(await mark(act(), 'nobody', ONE, { state: 'present' })).toEqual({ ok: false, refusal: 'not-found' })
  })
})

describe('a sheet of a whole day', () => {
  test('sent twice changes nothing the second time, and a line that does not fit stops no other', async () => {
    const session = await newSession(payload, desk.course)
    const people = await Promise.all([1, 2, 3].map(() => seated(payload, session)))
    const entries = new Map<string, Mark>([
      [people[0]!.id, { state: 'present' }],
      [people[1]!.id, { state: 'partly', minutes: 9999 }],
      [people[2]!.id, { state: 'absent' }],
      ['nobody', { state: 'present' }],
    ])
    const refused = [
      { registration: people[1]!.id, refusal: 'minutes' },
      { registration: 'nobody', refusal: 'not-found' },
    ]
    expect(await markAll(act(), session, ONE, entries)).toEqual({ ok: true, changed: 2, refused })
    expect(await markAll(act(), session, ONE, entries)).toEqual({ ok: true, changed: 0, refused })
  })

  test('closing the day marks absent whom nobody mentioned, and nobody else', async () => {
    const session = await newSession(payload, desk.course)
    const [here, silent, waiting] = [
      await seated(payload, session),
      await seated(payload, session),
      await seated(payload, session, { status: 'waitlisted' }),
    ]
    await mark(act(), here.id, ONE, { state: 'present' })
    expect(await closeDay(act(), session, ONE)).toMatchObject({ ok: true, changed: 1 })
    expect(await closeDay(act(), session, ONE)).toMatchObject({ ok: true, changed: 0 })
    expect(await rowsOf(here.id)).toMatchObject([{ state: 'present' }])
    expect(await rowsOf(silent.id)).toMatchObject([{ state: 'absent' }])
    expect(await rowsOf(waiting.id)).toEqual([])
  })
})

describe('no-show fees', () => {
  test('one for a missed day, with its evidence, however often it is worked out', async () => {
    const { id } = await someone()
    await mark(act(), id, ONE, { state: 'absent' })
    await Promise.all([followUp(desk.context, ATTENDANCE), followUp(desk.context, ATTENDANCE)])
    await followUp(desk.context, ATTENDANCE)
    const [row] = await rowsOf(id)
    expect(row).toMatchObject({ feeState: 'proposed', feeCents: 10_000, revision: 2 })
    expect(row!.feeEvidence as unknown as Evidence).toEqual({
      missed: 'absent',
      inPrice: 0,
      terms: {
        version: 'cancellation@2026-08-01',
        hash: 'a'.repeat(64),
        acceptedAt: '2027-01-05T15:00:00Z',
        how: 'online',
      },
      freeUntil: '2027-02-24T05:59:59.999Z',
      at: row!.at,
      messages: [],
    })
    expect(await logOf(id)).toEqual(['attendance.recorded', 'fee.proposed'])
  })

  test('day two of three canceled in time, day three missed: exactly one fee', async () => {
    const registration = await someone()
    const { id } = registration
    await mark(act(), id, ONE, { state: 'present' })
    await cancelDays(act(), registration, [{ date: TWO, isOnTime: true }])
    await mark(act(at('2027-04-13T22:00:00Z')), id, THREE, { state: 'absent' })
    await followUp(desk.context, ATTENDANCE)
    expect((await rowsOf(id)).map(({ date, feeState }) => [date, feeState])).toEqual([
      [ONE, 'none'],
      [TWO, 'none'],
      [THREE, 'proposed'],
    ])
  })

  test.each([
    ['too late for the first day alone', '2027-02-24T06:00:00Z', {}, [ONE]],
    ['in the last moment', '2027-02-24T05:59:59.999Z', {}, []],
    ['too late, by the desk for the person', '2027-02-25T00:00:00Z', { canceledBy: 'staff' }, [ONE]],
    ['too late, but by us', '2027-02-25T00:00:00Z', { canceledBy: 'host' }, []],
    ['too late, from the waitlist', '2027-02-25T00:00:00Z', { canceledFrom: 'waitlisted' }, []],
  ] as const)('the whole canceled %s', async (_, when, given, expected) => {
    const registration = await someone()
    await canceledAt(registration, when, given)
    await followUp(desk.context, ATTENDANCE)
    await followUp(desk.context, ATTENDANCE)
    const rows = await rowsOf(registration.id)
    expect(rows.map(({ date }) => date)).toEqual(expected)
    for (const row of rows) {
      expect(row).toMatchObject({ state: 'canceled', isOnTime: false, feeState: 'proposed' })
      expect(at(row.at)).toEqual(at(when))
    }
  })

  test('none for who came after all under another registration', async () => {
    const registration = await someone()
    await canceledAt(registration, '2027-02-25T00:00:00Z')
    const again = await seated(payload, registration.session as string, { person: registration.person })
    await mark(act(), again.id, ONE, { state: 'present' })
    await followUp(desk.context, ATTENDANCE)
    expect(await rowsOf(registration.id)).toMatchObject([{ state: 'canceled', feeState: 'none' }])
  })

  test('waived, the case stays, and is not proposed again', async () => {
    const { id } = await someone()
    await mark(act(), id, ONE, { state: 'absent' })
    await followUp(desk.context, ATTENDANCE)
    const [row] = await rowsOf(id)
    expect(await decideFee(act(), row!.id, 'waived', '')).toEqual({ ok: false, refusal: 'no-reason' })
    expect(await decideFee(act(), row!.id, 'waived', 'Was ill')).toEqual({ ok: true })
    expect(await decideFee(act(), row!.id, 'waived', 'Was ill')).toEqual({ ok: true })
    expect(await decideFee(act(), row!.id, 'approved', '')).toEqual({ ok: false, refusal: 'not-now' })
    await followUp(desk.context, ATTENDANCE)
    expect(await rowsOf(id)).toMatchObject([{ state: 'absent', feeState: 'waived', feeReason: 'Was ill' }])
    expect(await logOf(id)).toEqual(['attendance.recorded', 'fee.proposed', 'fee.waived'])
  })

  test('two registrars decide at once: one decision stands', async () => {
    const { id } = await someone()
    await mark(act(), id, ONE, { state: 'absent' })
    await followUp(desk.context, ATTENDANCE)
    const [row] = await rowsOf(id)
    const decided = await Promise.all([
      decideFee(act(), row!.id, 'approved', ''),
      decideFee(act(), row!.id, 'disputed', 'Says it was the snow'),
    ])
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await rowsOf(id))[0]!.revision).toBe(3)
  })

  test('without ground once the day is recorded anew: closed, or taken back', async () => {
    const { id } = await someone()
    for (const date of [ONE, TWO]) await mark(act(at('2027-03-24T00:00:00Z')), id, date, { state: 'absent' })
    await followUp(desk.context, ATTENDANCE)
    const [, second] = await rowsOf(id)
    await decideFee(act(), second!.id, 'approved', '')
    for (const date of [ONE, TWO]) await mark(act(at('2027-03-24T00:00:00Z')), id, date, { state: 'present' })
    await followUp(desk.context, ATTENDANCE)
    const after = await rowsOf(id)
    expect(after).toMatchObject([
      { state: 'present', feeState: 'none' },
      { state: 'present', feeState: 'waived' },
    ])
    expect(after.map(({ feeCents }) => feeCents ?? null)).toEqual([null, 10_000])
  })

  test('an excuse after the event closes the case of a late cancellation', async () => {
    const registration = await someone()
    await canceledAt(registration, '2027-02-25T00:00:00Z')
    await followUp(desk.context, ATTENDANCE)
    expect(await mark(act(), registration.id, ONE, { state: 'excused', note: 'A funeral' })).toMatchObject({ ok: true })
    expect(await rowsOf(registration.id)).toMatchObject([{ state: 'excused', feeState: 'none', note: 'A funeral' }])
  })
})
