import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Message, Registration } from '#collections/kernel/payload-types.ts'
import { every, one } from '#collections/kernel/queries.ts'
import { cancelManaged } from '#collections/registrations/service/manage.ts'
import { cancelForPerson } from '#collections/registrations/service/staff-actions.ts'
import { managedView } from '#collections/registrations/service/managed.ts'
import { rulesOf } from '#collections/registrations/service/rules.ts'
import type { Agreement } from '#collections/registrations/agreement.ts'
import { idOf } from '#collections/kernel/related.ts'
import { decideFees } from '#collections/attendance/fees.ts'
import { mark } from '#collections/attendance/actions.ts'
import { actAt, newSession, openTestDesk, seated } from '#test/support/desk.ts'

// What is decided, said and booked when days are given up.

let desk: Awaited<ReturnType<typeof openTestDesk>>
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const [FIRST, SECOND] = ['2027-03-02', '2027-04-13']
const EVENTS = [
  { days: [FIRST], freeUntil: '2027-02-24T05:59:59.999Z' },
  { days: [SECOND], freeUntil: '2027-04-07T04:59:59.999Z' },
]
const PRICE: Agreement['price'] = { rate: 'non-member', cents: 25_000 }
const PAYER = { kind: 'person' as const, name: 'Person', reason: 'self' }

const at = async (moment: string) => {
  desk.clock.now = Temporal.Instant.from(moment)
  await desk.followUp()
}
const reread = async (id: string): Promise<Registration> => (await one(desk.context, 'registrations', id))!
const managed = async (id: string) => {
  const registration = await reread(id)
  return { registration, rules: await rulesOf(desk.context, idOf(registration.session)) }
}
const cancel = async (id: string, days: string[] = []) => {
  const known = await managed(id)
  const { revision } = known.registration
  const done = await cancelManaged(desk.context, known, { days, reason: '', revision })
  await desk.followUp()
  return done
}
const lines = async (id: string) =>
  (await every(desk.context, 'charges', { registration: { equals: id } }, { sort: 'createdAt' })).map(
    ({ kind, cents, day }) => [kind, cents, day],
  )
const letters = async (id: string): Promise<Message[]> =>
  every(desk.context, 'messages', { registration: { equals: id } }, { sort: 'createdAt' })
const stateOfDays = async (id: string) =>
  (await managedView(desk.context, await managed(id))).cancellation.events.map(({ state }) => state)

const somebody = async (more: Partial<Agreement> = {}) => {
  desk.clock.now = Temporal.Instant.from('2027-02-01T16:00:00Z')
  const session = await newSession(desk.payload, desk.course, [FIRST, SECOND])
  return seated(desk.payload, session, { payer: PAYER }, { events: EVENTS, price: PRICE, ...more })
}

describe('a session whose days lie weeks apart', () => {
  test('every day canceled in time, one after the other: nothing is booked, and nothing else is said', async () => {
    const { id } = await somebody()
    await at('2027-02-08T16:00:00Z')
    expect(await cancel(id, [FIRST])).toEqual({ ok: true })
    expect(await stateOfDays(id)).toEqual(['canceled', 'coming'])
    await at('2027-03-20T16:00:00Z')
    expect(await lines(id)).toEqual([])
    expect(await cancel(id)).toEqual({ ok: true })
    expect((await reread(id)).status).toBe('canceled')
    expect(await stateOfDays(id)).toEqual(['canceled', 'canceled'])
    await at('2027-05-02T16:00:00Z')
    expect(await lines(id)).toEqual([])
    const told = (await letters(id)).filter(({ kind }) => kind === 'canceled')
    expect(told.map(({ text }) => /You owe[^.]*\./.exec(text)?.[0])).toEqual([
      'You owe nothing for what you canceled.',
      'You owe nothing.',
    ])
    expect(told[1]!.text).toContain('Tuesday, April 13, 2027')
    expect(told[1]!.text).not.toContain('March 2')
    expect(told.map(({ text }) => text).join()).not.toMatch(/had passed|\$100/)
  })

  test('each day is paid for when it begins, and only those that are held', async () => {
    const { id } = await somebody()
    await at('2027-03-02T15:00:00Z')
    expect(await lines(id)).toEqual([['rate', 12_500, FIRST]])
    await at('2027-03-20T16:00:00Z')
    await cancel(id, [SECOND])
    await at('2027-04-13T15:00:00Z')
    expect(await lines(id)).toEqual([['rate', 12_500, FIRST]])
  })

  test('a day canceled late costs its fee and no price', async () => {
    const { id } = await somebody()
    await at('2027-04-10T15:00:00Z')
    await cancel(id, [SECOND])
    await at('2027-04-14T15:00:00Z')
    expect(await lines(id)).toEqual([['rate', 12_500, FIRST]])
    const rows = await every(desk.context, 'attendance', { registration: { equals: id } })
    expect(rows.map(({ date, feeState, feeCents }) => [date, feeState, feeCents])).toEqual([
      [SECOND, 'proposed', 10_000],
    ])
  })

  test('nobody is reminded of a day they gave up', async () => {
    const { id } = await somebody()
    await at('2027-02-08T16:00:00Z')
    await cancel(id, [FIRST])
    await at('2027-03-01T16:00:00Z')
    const reminders = async () => (await letters(id)).filter(({ kind }) => kind === 'reminder')
    expect(await reminders()).toEqual([])
    await at('2027-04-12T16:00:00Z')
    const [reminder] = await reminders()
    expect(reminder!.text).toContain('Tuesday, April 13, 2027')
    expect(reminder!.text).not.toContain('March 2')
  })
})

const act = () => actAt(desk.payload, desk.clock.now)
const rowsOf = (id: string) => every(desk.context, 'attendance', { registration: { equals: id } }, { sort: 'date' })
const feesOf = async (id: string) => (await rowsOf(id)).map(({ feeState, feeReason }) => [feeState, feeReason ?? ''])
const decide = async (id: string, decision: 'approved' | 'waived' | 'disputed', reason = '') => {
  const rows = (await rowsOf(id)).filter(({ feeState }) => feeState !== 'none')
  const done = await decideFees(
    act(),
    rows.map((row) => row.id),
    decision,
    reason,
  )
  await desk.followUp()
  return done
}
const told = async (id: string) =>
  (await letters(id)).flatMap(({ kind, text }) =>
    ['no-show', 'late-fee', 'fee-dropped'].includes(kind) ? [{ kind, text }] : [],
  )
const changeSession = async (id: string, data: object) => {
  const { session } = await reread(id)
  await desk.payload.update({ collection: 'sessions', id: idOf(session), data, depth: 0, overrideAccess: true })
  await desk.followUp()
}

describe('what is written about a fee', () => {
  test('after a late cancellation nobody is told that they were missed, and a waiver is told too', async () => {
    const { id } = await somebody()
    await at('2027-03-01T16:00:00Z')
    await cancel(id, [FIRST])
    expect(await told(id)).toEqual([])
    await decide(id, 'approved')
    const [late] = await told(id)
    expect(late!.kind).toBe('late-fee')
    expect(late!.text).toContain('You canceled')
    expect(late!.text).not.toMatch(/did not see you/)
    expect(await lines(id)).toEqual([['no-show', 10_000, FIRST]])
    await at('2027-03-05T16:00:00Z')
    await decide(id, 'waived', 'Was ill.')
    const [, dropped] = await told(id)
    expect(dropped!.kind).toBe('fee-dropped')
    expect(dropped!.text).toContain('Was ill.')
    expect((await lines(id)).map(([, cents]) => cents)).toEqual([10_000, -10_000])
  })

  test('two days decided together are one message; one objected to is a case again', async () => {
    const { id } = await somebody({ price: { rate: 'none', cents: 0 } })
    await at('2027-04-14T16:00:00Z')
    for (const day of [FIRST, SECOND]) await mark(act(), id, day, { state: 'absent' })
    await desk.followUp()
    await decide(id, 'approved')
    const [letter, ...others] = await told(id)
    expect(others).toEqual([])
    expect(letter!.kind).toBe('no-show')
    expect(letter!.text).toContain('Tuesday, March 2, 2027')
    expect(letter!.text).toContain('Tuesday, April 13, 2027')
    expect(letter!.text).toContain('$200')
    expect(await decide(id, 'disputed', 'Says they were there.')).toEqual({ ok: true })
    await at('2027-04-20T16:00:00Z')
    await decide(id, 'waived', 'The sheet was wrong.')
    expect((await told(id)).map(({ kind }) => kind)).toEqual(['no-show', 'fee-dropped'])
    expect((await lines(id)).reduce((sum, [, cents]) => sum + Number(cents), 0)).toBe(0)
  })

  test('a day we call off after a late cancellation closes its case by itself, and the person is told', async () => {
    const { id } = await somebody()
    await at('2027-03-01T16:00:00Z')
    await cancel(id, [FIRST])
    const days = [FIRST, SECOND].map((date) => ({
      date,
      startTime: '08:30',
      endTime: '15:30',
      canceled: date === FIRST,
    }))
    await changeSession(id, { days })
    expect(await feesOf(id)).toEqual([['waived', 'We canceled or moved this day.']])
    expect((await told(id)).map(({ kind }) => kind)).toEqual(['fee-dropped'])
    expect(await lines(id)).toEqual([])
  })

  test('the whole session called off after the fee was billed: it is taken back, and that is told', async () => {
    const { id } = await somebody()
    await at('2027-03-01T16:00:00Z')
    await cancel(id)
    await decide(id, 'approved')
    await changeSession(id, { status: 'canceled', cancelReason: 'Snow.' })
    expect((await feesOf(id)).map(([state]) => state)).toContain('waived')
    expect((await told(id)).map(({ kind }) => kind)).toEqual(['late-fee', 'fee-dropped'])
    expect((await lines(id)).reduce((sum, [, cents]) => sum + Number(cents), 0)).toBe(0)
  })

  test('somebody else took the seat: the fee that was promised away is not owed', async () => {
    const { id, session, seatKey } = await somebody()
    await at('2027-03-01T16:00:00Z')
    await cancel(id)
    expect((await feesOf(id)).map(([state]) => state)).toEqual(['proposed'])
    await seated(desk.payload, idOf(session), { seatKey, payer: PAYER }, { events: EVENTS, price: PRICE })
    await desk.followUp()
    expect(await feesOf(id)).toEqual([['waived', 'Somebody else took the seat.']])
    const [dropped] = await told(id)
    expect(dropped!.text).toContain('Somebody else took the seat.')
  })
})

describe('a day missed without a word', () => {
  test('costs the larger of its share of the price and the fee, never both', async () => {
    const { id } = await somebody({ price: { rate: 'non-member', cents: 12_000 } })
    await at('2027-03-02T15:00:00Z')
    await mark(act(), id, FIRST, { state: 'absent' })
    await desk.followUp()
    await decide(id, 'approved')
    expect(await lines(id)).toEqual([
      ['rate', 6_000, FIRST],
      ['no-show', 4_000, FIRST],
    ])
    expect((await told(id))[0]!.text).toContain('The fee is $100; $60 of it is in the price.')
  })

  test('costs no fee where the price is more', async () => {
    const { id } = await somebody()
    await at('2027-03-02T15:00:00Z')
    await mark(act(), id, FIRST, { state: 'absent' })
    await desk.followUp()
    expect(await feesOf(id)).toEqual([['none', '']])
    expect(await lines(id)).toEqual([['rate', 12_500, FIRST]])
  })
})

test('whoever had no seat did not cancel one', async () => {
  const { id } = await somebody()
  const session = await newSession(desk.payload, desk.course, [FIRST])
  const waiting = await seated(desk.payload, session, { status: 'waitlisted', seatKey: null })
  await cancel(waiting.id)
  expect((await letters(waiting.id)).map(({ kind }) => kind)).toEqual(['left'])
  expect((await letters(id)).map(({ kind }) => kind)).not.toContain('left')
})

describe('a cancellation that reached the desk earlier than it is typed', () => {
  const REGISTRAR = { kind: 'staff' as const, name: 'Registrar' }
  const told = async (id: string, moment: string, days: string[] = []) => {
    const noticeAt = Temporal.Instant.from(moment)
    const done = await cancelForPerson(desk.context, REGISTRAR, id, { days, reason: 'E-mailed at 10 PM.', noticeAt })
    await desk.followUp()
    return done
  }

  test('is judged by the moment the person told us, and the reason stands in the log', async () => {
    const { id } = await somebody()
    await at('2027-02-24T15:00:00Z')
    expect(await told(id, '2027-02-24T04:00:00Z')).toEqual({ ok: true })
    expect(await rowsOf(id)).toEqual([])
    expect((await reread(id)).canceledAt).toBe('2027-02-24T04:00:00.000Z')
    const log = await every(desk.context, 'events', { key: { equals: `registration:${id}:canceled` } })
    expect(log[0]).toMatchObject({ reason: 'E-mailed at 10 PM.' })
    expect(log[0]!.summary).toContain('told us on Tue, Feb 23, 2027, 10:00 PM CT')
    const [letter] = (await letters(id)).filter(({ kind }) => kind === 'canceled')
    expect(letter!.text).toContain('You owe nothing.')
  })

  test('after the day: the absence, its fee and the price of the day are taken back', async () => {
    const { id } = await somebody({ missedDay: 'both' })
    await at('2027-03-02T15:00:00Z')
    await mark(act(), id, FIRST, { state: 'absent' })
    await desk.followUp()
    await decide(id, 'approved')
    expect((await lines(id)).map(([kind]) => kind)).toEqual(['rate', 'no-show'])
    await at('2027-03-03T15:00:00Z')
    expect(await told(id, '2027-02-20T15:00:00Z', [FIRST])).toEqual({ ok: true })
    expect((await rowsOf(id)).map(({ state, isOnTime, feeState }) => [state, isOnTime, feeState])).toEqual([
      ['canceled', true, 'waived'],
    ])
    expect((await lines(id)).reduce((sum, [, cents]) => sum + Number(cents), 0)).toBe(0)
    expect((await reread(id)).status).toBe('confirmed')
  })

  test('too late, and written down after the day was billed: the price goes, and the line says why', async () => {
    const { id } = await somebody()
    await at('2027-03-02T15:00:00Z')
    await desk.followUp()
    await at('2027-03-03T15:00:00Z')
    expect(await told(id, '2027-03-01T15:00:00Z', [FIRST])).toEqual({ ok: true })
    const taken = await every(desk.context, 'charges', {
      and: [{ registration: { equals: id } }, { kind: { equals: 'reversal' } }],
    })
    expect(taken.map(({ cents, rule }) => [cents, rule])).toEqual([
      [-12_500, 'A day that was canceled too late costs the fee, and no price.'],
    ])
  })

  test.each([
    ['not in the future', '2027-03-10T15:00:00Z', 'notice-later'],
    ['not before they registered', '2027-01-01T15:00:00Z', 'notice-before'],
    ['not when the day had begun then too', '2027-03-02T20:00:00Z', 'unknown-days'],
  ])('%s', async (_, moment, refusal) => {
    const { id } = await somebody()
    await at('2027-03-03T15:00:00Z')
    expect(await told(id, moment, [FIRST])).toEqual({ ok: false, refusal })
  })

  test('nor for a day somebody was at', async () => {
    const { id } = await somebody()
    await at('2027-03-02T15:00:00Z')
    await mark(act(), id, FIRST, { state: 'present' })
    expect(await told(id, '2027-02-20T15:00:00Z', [FIRST])).toEqual({ ok: false, refusal: 'was-there' })
  })
})
