import { expect } from 'vitest'
import type { Charge, Deposit, Invoice, Message, Registration } from '#collections/kernel/payload-types.ts'
import { beginOf, comingEvents, eventsOf, heldDays, type Day, type DayFact, type Model, type Place } from './model.ts'
import { calendarOf, deadlinesIn } from './letters.ts'
import { GAP_DAYS, type World } from './world.ts'

// What has to hold after every step, whatever the history.

const sum = (cents: readonly number[]): number => cents.reduce((all, one) => all + one, 0)

/** What is written about the sessions of some histories, the oldest first. */
type Written = {
  registrations: Registration[]
  charges: Charge[]
  deposits: Deposit[]
  invoices: Invoice[]
  messages: Message[]
}

const readAll = async (models: readonly Model[], world: World): Promise<Written> => {
  const session = { in: models.map((model) => model.session) }
  const [registrations, charges, deposits] = await Promise.all([
    world.rows('registrations', { session }),
    world.rows('charges', { session }),
    world.rows('deposits', { session }),
  ])
  const [invoices, messages] = await Promise.all([
    world.rows('invoices', { id: { in: charges.flatMap(({ invoice }) => (invoice as string) ?? []) } }),
    world.rows('messages', { registration: { in: registrations.map(({ id }) => id) } }),
  ])
  messages.sort((a, b) => (a.id < b.id ? -1 : 1))
  return { registrations, charges, deposits, invoices, messages }
}

/** What of it is about one of them. */
const ofOne = ({ session }: Model, { registrations, charges, deposits, invoices, messages }: Written): Written => {
  const mine = registrations.filter((row) => row.session === session)
  const ids = new Set<unknown>(mine.map(({ id }) => id))
  const booked = charges.filter((row) => row.session === session)
  const billed = new Set<unknown>(booked.map(({ invoice }) => invoice))
  return {
    registrations: mine,
    charges: booked,
    deposits: deposits.filter((row) => row.session === session),
    invoices: invoices.filter(({ id }) => billed.has(id)),
    messages: messages.filter(({ registration }) => ids.has(registration)),
  }
}

/** A seat is held by one; nobody has two; what is free is offered to whoever is next. */
const checkSeats = (model: Model, world: World, rows: readonly Registration[]): void => {
  // Whoever has days of somebody's seat takes none away.
  const isShared = ({ sharesSeatOf }: Registration): boolean => Boolean(sharesSeatOf)
  const holding = rows.filter((row) => (row.status === 'confirmed' || row.status === 'offered') && !isShared(row))
  const seats = holding.map(({ seatKey }) => seatKey)
  expect(new Set(seats).size, 'each seat is held by one').toBe(seats.length)
  expect(holding.length, 'no more seats than there are').toBeLessThanOrEqual(Math.max(model.capacity, model.mayExceed))
  const waiting = rows.filter(({ status }) => status === 'waitlisted')
  const isOpen = !model.isCalledOff && world.context.now.epochMilliseconds < firstBegin(model)
  if (isOpen && waiting.length > 0)
    expect(holding.length, 'nobody waits beside a free seat').toBeGreaterThanOrEqual(model.capacity)
}

const firstBegin = (model: Model): number => Math.min(...heldDays(model).map(beginOf))

/**
 * What the page offers is what a clerk would: which events are still to come, until when they are free, and what is owed now. Answers
 * with those moments, in milliseconds.
 */
const checkPage = async (model: Model, world: World, place: Place, registration: Registration): Promise<number[]> => {
  const read = await world.people().registrations.read(await world.tokenOf(registration))
  expect(read.ok).toBe(true)
  if (!read.ok) return []
  const { cancellation } = read.view
  const now = world.context.now.epochMilliseconds
  const expected = comingEvents(model, place, now, GAP_DAYS)
  expect(
    cancellation.coming.map(({ days }) => days),
    `what ${place.who} can cancel`,
  ).toEqual(expected)
  for (const event of cancellation.coming) {
    if (place.status === 'confirmed' && !place.isBound) {
      expect([event.freeUntil, event.fee], `${place.who} owes nothing by terms they have not accepted`).toEqual([
        null,
        0,
      ])
    } else if (place.status === 'confirmed') {
      // What was said of the event as a whole holds, also where a colleague has a day of it; what has begun is over.
      const whole = eventsOf(heldDays(model), GAP_DAYS).find((days) => days.includes(event.days[0]!))!
      const said = Math.max(...whole.map((day) => place.freeUntil.get(day) ?? 0))
      const until = Math.min(said, beginOf(whole[0]!))
      const real = event.freeUntil!.epochMilliseconds
      expect(real, `no deadline of ${place.who} moved against them`).toBeGreaterThanOrEqual(until)
      expect(real, `nor beyond all they were told`).toBeLessThanOrEqual(Math.max(...place.freeUntil.values()))
      const still = event.days.filter((day) => place.days.get(day)?.is !== 'gone').length
      expect(event.fee, `what it costs ${place.who}`).toBe(now <= real ? 0 : still * place.feePerDay)
      for (const day of event.days) place.freeUntil.set(day, Math.max(real, place.freeUntil.get(day) ?? 0))
    }
  }
  return cancellation.coming.flatMap(({ freeUntil }) => freeUntil?.epochMilliseconds ?? [])
}

/** Every line is reversed once at most and on one statement at most; totals are sums. */
const checkLedger = (model: Model, now: number, { charges, deposits, invoices }: Written): void => {
  const byId = new Map(charges.map((charge) => [charge.id, charge]))
  const reversals = charges.filter(({ kind }) => kind === 'reversal')
  expect(new Set(reversals.map(({ reverses }) => reverses)).size, 'a line is taken back once').toBe(reversals.length)
  for (const { reverses, cents } of reversals)
    expect(cents, 'to the cent').toBe(0 - byId.get(reverses as string)!.cents)
  for (const place of model.places)
    checkMoney(
      model,
      now,
      place,
      charges.filter(({ registration }) => registration === place.registration),
      deposits.find(({ registration }) => registration === place.registration),
    )
  for (const { number, lines, totalCents, paidCents, payments } of invoices) {
    expect(totalCents, `the total of ${number}`).toBe(sum((lines as { cents: number }[]).map(({ cents }) => cents)))
    expect(paidCents, `what is paid of ${number}`).toBe(
      sum((payments as { cents: number }[]).map(({ cents }) => cents)),
    )
  }
}

/** Given up too late, with nobody in their place. */
const isLate = ({ isReplaced }: Place, fact: DayFact): boolean => fact.is === 'gone' && fact.late && !isReplaced

/** What is booked for a place is what the notebook says. */
const checkMoney = (
  model: Model,
  now: number,
  place: Place,
  charges: readonly Charge[],
  check: Deposit | undefined,
): void => {
  const net = (kind: string): number => {
    const lines = charges.filter((charge) => charge.kind === kind)
    const back = charges.filter(({ reverses }) => lines.some(({ id }) => id === reverses))
    return sum([...lines, ...back].map(({ cents }) => cents))
  }
  const days = [...place.days].filter(([day]) => model.days.some((held) => held.day === day))
  const mine = days.filter(([, { is }]) => is !== 'called-off')
  const fees = (model.isCalledOff ? [] : mine).filter(
    ([day, fact]) => place.fees.get(day) === 'approved' && (fact.is === 'absent' || isLate(place, fact)),
  )
  const { price } = place
  const share = Math.ceil(price / place.agreedDays)
  // Whoever stays away pays the larger of the day's price and the fee; whoever cancels late the fee alone.
  const owed = fees.map(([, { is }]) => (is === 'gone' ? place.feePerDay : Math.max(0, place.feePerDay - share)))
  if (place.participation === 'guest') checkGuest(place, net('no-show'), sum(owed), check)
  else expect(net('no-show'), `the fees of ${place.who}`).toBe(sum(owed))
  const priceOf = (count: number) => Math.round((price * Math.min(count, place.agreedDays)) / place.agreedDays)
  const least = payable(place, begunDays(model, now)).length
  const most = Math.max(least, place.billed)
  const booked = model.isCalledOff ? [0, 0] : [priceOf(least), priceOf(most)]
  expect(net('rate'), `the price for ${place.who}`).toBeGreaterThanOrEqual(booked[0]!)
  expect(net('rate'), `the price for ${place.who}`).toBeLessThanOrEqual(booked[1]!)
  const isGivenUp = mine.every(([, fact]) => fact.is === 'gone' && !fact.late)
  if (isGivenUp) expect(sum(charges.map(({ cents }) => cents)), `${place.who} gave up everything in time`).toBe(0)
}

/**
 * Every cent of a guest's check is somewhere, and a fee is paid once: by a bill or by the check. While a check is in the drawer it
 * stands for fees that are not billed.
 */
const checkGuest = ({ who }: Place, billed: number, fees: number, check: Deposit | undefined): void => {
  const received = check?.receivedCents ?? 0
  const isCashed = ['deposited', 'refund-due', 'refunded'].includes(check?.state ?? '')
  const kept = isCashed ? (check!.depositedCents ?? 0) : 0
  const refunded = isCashed ? (check!.refundedCents ?? 0) : 0
  expect(kept + refunded, `more of the check of ${who} than came`).toBeLessThanOrEqual(received)
  if (check?.state === 'deposited' || check?.state === 'refunded')
    expect(kept + refunded, `the check of ${who}, to the cent`).toBe(received)
  expect(billed + kept, `${who} pays a fee once`).toBeLessThanOrEqual(fees)
  if (check?.state !== 'received') expect(billed + kept, `the fees of ${who}`).toBe(fees)
}

/** That nothing is owed, said of all there is: not of a while, of a case or of a part. */
const OWES_NOTHING = /\byou owe nothing(?! while| in that| for|, and)/i

/** What is said in letters is so: "you owe nothing", until when canceling is free, and nothing twice. */
const checkLetters = (
  model: Model,
  world: World,
  { messages, charges }: Pick<Written, 'messages' | 'charges'>,
  until: ReadonlyMap<Place, readonly number[]>,
): void => {
  for (const place of model.places) {
    const letters = messages.filter(({ registration }) => registration === place.registration)
    expect(new Set(letters.map(({ key }) => key)).size, 'each letter is one').toBe(letters.length)
    const canceled = letters.filter(({ kind, to }) => kind === 'canceled' && to === place.mailbox)
    const late = [...place.days.values()].some((fact) => fact.is === 'gone' && fact.late)
    // A fee that was announced, and is not owed any more, is told as well.
    const isDropped = !late && letters.some(({ kind }) => kind === 'fee-dropped')
    if (place.status === 'canceled' && canceled.length > 0)
      expect(
        canceled.at(-1)!.text.includes('You owe nothing') || isDropped,
        `the last letter to ${place.who}:\n${canceled.at(-1)!.text}`,
      ).toBe(!late)
    // What was written before others did something may be of before, too.
    const isNew = ({ createdAt }: Message): boolean => createdAt >= world.derivedAt()
    for (const { to, text, kind } of letters.filter(isNew)) {
      if (to !== place.mailbox) continue
      if (OWES_NOTHING.test(text)) {
        const booked = sum(
          charges.filter(({ registration }) => registration === place.registration).map(({ cents }) => cents),
        )
        const canCome = place.status === 'confirmed' && place.isBound
        expect({ booked, canCome }, `“you owe nothing” in “${kind}” to ${place.who}:\n${text}`).toEqual({
          booked: 0,
          canCome: false,
        })
      }
      if (kind === 'host-canceled') expect(text, `what is canceled by us`).toContain('You owe nothing.')
      if (kind !== 'colleague-asked' && place.isBound)
        expect(until.get(place)!.map(minuteOf), `a deadline in “${kind}” to ${place.who}:\n${text}`).toEqual(
          expect.arrayContaining(deadlinesIn(text).map(minuteOf)),
        )
    }
  }
}

const minuteOf = (ms: number): number => Math.floor(ms / 60_000)

/** Whoever put every file that was sent to them into a calendar, in order, has exactly the days they come on. */
const checkCalendars = (model: Model, world: World, messages: readonly Message[]): void => {
  const now = world.context.now.epochMilliseconds
  const isAhead = (day: string): boolean => beginOf(day) > now
  const daysIn = (mailbox: string): string[] =>
    calendarOf(messages.flatMap(({ to, calendar }) => (to === mailbox && calendar ? [calendar] : []))).filter(isAhead)
  for (const mailbox of model.former)
    expect(daysIn(mailbox), `the calendar of ${mailbox}, who handed it on`).toEqual([])
  for (const { who, mailbox, status, days, isBound } of model.places) {
    if (!isBound) continue
    const isOut = ['gone', 'handed', 'called-off']
    const own = status !== 'confirmed' || model.isCalledOff ? [] : heldDays(model)
    const expected = own.filter((day) => !isOut.includes(days.get(day)?.is ?? 'gone'))
    expect(daysIn(mailbox), `the calendar of ${who}`).toEqual(expected.filter(isAhead).toSorted())
  }
}

/** The product and the notebook of one history say two things. */
export class Disagreement extends Error {
  readonly model: Model
  constructor(model: Model, cause: unknown) {
    super(String((cause as Error).message ?? cause), { cause })
    this.model = model
  }
}

/** Does something in one history; what goes wrong is known to be of this one. */
export const inHistory = async (model: Model, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    throw new Disagreement(model, error)
  }
}

const checkOne = async (model: Model, world: World, written: Written): Promise<void> => {
  const rowOf = new Map(written.registrations.map((row) => [row.id, row]))
  checkSeats(model, world, written.registrations)
  const until = new Map<Place, readonly number[]>()
  for (const place of model.places)
    until.set(place, await checkPage(model, world, place, rowOf.get(place.registration)!))
  checkLedger(model, world.context.now.epochMilliseconds, written)
  checkLetters(model, world, written, until)
  checkCalendars(model, world, written.messages)
}

/** The days that are paid for: not given up, not handed on, and for whoever accepted nothing those they came on. */
const payable = ({ days, isBound, status }: Place, held: readonly Day[]): Day[] =>
  held.filter((day) => {
    const is = days.get(day)?.is
    if (!isBound) return is === 'there'
    return is === 'coming' ? status === 'confirmed' : is !== 'gone' && is !== 'handed'
  })

const begunDays = (model: Model, now: number): Day[] =>
  eventsOf(heldDays(model), GAP_DAYS)
    .filter(([first]) => beginOf(first!) <= now)
    .flat()

/**
 * Writes down for how many days there is a bill: those of events that have begun. What was billed while two days were one event, or before
 * one of them was called off, may stay for as many days as are still to be paid for.
 */
const noteBilled = (model: Model, now: number): void => {
  for (const place of model.places)
    place.billed = Math.min(
      Math.max(place.billed, payable(place, begunDays(model, now)).length),
      payable(place, heldDays(model)).length,
    )
}

/**
 * Seats come and go by themselves, whoever's time it was that passed: a clerk reads the list again, which is checked then, and sees who
 * sits where somebody else was to sit.
 */
export const readStatuses = async (models: readonly Model[], world: World): Promise<void> => {
  const rows = await world.rows('registrations', { session: { in: models.map(({ session }) => session) } })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const taken = new Set(rows.flatMap(({ status, seatKey }) => (status === 'confirmed' && seatKey ? [seatKey] : [])))
  for (const model of models) {
    for (const place of model.places) {
      const { status, formerSeatKey } = byId.get(place.registration)!
      place.status = status
      if (status === 'canceled' && formerSeatKey && taken.has(formerSeatKey)) place.isReplaced = true
    }
    noteBilled(model, world.context.now.epochMilliseconds)
  }
}

/**
 * Compares what the product has written and says with the notebooks of some histories.
 * @throws Disagreement
 */
export const checkAll = async (models: readonly Model[], world: World): Promise<void> => {
  const all = await readAll(models, world)
  for (const model of models) await inHistory(model, () => checkOne(model, world, ofOne(model, all)))
}
