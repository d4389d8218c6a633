import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCatalog } from '#cms/catalog/index.ts'
import { openPayload } from '#cms/database.ts'
import { openServices } from '#cms/services.ts'
import type { Context } from '#collections/context/context.ts'
import type { Services } from '#collections/services/index.ts'
import { staffCharges } from '#collections/charges/service/staff.ts'
import type { Attendance, Charge, Invoice, Registration } from '#collections/kernel/payload-types.ts'
import type { Act } from '#collections/kernel/act.ts'
import { book, reverse } from '#collections/charges/actions.ts'
import { makeStatements } from '#collections/invoices/actions.ts'
import { linkPayer, merge } from '#collections/organizations/actions.ts'
import type { Line } from '#collections/charges/policy.ts'
import { recordPayment, recordPayments, reversePayment, statementsFor } from '#collections/invoices/paying.ts'
import { balanceOf, linesOf, paymentsOf, statementOf } from '#collections/invoices/policy.ts'
import { viewOf } from '#collections/invoices/service/documents.ts'
import { compareAndSet, createUnlessTaken } from '#collections/kernel/keyed.ts'
import { refuseBill } from '#collections/registrations/actions.ts'
import { PAYER_REASONS } from '#collections/registrations/payer.ts'
import { sumCents } from '#collections/values/money.ts'
import { CHARGES, INVOICES, followUp } from '#test/support/follow-ups.ts'
import {
  aCircle,
  aCourse,
  aDay,
  anAgreement,
  anOrganization,
  aPerson,
  aRegistration,
  aSession,
} from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'
import { aCharge } from '#test/support/money.ts'
import { alwaysNow } from '#test/support/desk.ts'

const BEGUN = Temporal.Instant.from('2027-03-02T14:30:00Z')
const IN_APRIL = Temporal.Instant.from('2027-04-01T15:00:00Z')
const IN_MAY = Temporal.Instant.from('2027-05-03T15:00:00Z')
const all = { depth: 0, overrideAccess: true } as const

let database: Database
let payload: Payload
let desk: Omit<Services, 'context'> & { context: Context }
let now = BEGUN
let course: string

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
  const source = openCatalog(payload, database.env)
  const services = await openServices({ payload, env: database.env, source, clock: () => now })
  // What follows is derived when a test says so, not in between.
  await services.stop()
  desk = { ...services, context: alwaysNow(services.context(), () => now) }
  const circle = await payload.create({ collection: 'circles', data: aCircle(), ...all })
  course = (await payload.create({ collection: 'courses', data: aCourse({ circles: [circle.id] }), ...all })).id
})
afterAll(async () => {
  await database.close()
})

const act = (at = now): Act => ({ payload, now: at, zone: 'America/Chicago', actor: { kind: 'staff', name: 'Test' } })

const charges = async (where: object): Promise<Charge[]> =>
  (await payload.find({ collection: 'charges', where: where as never, sort: 'createdAt', pagination: false, ...all }))
    .docs
const linesFor = (registration: string) => charges({ registration: { equals: registration } })
const invoices = async (where: object = {}): Promise<Invoice[]> =>
  (await payload.find({ collection: 'invoices', where: where as never, sort: 'number', pagination: false, ...all }))
    .docs
const amounts = (lines: readonly { kind: string; cents: number }[]) => lines.map(({ kind, cents }) => [kind, cents])

const newSession = async (more: object = {}) =>
  (await payload.create({ collection: 'sessions', data: aSession({ course, ...more }), ...all })).id

/** Somebody in a session that begins on March 2, whose district pays the price. */
const enrolled = async (more: Partial<Registration> = {}, cents: number | null = 12_550): Promise<Registration> => {
  const session = (more.session as string | undefined) ?? (await newSession())
  const person = (await createUnlessTaken(payload, 'people', aPerson()))!.id
  const district = await payload.create({ collection: 'organizations', data: anOrganization(), ...all })
  const agreed = anAgreement({ price: { rate: 'member', cents } }) as unknown as Record<string, unknown>
  const payer = {
    kind: 'organization' as const,
    organization: district.id,
    name: district.name,
    reason: PAYER_REASONS['member-district'],
  }
  return (await createUnlessTaken(payload, 'registrations', {
    ...aRegistration({ session, person }),
    agreed,
    payer,
    ...more,
  }))!
}

const missed = async (registration: Registration, more: Partial<Attendance> = {}): Promise<Attendance> =>
  (await createUnlessTaken(payload, 'attendance', {
    key: `${registration.id}#${more.date ?? aDay.date}`,
    registration: registration.id,
    session: registration.session,
    person: registration.person,
    name: registration.name,
    date: aDay.date,
    state: 'absent',
    minutes: 0,
    at: BEGUN.toString(),
    feeState: 'approved',
    feeCents: 10_000,
    revision: 1,
    ...more,
  }))!

const reread = async (id: string): Promise<Registration> =>
  payload.findByID({ collection: 'registrations', id, ...all })

/** All that follows, from several sides at once, and then once more. */
const catchUp = async () => {
  await Promise.all([followUp(desk.context, CHARGES), followUp(desk.context, CHARGES), followUp(desk.context, CHARGES)])
  await followUp(desk.context, CHARGES)
}

describe('the price of a place', () => {
  test('is charged once the first day has begun, and once only', async () => {
    const registration = await enrolled()
    now = BEGUN.subtract({ seconds: 1 })
    await catchUp()
    expect(await linesFor(registration.id)).toEqual([])
    now = BEGUN
    await catchUp()
    await catchUp()
    expect(amounts(await linesFor(registration.id))).toEqual([['rate', 12_550]])
    const { docs } = await payload.find({
      collection: 'events',
      where: { registration: { equals: registration.id } },
      ...all,
    })
    expect(docs.map(({ kind }) => kind)).toEqual(['charge.booked'])
  })

  test.each([
    ['is not charged where it is free', {}, 0],
    ['is not charged to somebody who canceled', { status: 'canceled' }, 12_550],
    ['is not charged on the waitlist', { status: 'waitlisted' }, 12_550],
  ] as const)('%s', async (_, more, cents) => {
    const registration = await enrolled(more, cents)
    await catchUp()
    expect(await linesFor(registration.id)).toEqual([])
  })

  test('counts from the first day that takes place', async () => {
    const days = [
      { ...aDay, canceled: true },
      { ...aDay, date: '2027-03-09' },
    ]
    const registration = await enrolled({ session: await newSession({ days }) })
    await catchUp()
    expect(await linesFor(registration.id)).toEqual([])
    now = BEGUN.add({ hours: 24 * 7 })
    await catchUp()
    expect((await linesFor(registration.id)).map(({ day }) => day)).toEqual(['2027-03-09'])
    now = BEGUN
  })

  test('on request waits for the desk, which settles it once', async () => {
    const registration = await enrolled({}, null)
    await catchUp()
    expect(await linesFor(registration.id)).toEqual([])
    const staff = staffCharges(desk.context, act())
    expect((await staff.unpriced()).map((place) => place.registration)).toContain(registration.id)
    expect(await staff.price(registration.id, 9_900, 'Agreed by telephone.')).toEqual({ ok: true })
    expect(await staff.price(registration.id, 100, 'Again.')).toMatchObject({ ok: false, status: 409 })
    expect(amounts(await linesFor(registration.id))).toEqual([['rate', 9_900]])
    expect((await staff.unpriced()).map((place) => place.registration)).not.toContain(registration.id)
  })
})

describe('a no-show fee', () => {
  test('is charged for each approved day, however often and by however many it is looked at', async () => {
    const registration = await enrolled({}, 0)
    await missed(registration)
    await missed(registration, { date: '2027-03-09' })
    await missed(registration, { date: '2027-03-16', feeState: 'proposed' })
    await catchUp()
    expect(amounts(await linesFor(registration.id))).toEqual([
      ['no-show', 10_000],
      ['no-show', 10_000],
    ])
  })

  test('that is waived afterwards is taken back, and the row stays', async () => {
    const registration = await enrolled({}, 0)
    const row = await missed(registration)
    await catchUp()
    await compareAndSet(payload, 'attendance', row.id, {}, { feeState: 'waived', feeReason: 'Ill.', revision: 2 })
    await catchUp()
    const lines = await linesFor(registration.id)
    expect(amounts(lines)).toEqual([
      ['no-show', 10_000],
      ['reversal', -10_000],
    ])
    expect(lines[1]).toMatchObject({ reverses: lines[0]!.id, rule: 'Ill.' })
  })

  test('that went to the person and is waived then is owed by nobody', async () => {
    const registration = await enrolled({}, 0)
    const row = await missed(registration)
    await catchUp()
    await refuseBill(act(), await reread(registration.id), 'The board said no.')
    await catchUp()
    await compareAndSet(payload, 'attendance', row.id, {}, { feeState: 'waived', revision: 2 })
    await catchUp()
    const lines = Map.groupBy(await linesFor(registration.id), ({ payerKey }) => payerKey)
    expect([...lines.values()].map((of) => sumCents(of.map(({ cents }) => cents)))).toEqual([0, 0])
  })

  test.each([
    ['a check in the drawer covers it', 'received', 10_000, []],
    ['a deposited check covers it', 'deposited', 10_000, []],
    ['a check that never came does not', 'due', null, [['no-show', 10_000]]],
    ['a check that was given back does not', 'returned', 10_000, [['no-show', 10_000]]],
    ['a check covers no more than it says', 'received', 4_000, [['no-show', 6_000]]],
  ] as const)('of a guest: %s', async (_, state, receivedCents, expected) => {
    const registration = await enrolled({ participation: 'guest' }, 0)
    await createUnlessTaken(payload, 'deposits', {
      key: registration.id,
      registration: registration.id,
      session: registration.session,
      person: registration.person,
      name: registration.name,
      state,
      dueCents: 10_000,
      dueOn: '2027-02-20',
      lastMailDay: '2027-02-19',
      receivedCents,
      revision: 1,
    })
    await missed(registration)
    await catchUp()
    expect(amounts(await linesFor(registration.id))).toEqual(expected)
  })
})

describe('what the host cancels', () => {
  test('a whole session: price and fees are taken back, once', async () => {
    const registration = await enrolled()
    await missed(registration)
    await catchUp()
    const id = registration.session as string
    await payload.update({ collection: 'sessions', id, data: { status: 'canceled' }, ...all })
    await catchUp()
    await catchUp()
    const lines = await linesFor(registration.id)
    expect(lines).toHaveLength(4)
    expect(sumCents(lines.map(({ cents }) => cents))).toBe(0)
  })

  test('one day: its fee is taken back, and the price stays', async () => {
    const days = [aDay, { ...aDay, date: '2027-03-30' }]
    const registration = await enrolled({ session: await newSession({ days }) })
    await missed(registration)
    await missed(registration, { date: '2027-03-30' })
    await catchUp()
    const id = registration.session as string
    const later = [aDay, { ...aDay, date: '2027-03-30', canceled: true }]
    await payload.update({ collection: 'sessions', id, data: { days: later }, ...all })
    await catchUp()
    const lines = await linesFor(registration.id)
    expect(lines.filter(({ kind }) => kind === 'reversal').map(({ day, cents }) => [day, cents])).toEqual([
      ['2027-03-30', -10_000],
    ])
  })
})

describe('a bill that is refused', () => {
  test('goes to the person, line by line, and both sides point at each other', async () => {
    const registration = await enrolled()
    await missed(registration)
    await catchUp()
    expect(await refuseBill(act(), await reread(registration.id), 'The board said no.')).toMatchObject({ ok: true })
    await catchUp()
    const lines = await linesFor(registration.id)
    const [rate, fee] = lines
    const district = lines.filter(({ payerKind }) => payerKind === 'organization')
    const person = lines.filter(({ payerKind }) => payerKind === 'person')
    expect(sumCents(district.map(({ cents }) => cents))).toBe(0)
    expect(person.map(({ kind, cents, rebills }) => [kind, cents, rebills]).toSorted()).toEqual(
      [
        ['rate', 12_550, rate!.id],
        ['no-show', 10_000, fee!.id],
      ].toSorted(),
    )
    expect(person.map(({ rule }) => rule)).toEqual([PAYER_REASONS.refused, PAYER_REASONS.refused])
    const { docs } = await payload.find({
      collection: 'messages',
      where: { registration: { equals: registration.id } },
      ...all,
    })
    expect(docs.filter(({ kind }) => kind === 'rebilled')).toHaveLength(1)
  })

  test('stays where it is once it is paid', async () => {
    const registration = await enrolled()
    await catchUp()
    now = IN_APRIL
    await makeStatements(act(), '2027-03')
    const [line] = await linesFor(registration.id)
    const [invoice] = await invoices({ id: { equals: line!.invoice } })
    await recordPayment(act(), invoice!.number, {
      method: 'check',
      reference: '1',
      cents: 12_550,
      day: '2027-04-01',
      revision: invoice!.revision,
    })
    await refuseBill(act(), await reread(registration.id), 'Too late.')
    await catchUp()
    expect(await linesFor(registration.id)).toHaveLength(1)
    now = BEGUN
  })

  test('is made whole when the process stopped between the two lines', async () => {
    const registration = await enrolled()
    await catchUp()
    await refuseBill(act(), await reread(registration.id), 'The board said no.')
    const [line] = await linesFor(registration.id)
    const { rebillLine } = await import('#collections/charges/policy.ts')
    await book(act(), rebillLine(line!, await reread(registration.id)))
    await catchUp()
    expect(amounts(await linesFor(registration.id)).toSorted()).toEqual([
      ['rate', 12_550],
      ['rate', 12_550],
      ['reversal', -12_550],
    ])
  })
})

test('a line is taken back once, by however many', async () => {
  const registration = await enrolled()
  await catchUp()
  const [line] = await linesFor(registration.id)
  await Promise.all(Array.from({ length: 5 }, (_, n) => reverse(act(), line!, `Reason ${n}`)))
  expect(await linesFor(registration.id)).toHaveLength(2)
})

test('a line that was booked without its entry in the log gets one', async () => {
  const charge = (await createUnlessTaken(payload, 'charges', {
    ...aCharge({
      key: 'silent',
      organization: null,
      registration: null,
      session: null,
      payerKey: 'outside:silent|',
      payerKind: 'outside',
    }),
    id: undefined,
    bookedAt: now.toString(),
    bookedOn: '2027-03-02',
  } as never))!
  await catchUp()
  const { docs } = await payload.find({
    collection: 'events',
    where: { key: { equals: `charge:${charge.id}:booked` } },
    ...all,
  })
  expect(docs).toHaveLength(1)
})

let payers = 0
/** Lines for payers nobody else has, booked in March. */
const lines = async (count: number, cents: readonly number[] = [12_550]): Promise<string[]> => {
  const keys: string[] = []
  for (let n = 0; n < count; n += 1) {
    const name = `Payer ${(payers += 1)}`
    const payerKey = `outside:${name.toLowerCase()}|`
    keys.push(payerKey)
    for (const [at, amount] of cents.entries())
      await createUnlessTaken(payload, 'charges', {
        ...aCharge({ key: `${name}#${at}#${payers}`, cents: amount, payerKey, payerName: name, payerKind: 'outside' }),
        id: undefined,
        organization: null,
        registration: null,
        session: null,
        bookedAt: BEGUN.toString(),
        bookedOn: '2027-03-02',
      } as never)
  }
  return keys
}

/** Every line is on the statement that has it, and on no other; numbers have no gap. */
const expectBooksInOrder = async () => {
  const made = await invoices()
  expect(made.map(({ number }) => number)).toEqual(made.map((_, n) => `2027-${String(n + 1).padStart(4, '0')}`))
  const on = made.flatMap((invoice) => linesOf(invoice).map(({ charge }) => [charge, invoice.id] as const))
  expect(new Set(on.map(([charge]) => charge)).size).toBe(on.length)
  const booked = await charges({ invoice: { exists: true } })
  expect(new Map(booked.map(({ id, invoice }) => [id, invoice]))).toEqual(new Map(on))
  for (const invoice of made) {
    expect(invoice.totalCents).toBe(sumCents(linesOf(invoice).map(({ cents }) => cents)))
    expect(invoice.paidCents).toBe(sumCents(paymentsOf(invoice).map(({ cents }) => cents)))
  }
}

describe('the statements of a month', () => {
  test('cannot be made before it is over', async () => {
    expect(await makeStatements(act(Temporal.Instant.from('2027-04-01T04:59:59Z')), '2027-03')).toEqual({
      ok: false,
      refusal: 'not-over',
    })
  })

  test('are one for each payer, made once, whoever makes them and however often', async () => {
    const keys = await lines(6, [12_550, 10_000])
    const made = await Promise.all(Array.from({ length: 4 }, () => makeStatements(act(IN_APRIL), '2027-03')))
    const numbers = made.flatMap((one) => (one.ok ? one.numbers : []))
    expect(new Set(numbers).size).toBe(numbers.length)
    const mine = await invoices({ payerKey: { in: keys } })
    expect(mine.map(({ payerKey, totalCents, dueOn }) => [payerKey, totalCents, dueOn]).toSorted()).toEqual(
      keys.map((key) => [key, 22_550, '2027-05-06']).toSorted(),
    )
    expect(await makeStatements(act(IN_APRIL), '2027-03')).toEqual({ ok: true, numbers: [] })
    await expectBooksInOrder()
  })

  test('are one for each payer when two processes make them at once, neither of which waits for the other', async () => {
    const keys = await lines(6, [300, 200])
    const other = await openPayload(database.env, `${database.env.dataDir}, second`)
    const theirs: Act = { ...act(IN_APRIL), payload: other }
    const made = await Promise.all([act(IN_APRIL), theirs].map((one) => makeStatements(one, '2027-03')))
    const numbers = made.flatMap((one) => (one.ok ? one.numbers : []))
    expect(new Set(numbers).size).toBe(numbers.length)
    const mine = await invoices({ payerKey: { in: keys } })
    expect(mine.map(({ payerKey, totalCents }) => [payerKey, totalCents]).toSorted()).toEqual(
      keys.map((key) => [key, 500]).toSorted(),
    )
    await expectBooksInOrder()
    await other.destroy()
  })

  test('leave no gap and bill nothing twice when another process makes some in between', async () => {
    const [key] = await lines(1)
    await lines(4)
    const [line] = await charges({ payerKey: { equals: key } })
    // Another process has written a statement, and has not marked its line yet.
    const [last] = (await invoices()).slice(-1)
    const number = `2027-${String(Number(last!.number.slice(5)) + 1).padStart(4, '0')}`
    const theirs = statementOf([line!], null, { month: '2027-02', issuedOn: '2027-04-01', number })
    await createUnlessTaken(payload, 'invoices', theirs)
    await makeStatements(act(IN_APRIL), '2027-03')
    await followUp(desk.context, INVOICES)
    expect(await invoices({ payerKey: { equals: key } })).toHaveLength(1)
    await expectBooksInOrder()
  })

  test('that were cut off before their lines were marked are made whole', async () => {
    const [key] = await lines(1, [100, 200])
    await makeStatements(act(IN_APRIL), '2027-03')
    const [invoice] = await invoices({ payerKey: { equals: key } })
    for (const { charge } of linesOf(invoice!)) await compareAndSet(payload, 'charges', charge, {}, {}, ['invoice'])
    expect(await charges({ and: [{ payerKey: { equals: key } }, { invoice: { exists: true } }] })).toHaveLength(0)
    expect(await makeStatements(act(IN_MAY), '2027-04')).toMatchObject({ ok: true })
    await followUp(desk.context, INVOICES)
    expect(await invoices({ payerKey: { equals: key } })).toHaveLength(1)
    await expectBooksInOrder()
  })

  test('write to the payer once', async () => {
    const [key] = await lines(1)
    await compareAndSet(
      payload,
      'charges',
      (await charges({ payerKey: { equals: key } }))[0]!.id,
      {},
      { payerEmail: 'payables@sumac.example.org' },
    )
    await makeStatements(act(IN_APRIL), '2027-03')
    await followUp(desk.context, INVOICES)
    await followUp(desk.context, INVOICES)
    const [invoice] = await invoices({ payerKey: { equals: key } })
    const { docs } = await payload.find({ collection: 'messages', where: { invoice: { equals: invoice!.id } }, ...all })
    expect(docs.map(({ kind, to }) => [kind, to])).toEqual([['statement', 'payables@sumac.example.org']])
  })
})

describe('payments', () => {
  const issued = async (cents: readonly number[]): Promise<Invoice> => {
    const [key] = await lines(1, cents)
    await makeStatements(act(IN_APRIL), '2027-03')
    return (await invoices({ payerKey: { equals: key } }))[0]!
  }
  const pay = (invoice: Invoice, cents: number, revision = invoice.revision) =>
    recordPayment(act(IN_APRIL), invoice.number, {
      method: 'check',
      reference: '4711',
      cents,
      day: '2027-04-01',
      revision,
    })

  test('in parts, until nothing is left', async () => {
    const invoice = await issued([10_000])
    const first = await pay(invoice, 4_000)
    expect(first).toMatchObject({ ok: true, invoice: { state: 'part-paid', paidCents: 4_000 } })
    expect(await pay(invoice, 6_001, 2)).toEqual({ ok: false, refusal: 'over' })
    expect(await pay(invoice, 6_000, 2)).toMatchObject({ ok: true, invoice: { state: 'paid', paidCents: 10_000 } })
    expect(await pay(invoice, 1, 3)).toEqual({ ok: false, refusal: 'over' })
    expect(await pay({ ...invoice, number: '2027-9999' }, 1)).toEqual({ ok: false, refusal: 'gone' })
  })

  test('the same form sent ten times at once is one payment', async () => {
    const invoice = await issued([10_000])
    const answers = await Promise.all(Array.from({ length: 10 }, () => pay(invoice, 1_000)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const [after] = await invoices({ id: { equals: invoice.id } })
    expect(after).toMatchObject({ paidCents: 1_000, revision: 2 })
    const { docs } = await payload.find({
      collection: 'events',
      where: { key: { like: `invoice:${invoice.id}:paid` } },
      ...all,
    })
    expect(docs).toHaveLength(1)
  })

  test('a credit pays what is open, the oldest first, and what is left of it can be sent back', async () => {
    const invoice = await issued([10_000])
    await createUnlessTaken(payload, 'charges', {
      ...aCharge({
        key: `back:${invoice.id}`,
        kind: 'reversal',
        cents: -15_000,
        payerKey: invoice.payerKey,
        payerKind: 'outside',
        payerName: invoice.payerName,
      }),
      id: undefined,
      organization: null,
      registration: null,
      session: null,
      bookedAt: IN_APRIL.toString(),
      bookedOn: '2027-04-01',
    } as never)
    await makeStatements(act(IN_MAY), '2027-04')
    await followUp(desk.context, INVOICES)
    await followUp(desk.context, INVOICES)
    const [open, credit] = await invoices({ payerKey: { equals: invoice.payerKey } })
    expect(open).toMatchObject({ state: 'paid', paidCents: 10_000 })
    expect(credit).toMatchObject({ totalCents: -15_000, paidCents: -10_000, state: 'part-paid' })
    expect(paymentsOf(open!)[0]).toMatchObject({ method: 'credit', reference: credit!.number })
    expect(await pay(credit!, 5_000)).toMatchObject({ ok: true, invoice: { state: 'paid', paidCents: -15_000 } })
    await expectBooksInOrder()
  })

  test('more than is owed is asked about once, and is a credit of the payer then', async () => {
    const invoice = await issued([10_000])
    const given = {
      method: 'check',
      reference: '88',
      cents: 30_000,
      day: '2027-04-01',
      revision: invoice.revision,
    } as const
    expect(await recordPayment(act(IN_APRIL), invoice.number, given)).toEqual({ ok: false, refusal: 'over' })
    const yes = { ...given, confirmed: 30_000 }
    expect(await recordPayment(act(IN_APRIL), invoice.number, { ...yes, cents: 300_000 })).toMatchObject({ ok: false })
    expect(await recordPayment(act(IN_APRIL), invoice.number, yes)).toMatchObject({
      ok: true,
      invoice: { paidCents: 30_000, state: 'paid' },
    })
    await bookedFor(invoice.payerKey, 25_000)
    await makeStatements(act(IN_MAY), '2027-04')
    await followUp(desk.context, INVOICES)
    await followUp(desk.context, INVOICES)
    const [first, next] = await invoices({ payerKey: { equals: invoice.payerKey } })
    expect(balanceOf(first!)).toBe(0)
    expect(balanceOf(next!)).toBe(5_000)
  })

  test('that bounced is taken back with a reason, once, and the payer is told what is due again', async () => {
    const invoice = await issued([10_000])
    await compareAndSet(payload, 'invoices', invoice.id, {}, { payerEmail: 'payables@sumac.example.org' })
    await pay(invoice, 10_000)
    const back = { payment: 'payment-1', reason: 'The check bounced.', revision: 2 }
    expect(await reversePayment(act(IN_MAY), invoice.number, { ...back, reason: ' ' })).toMatchObject({ ok: false })
    expect(await reversePayment(act(IN_MAY), invoice.number, back)).toMatchObject({
      ok: true,
      invoice: { paidCents: 0, state: 'issued' },
    })
    expect(await reversePayment(act(IN_MAY), invoice.number, { ...back, revision: 3 })).toEqual({
      ok: false,
      refusal: 'reversed',
    })
    const [after] = await invoices({ id: { equals: invoice.id } })
    expect(paymentsOf(after!).map(({ cents, reverses }) => [cents, reverses])).toEqual([
      [10_000, undefined],
      [-10_000, 'payment-1'],
    ])
    await followUp(desk.context, INVOICES)
    await followUp(desk.context, INVOICES)
    const { docs } = await payload.find({ collection: 'messages', where: { invoice: { equals: invoice.id } }, ...all })
    const corrected = docs.filter(({ kind }) => kind === 'statement-changed')
    expect(corrected).toHaveLength(1)
    expect(corrected[0]!.text).toContain('The check bounced.')
    expect(corrected[0]!.text).toContain('To pay: $100')
  })

  test('one check pays three statements, once however often it is sent, and bounces on all of them', async () => {
    const first = await issued([10_000])
    for (const month of ['2027-04', '2027-05']) {
      await bookedFor(first.payerKey, 10_000, `${month}-15`)
      await makeStatements(act(Temporal.Instant.from('2027-07-01T15:00:00Z')), month)
    }
    const three = await invoices({ payerKey: { equals: first.payerKey } })
    const parts = three.map(({ number, revision }) => ({ number, revision, cents: 10_000 }))
    const check = { method: 'check', reference: '900', day: '2027-06-30' } as const
    const at = act(Temporal.Instant.from('2027-07-02T15:00:00Z'))
    const batch = '00000000-0000-4000-8000-000000000001'
    expect(await recordPayments(at, check, parts, batch)).toMatchObject({ ok: true })
    expect(await recordPayments(at, check, parts, batch)).toMatchObject({ ok: true })
    const paid = await invoices({ payerKey: { equals: first.payerKey } })
    expect(paid.map(({ paidCents }) => paidCents)).toEqual([10_000, 10_000, 10_000])
    const [one] = paid
    const given = { payment: paymentsOf(one!)[0]!.id, reason: 'The check bounced.', revision: one!.revision }
    expect(await reversePayment(at, one!.number, given)).toMatchObject({ ok: true })
    const back = await invoices({ payerKey: { equals: first.payerKey } })
    expect(back.map(({ paidCents }) => paidCents)).toEqual([0, 0, 0])
  })
})

const lineOnly = ({
  id: _,
  createdAt: _c,
  updatedAt: _u,
  bookedAt: _a,
  bookedOn: _o,
  bookedBy: _b,
  invoice: _i,
  ...line
}: Charge): Line => line

/** One more line for a payer. */
const bookedFor = (payerKey: string, cents: number, bookedOn = '2027-04-02') =>
  createUnlessTaken(payload, 'charges', {
    ...aCharge({
      key: `more:${payerKey}:${bookedOn}`,
      cents,
      payerKey,
      payerKind: 'outside',
      payerName: 'More',
    }),
    id: undefined,
    organization: null,
    registration: null,
    session: null,
    bookedAt: `${bookedOn}T15:00:00.000Z`,
    bookedOn,
  } as never)

describe('a line that is refused after its statement was made', () => {
  /** Three people of one district at $150, of which $150 is paid. */
  const ofDistrict = async () => {
    now = BEGUN
    const first = await enrolled({}, 15_000)
    const district = await payload.findByID({
      collection: 'organizations',
      id: first.payer.organization as string,
      ...all,
    })
    const payer = { ...first.payer }
    const more = [await enrolled({ payer }, 15_000), await enrolled({ payer }, 15_000)]
    await payload.update({
      collection: 'organizations',
      id: district.id,
      data: { billing: { email: 'payables@basswood.example.org' } },
      ...all,
    })
    await catchUp()
    now = IN_APRIL
    await makeStatements(act(), '2027-03')
    const [line] = await linesFor(first.id)
    const invoice = async () => (await invoices({ id: { equals: line!.invoice } }))[0]!
    const { number, revision } = await invoice()
    await recordPayment(act(), number, { method: 'check', reference: '1', cents: 15_000, day: '2027-04-01', revision })
    return { late: more[0]!, district, invoice }
  }

  test('leaves the page of the district at once, and with it the amount due', async () => {
    const { late, district, invoice } = await ofDistrict()
    expect(balanceOf(await invoice())).toBe(30_000)
    expect(await staffCharges(desk.context, act()).refusePayment(late.id, 'The board said no.')).toEqual({ ok: true })
    expect(balanceOf(await invoice())).toBe(15_000)
    const view = await viewOf(desk.context, await invoice())
    expect(view.standing).toHaveLength(2)
    expect(view.takenBack).toMatchObject([{ line: { name: late.name, cents: 15_000 }, movedTo: { number: null } }])
    // Nothing is left over for another statement of the district.
    const open = await charges({
      and: [{ organization: { equals: district.id } }, { invoice: { exists: false } }],
    })
    expect(open).toEqual([])
    now = BEGUN
  })

  test('is told to the person with the name of the district and its reason, and to the district with what is due', async () => {
    const { late, district, invoice } = await ofDistrict()
    await staffCharges(desk.context, act()).refusePayment(late.id, 'The board said no.')
    await followUp(desk.context, INVOICES)
    const letters = await payload.find({
      collection: 'messages',
      where: { or: [{ registration: { equals: late.id } }, { invoice: { equals: (await invoice()).id } }] },
      ...all,
    })
    const text = (kind: string) => letters.docs.filter((letter) => letter.kind === kind).map(({ text }) => text)
    expect(text('rebilled')).toHaveLength(1)
    expect(text('rebilled')[0]).toContain(`We had billed ${district.name} for`)
    expect(text('rebilled')[0]).toContain('What it told us: The board said no.')
    expect(text('statement-changed')).toHaveLength(1)
    expect(text('statement-changed')[0]).toContain('To pay: $150')
    now = BEGUN
  })

  test('names the other statement on both', async () => {
    const { late, district, invoice } = await ofDistrict()
    await staffCharges(desk.context, act()).refusePayment(late.id, 'The board said no.')
    now = IN_MAY
    await makeStatements(act(), '2027-04')
    const [copy] = await charges({ and: [{ registration: { equals: late.id } }, { rebills: { exists: true } }] })
    const [own] = await invoices({ id: { equals: copy!.invoice } })
    const [ofPerson, ofDistrictNow] = [await viewOf(desk.context, own!), await viewOf(desk.context, await invoice())]
    expect(ofPerson.standing.find(({ charge }) => charge === copy!.id)?.origin).toEqual({
      payer: district.name,
      number: (await invoice()).number,
    })
    expect(ofDistrictNow.takenBack[0]!.movedTo).toEqual({ number: own!.number, payer: null })
    await expectBooksInOrder()
    now = BEGUN
  })

  test('and one that was refused before it was on a statement is on none', async () => {
    now = BEGUN
    const registration = await enrolled({}, 15_000)
    await catchUp()
    await staffCharges(desk.context, act()).refusePayment(registration.id, 'The board said no.')
    now = IN_APRIL
    await makeStatements(act(), '2027-03')
    const lines = await linesFor(registration.id)
    expect(lines.map(({ payerKind, invoice }) => [payerKind, Boolean(invoice)]).toSorted()).toEqual([
      ['organization', false],
      ['organization', false],
      ['person', true],
    ])
    now = BEGUN
  })
})

describe('an adjustment', () => {
  test('of more than the line is asked about once; less stays on the statement of the line', async () => {
    now = BEGUN
    const registration = await enrolled({}, 25_000)
    await catchUp()
    now = IN_APRIL
    await makeStatements(act(), '2027-03')
    const [line] = await linesFor(registration.id)
    const staff = staffCharges(desk.context, act())
    const absurd = { attempt: 'a1', cents: -999_999_900, reason: 'Typed too fast.' }
    expect(await staff.adjust(line!.id, absurd)).toMatchObject({ ok: false, asks: true })
    expect(await staff.adjust(line!.id, { ...absurd, confirmed: 25_000 })).toMatchObject({ ok: false, asks: true })
    expect(await staff.adjust(line!.id, { attempt: 'a2', cents: -5_000, reason: 'Half a day.' })).toEqual({ ok: true })
    const [invoice] = await invoices({ id: { equals: line!.invoice } })
    expect(balanceOf(invoice!)).toBe(20_000)
    now = BEGUN
  })
})

describe('an organization in use', () => {
  const organization = (id: string) => payload.findByID({ collection: 'organizations', id, ...all })

  test('cannot be deleted, and whoever tries is told who refers to it', async () => {
    now = BEGUN
    const registration = await enrolled()
    await catchUp()
    const id = registration.payer.organization as string
    await expect(payload.delete({ collection: 'organizations', id, ...all })).rejects.toMatchObject({
      data: {
        errors: [{ message: expect.stringContaining('because 1 registration and 1 charge refer to it. Mark it as') }],
      },
    })
  })

  test('that is merged takes along who registered, what is open and what is owed; what was booked stays as it was', async () => {
    now = BEGUN
    const [first, second] = [await enrolled({}, 15_000), await enrolled({}, 10_000)]
    const [from, into] = [first.payer.organization as string, second.payer.organization as string]
    await catchUp()
    now = IN_APRIL
    await makeStatements(act(), '2027-03')
    // One more line of the old district that is on no statement yet.
    const [line] = await linesFor(first.id)
    const more = await book(act(), { ...lineOnly(line!), key: `more:${first.id}`, title: 'More', cents: 5_000 })
    expect(await merge(act(), from, { into, reason: 'Consolidated by the state.' })).toEqual({ ok: true })
    expect(await merge(act(), from, { into, reason: 'Again.' })).toEqual({ ok: true })
    const moved = await reread(first.id)
    expect([moved.payer.organization, moved.payer.name]).toEqual([into, (await organization(into)).name])
    expect(moved.agreed).toEqual(first.agreed)
    expect(await organization(from)).toMatchObject({ inactive: true, mergedInto: into })
    expect((await charges({ id: { in: [line!.id, more.id] } })).map((charge) => charge.organization)).toEqual([
      from,
      from,
    ])
    now = IN_MAY
    await makeStatements(act(), '2027-04')
    const [next] = await invoices({ id: { equals: (await charges({ id: { equals: more.id } }))[0]!.invoice } })
    expect(next).toMatchObject({ payerKey: `organization:${into}`, organization: into, totalCents: 5_000 })
    const owed = await statementsFor(act(), `organization:${into}`)
    expect(sumCents(owed.map(balanceOf))).toBe(30_000)
    await expectBooksInOrder()
    now = BEGUN
  })

  test('that is linked to a typed name has one statement for both', async () => {
    now = BEGUN
    const district = await payload.create({
      collection: 'organizations',
      data: anOrganization({ member: false }),
      ...all,
    })
    const key = 'outside:kettle hollow sd|kettle.example.org'
    for (const [n, email] of ['a@kettle.example.org', 'b@kettle.example.org'].entries())
      await createUnlessTaken(payload, 'charges', {
        ...aCharge({
          key: `kettle:${n}`,
          payerKey: `outside:kettle hollow sd|${email}`,
          payerKind: 'outside',
          payerName: 'Kettle Hollow SD',
          payerEmail: email,
        }),
        id: undefined,
        organization: null,
        registration: null,
        session: null,
        bookedAt: BEGUN.toString(),
        bookedOn: '2027-03-02',
      } as never)
    expect(await linkPayer(act(), district.id, key)).toEqual({ ok: true })
    now = IN_APRIL
    await makeStatements(act(), '2027-03')
    const made = await invoices({ organization: { equals: district.id } })
    expect(made.map(({ payerName, totalCents }) => [payerName, totalCents])).toEqual([[district.name, 25_100]])
    now = BEGUN
  })
})
