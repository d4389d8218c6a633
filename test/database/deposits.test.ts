import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { mark } from '#collections/attendance/actions.ts'
import { decideFee } from '#collections/attendance/fees.ts'
import { deposit, giveBack, giveUp, receive, refund, unreceive } from '#collections/deposits/actions.ts'
import { staffDeposits } from '#collections/deposits/service/staff.ts'
import { compareAndSet } from '#collections/kernel/keyed.ts'
import { idOf } from '#collections/kernel/related.ts'
import { managedView } from '#collections/registrations/service/managed.ts'
import { rulesOf } from '#collections/registrations/service/rules.ts'
import { overviewOf } from '#collections/services/overview.ts'
import { openChecks } from '#collections/staff/checks.ts'
import { checkWords } from '#site/src/lib/registrations/manage-texts.ts'
import { messagesFor } from '#site/src/messages/index.ts'
import type { Deposit, Message, Registration } from '#collections/kernel/payload-types.ts'
import { ATTENDANCE, CHARGES, CHECKS, followUp } from '#test/support/follow-ups.ts'
import { aDay, aPolicy } from '#test/support/builders.ts'
import { actAt, DAYS, newSession, openTestDesk, seated } from '#test/support/desk.ts'
import { saying } from '#test/support/database.ts'

type Desk = Awaited<ReturnType<typeof openTestDesk>>
let desk: Desk
let payload: Payload
beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
  const deadline = { count: 10, unit: 'calendar', mode: 'at-least', cutoff: 'end-of-day' } as const
  await payload.create({
    collection: 'policies',
    data: aPolicy({ kind: 'guests', deadline, feePerDay: 10_000 }),
    ...all,
  })
})
afterAll(() => desk.close())

const at = (text: string) => Temporal.Instant.from(text)
const all = { depth: 0, overrideAccess: true } as const
const ONE = '2027-03-02'
const LAST = at('2027-04-13T22:00:00Z')
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

const messagesTo = async (registration: string): Promise<Message[]> =>
  (
    await payload.find({
      collection: 'messages',
      ...all,
      sort: 'createdAt',
      where: { registration: { equals: registration } },
    })
  ).docs

const mailsTo = async (registration: string): Promise<string[]> =>
  (await messagesTo(registration)).map(({ kind }) => kind)

const feesOf = async (registration: string) =>
  (
    await payload.find({
      collection: 'attendance',
      ...all,
      where: { and: [{ registration: { equals: registration } }, { feeState: { equals: 'proposed' } }] },
    })
  ).docs

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

  test('back by mail: the envelope has the postal address where one is known, and says where none is', async () => {
    const [known, unknown] = [await inDrawer(), await inDrawer()]
    const address = '12 Example Road\nTamarack Bend, MN 55000'
    await payload.update({ collection: 'people', id: idOf(known.registration.person), data: { address }, ...all })
    for (const { registration } of [known, unknown])
      await mark(actAt(payload, AFTER), registration.id, ONE, { state: 'present' })
    desk.clock.now = AFTER
    const envelopes = await staffDeposits(desk.context, actAt(payload, AFTER)).envelopes()
    const addressOf = ({ check }: { check: Deposit }) => envelopes.find((one) => one.check.id === check.id)?.address
    expect([addressOf(known), addressOf(unknown)]).toEqual([address, null])
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

describe('a check that pays for a part only', () => {
  /** Asked for $300 for three days, sent $200, missed one day, and the fee of $100 was approved. */
  const three = async () => {
    const registration = await seated(
      payload,
      await newSession(payload, desk.course),
      { participation: 'guest' },
      { check: { ...CHECK, cents: 30_000 } },
    )
    await catchUpAt(BEFORE)
    const { id } = (await depositOf(registration.id))!
    await receive(actAt(payload, BEFORE), id, { number: '2001', cents: 20_000, day: '2027-02-10' })
    await catchUpAt(BEFORE)
    for (const [at, day] of DAYS.entries()) {
      desk.clock.now = Temporal.Instant.from(`${day}T22:00:00Z`)
      await mark(actAt(payload, desk.clock.now), registration.id, day, { state: at === 0 ? 'absent' : 'present' })
    }
    await catchUpAt(LAST)
    const [fee] = await feesOf(registration.id)
    await decideFee(actAt(payload, LAST), fee!.id, 'approved', '')
    await catchUpAt(LAST)
    return { registration, id, fee: fee! }
  }

  const said = async (registration: string, kind: string): Promise<string> =>
    (await messagesTo(registration)).filter((message) => message.kind === kind).at(-1)?.text ?? ''

  const page = async (registration: string): Promise<string> => {
    const found = await payload.findByID({ collection: 'registrations', id: registration, ...all })
    const rules = await rulesOf(desk.context, found.session)
    const { deposit } = await managedView(desk.context, { registration: found, rules })
    return checkWords(deposit!, messagesFor('en').registrations.manage, 'en').join(' ')
  }

  test('a short one is told to the guest with what is missing, and another one brings it', async () => {
    const registration = await guest()
    await catchUpAt(BEFORE)
    const { id } = (await depositOf(registration.id))!
    await receive(actAt(payload, BEFORE), id, { number: '1', cents: 6000, day: '2027-02-10' })
    await catchUpAt(BEFORE)
    expect(await said(registration.id, 'check-received')).toContain('We asked for $100, and $60 has come.')
    expect(await page(registration.id)).toContain('$40 is missing')
    await receive(actAt(payload, BEFORE), id, { number: '2', cents: 4000, day: '2027-02-10' })
    await catchUpAt(BEFORE)
    expect(await depositOf(registration.id)).toMatchObject({ checkNumber: '1, 2', receivedCents: 10_000 })
    expect(await said(registration.id, 'check-received')).not.toContain('missing')
  })

  test('page, letter, register and list say the same, and what is not kept is refunded', async () => {
    const { registration, id } = await three()
    const act = actAt(payload, LAST)
    await deposit(act, id, { cents: 10_000, day: '2027-04-13', reason: 'Missed March 2' })
    await catchUpAt(LAST)
    expect(await depositOf(registration.id)).toMatchObject({ state: 'refund-due', depositedCents: 10_000 })
    expect(await said(registration.id, 'check-deposited')).toContain(
      'We keep $100 of it. $100 is yours, and we send it to you.',
    )
    expect(await said(registration.id, 'check-deposited')).toContain('we deposited your check for $200')
    expect(await page(registration.id)).toBe(
      'Your check of $200 was deposited. $100 of it is kept for fees. $100 of it is yours. We send it to you.',
    )
    const open = (await openChecks(desk.context)).find((check) => check.id === id)
    expect(open).toMatchObject({ task: { do: 'refund', cents: 10_000 }, amounts: { received: 20_000, kept: 10_000 } })
    expect((await overviewOf(desk.context, act)).waits.refunds).toBe(1)
    expect(await refund(act, id, { day: '2027-04-13', reference: 'Check 20417' })).toEqual({ ok: true })
    await catchUpAt(LAST)
    expect(await said(registration.id, 'check-refunded')).toContain(
      '$100 of it was refunded to you on Tuesday, April 13, 2027.',
    )
    expect((await overviewOf(desk.context, act)).waits.refunds).toBe(0)
  })

  test('and nothing is billed beside it', async () => {
    const { registration, id } = await three()
    await deposit(actAt(payload, LAST), id, { cents: 10_000, day: '2027-04-13', reason: 'Missed March 2' })
    await followUp(desk.context, CHARGES)
    const { totalDocs } = await payload.count({
      collection: 'charges',
      overrideAccess: true,
      where: { registration: { equals: registration.id } },
    })
    expect(totalDocs).toBe(0)
  })
})

test('a check that was written down by mistake is waited for again, and the guest is told', async () => {
  const { registration, check } = await inDrawer()
  await catchUpAt(BEFORE)
  expect(await unreceive(actAt(payload, BEFORE), check.id, '')).toEqual({ ok: false, refusal: 'no-reason' })
  expect(await unreceive(actAt(payload, BEFORE), check.id, 'Of another guest')).toEqual({ ok: true })
  await catchUpAt(BEFORE)
  expect(saying((await depositOf(registration.id))!, 'state', 'receivedCents')).toEqual({
    state: 'due',
    receivedCents: null,
  })
  expect(await mailsTo(registration.id)).toEqual(['check-due', 'check-received', 'check-due'])
})

describe('a guest is told when the check is due', () => {
  test('who comes from the waitlist after that day brings it along', async () => {
    const registration = await guest()
    await catchUpAt(at('2027-02-25T16:00:00Z'))
    expect(await depositOf(registration.id)).toMatchObject({ dueOn: ONE, lastMailDay: ONE })
    const [letter] = await messagesTo(registration.id)
    expect(letter!.text).toContain('Please bring a refundable check for $100 to the session on Tuesday, March 2, 2027.')
    expect(letter!.text).not.toContain('February 19')
  })

  test.each([
    [
      'later: as much later',
      ['2027-03-16'],
      { dueOn: '2027-03-06', lastMailDay: '2027-03-05' },
      'by Friday, March 5, 2027',
    ],
    [
      'before that day: to the session',
      ['2027-02-16'],
      { dueOn: '2027-02-16', lastMailDay: '2027-02-16' },
      'bring a refundable check',
    ],
  ] as const)('whose session is moved %s', async (_, dates, due, words) => {
    const registration = await guest()
    await catchUpAt(BEFORE)
    const days = dates.map((date) => ({ ...aDay, date }))
    await payload.update({ collection: 'sessions', id: registration.session as string, data: { days }, ...all })
    await catchUpAt(BEFORE)
    await catchUpAt(BEFORE)
    expect(await depositOf(registration.id)).toMatchObject({ state: 'due', ...due })
    const letters = (await messagesTo(registration.id)).filter(({ kind }) => kind === 'check-due')
    expect(letters).toHaveLength(2)
    expect(letters.at(-1)!.text).toContain(words)
  })
})
