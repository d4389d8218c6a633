import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { mark } from '#collections/attendance/actions.ts'
import { decideFee } from '#collections/attendance/fees.ts'
import { deposit, giveBack, giveUp, receive } from '#collections/deposits/actions.ts'
import { compareAndSet } from '#collections/kernel/keyed.ts'
import type { Deposit, Registration } from '#collections/kernel/payload-types.ts'
import { ATTENDANCE, CHECKS, followUp } from '#test/support/follow-ups.ts'
import { actAt, newSession, openTestDesk, seated } from '#test/support/desk.ts'

type Desk = Awaited<ReturnType<typeof openTestDesk>>
let desk: Desk
let payload: Payload
beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
})
afterAll(() => desk.close())

const at = (text: string) => Temporal.Instant.from(text)
const ONE = '2027-03-02'
const BEFORE = at('2027-02-10T16:00:00Z')
const AFTER = at('2027-03-02T22:00:00Z')
const CHECK = { cents: 10_000, due: '2027-02-20', lastMailDay: '2027-02-19' }

const guest = async (given: Parameters<typeof seated>[2] = {}, hasCheck = true): Promise<Registration> =>
  seated(
    payload,
    await newSession(payload, desk.course, [ONE]),
    { participation: 'guest', ...given },
    hasCheck ? { check: CHECK } : {},
  )

const depositOf = async (registration: string): Promise<Deposit | undefined> =>
  (
    await payload.find({
      collection: 'deposits',
      depth: 0,
      overrideAccess: true,
      where: { registration: { equals: registration } },
    })
  ).docs[0]

const mailsTo = async (registration: string): Promise<string[]> =>
  (
    await payload.find({
      collection: 'messages',
      depth: 0,
      overrideAccess: true,
      sort: 'createdAt',
      where: { registration: { equals: registration } },
    })
  ).docs.map(({ kind }) => kind)

const catchUpAt = async (now: Temporal.Instant) => {
  desk.clock.now = now
  await followUp(desk.context, ATTENDANCE)
  await followUp(desk.context, CHECKS)
}

const inDrawer = async (): Promise<{ registration: Registration; check: Deposit }> => {
  const registration = await guest()
  await catchUpAt(BEFORE)
  const { id } = (await depositOf(registration.id))!
  await receive(actAt(payload, BEFORE), id, { number: '1044', cents: 10_000, day: '2027-02-10' })
  return { registration, check: (await depositOf(registration.id))! }
}

describe('a check is asked for', () => {
  test('once, however many work it out at the same time', async () => {
    const registration = await guest()
    desk.clock.now = BEFORE
    await Promise.all(Array.from({ length: 4 }, () => followUp(desk.context, CHECKS)))
    await followUp(desk.context, CHECKS)
    const { totalDocs } = await payload.count({
      collection: 'deposits',
      overrideAccess: true,
      where: { registration: { equals: registration.id } },
    })
    expect(totalDocs).toBe(1)
    expect(await depositOf(registration.id)).toMatchObject({
      key: registration.id,
      state: 'due',
      dueCents: 10_000,
      dueOn: '2027-02-20',
      lastMailDay: '2027-02-19',
    })
    expect(await mailsTo(registration.id)).toEqual(['check-due'])
  })

  test.each([
    ['of a hosted substitute', { participation: 'hosted' }, false],
    ['of an employee of a member district', { participation: 'member' }, false],
    ['of a guest whose terms asked for none', {}, false],
    ['of a guest who only waits', { status: 'waitlisted' }, true],
  ] as const)('never %s', async (_, given, hasCheck) => {
    const { id } = await guest(given, hasCheck)
    await catchUpAt(BEFORE)
    expect(await depositOf(id)).toBeUndefined()
  })
})

describe('a check is given up', () => {
  test.each([
    [
      'when the guest cancels before it came',
      { status: 'canceled', canceledBy: 'person', canceledFrom: 'confirmed', canceledAt: '2027-02-11T00:00:00Z' },
      'void',
    ],
    ['when the person takes part in another way', { participation: 'hosted' }, 'void'],
    ['not otherwise', {}, 'due'],
  ] as const)('%s', async (_, change, state) => {
    const { id } = await guest()
    await catchUpAt(BEFORE)
    await compareAndSet(payload, 'registrations', id, {}, { ...change })
    await catchUpAt(BEFORE)
    expect(await depositOf(id)).toMatchObject({ state })
  })
})

describe('a check moves', () => {
  test('in once; the same form again changes nothing', async () => {
    const { registration, check } = await inDrawer()
    const given = { number: '1044', cents: 10_000, day: '2027-02-10' }
    expect(await receive(actAt(payload, BEFORE), check.id, given)).toEqual({ ok: true })
    expect(await receive(actAt(payload, BEFORE), check.id, { ...given, number: '1045' })).toEqual({
      ok: false,
      refusal: 'not-now',
    })
    expect(await depositOf(registration.id)).toMatchObject({ state: 'received', checkNumber: '1044', revision: 2 })
    await catchUpAt(BEFORE)
    expect(await mailsTo(registration.id)).toEqual(['check-due', 'check-received'])
  })

  test('back when the guest attended, and never to the bank', async () => {
    const { registration, check } = await inDrawer()
    const act = actAt(payload, AFTER)
    expect(await giveBack(act, check.id, { day: ONE, reason: '' })).toEqual({ ok: false, refusal: 'no-reason' })
    await mark(act, registration.id, ONE, { state: 'present' })
    const kept = { cents: 10_000, day: ONE, reason: 'Why not' }
    expect(await deposit(act, check.id, kept)).toEqual({ ok: false, refusal: 'not-now' })
    expect(await giveBack(act, check.id, { day: ONE, reason: '' })).toEqual({ ok: true })
    await catchUpAt(AFTER)
    expect(await depositOf(registration.id)).toMatchObject({ state: 'returned', closedOn: ONE })
    expect(await mailsTo(registration.id)).toContain('check-returned')
  })

  test('to the bank only for an approved fee, and for no more', async () => {
    const { registration, check } = await inDrawer()
    const act = actAt(payload, AFTER)
    const kept = { cents: 10_000, day: ONE, reason: 'Missed March 2' }
    await mark(act, registration.id, ONE, { state: 'absent' })
    await catchUpAt(AFTER)
    expect(await deposit(act, check.id, kept)).toEqual({ ok: false, refusal: 'not-now' })
    const [fee] = (
      await payload.find({
        collection: 'attendance',
        depth: 0,
        overrideAccess: true,
        where: { registration: { equals: registration.id } },
      })
    ).docs
    await decideFee(act, fee!.id, 'approved', '')
    expect(await deposit(act, check.id, { ...kept, cents: 10_001 })).toEqual({ ok: false, refusal: 'too-much' })
    const both = await Promise.all([deposit(act, check.id, kept), deposit(act, check.id, kept)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await depositOf(registration.id)).toMatchObject({ state: 'deposited', depositedCents: 10_000 })
    expect(await giveBack(act, check.id, { day: ONE, reason: 'Sorry' })).toEqual({ ok: false, refusal: 'not-now' })
  })

  test('nowhere once it was given up', async () => {
    const { id } = await guest()
    await catchUpAt(BEFORE)
    const act = actAt(payload, BEFORE)
    const check = (await depositOf(id))!.id
    expect(await giveUp(act, check, 'The district pays')).toEqual({ ok: true })
    expect(await receive(act, check, { number: '1', cents: 10_000, day: '2027-02-10' })).toEqual({
      ok: false,
      refusal: 'not-now',
    })
    expect(await giveUp(act, 'nothing', 'Why')).toEqual({ ok: false, refusal: 'not-found' })
  })
})
