import fc from 'fast-check'
import { expect } from 'vitest'
import type { Registration } from '#collections/kernel/payload-types.ts'
import {
  beginOf,
  comingEvents,
  deadlinesOf,
  endHourOf,
  heldDays,
  plusDays,
  type Day,
  type Model,
  type Place,
} from './model.ts'
import { AGREED, type Participation, type World } from './world.ts'

// What people and staff do in a history. Each knows when it can be done, does it with the product, and writes down in the notebook
// what a clerk would; whoever plays the history compares the two then.

export type Step = fc.AsyncCommand<Model, World>

const revisionOf = async (world: World, id: string): Promise<Registration> =>
  world.payload.findByID({ collection: 'registrations', id, depth: 0, overrideAccess: true })

/** A command by its name and a function that says what it does now; `undefined`: nothing, there is no occasion. */
const step = (
  name: string,
  occasion: (model: Model) => ((model: Model, world: World) => Promise<void>) | undefined,
): Step => ({
  toString: () => name,
  check: (model) => occasion(model) !== undefined,
  run: (model, world) => occasion(model)!(model, world),
})

const nth = <One>(list: readonly One[], at: number): One | undefined => list[at % Math.max(1, list.length)]
const nowOf = ({ clock }: World): number => clock.now.epochMilliseconds

/** Keeps, for every place, the kinder of the deadline it had and the one the session gives now. */
const kinder = (model: Model): void => {
  for (const { days, until } of deadlinesOf(heldDays(model), AGREED.businessDays, AGREED.gapDays))
    for (const place of model.places)
      for (const day of days) place.freeUntil.set(day, Math.max(until, place.freeUntil.get(day) ?? 0))
}

const register = (participation: Participation): Step =>
  step(`somebody (${participation}) registers`, (model) =>
    model.places.length >= 6
      ? undefined
      : async (_, world) => {
          const isOpen = !model.isCalledOff && nowOf(world) < Math.min(...heldDays(model).map(beginOf))
          const who = world.somebody()
          const done = await world.register(model.session, who, participation)
          // A guest's check may not be able to come in time any more; that is for the rules of checks.
          const isRefusedGuest = participation === 'guest' && !done.ok && 'participation' in done.errors
          if (isRefusedGuest) return
          expect(done, who).toMatchObject({ ok: isOpen })
          if (!done.ok) return
          const email = `${who.toLowerCase().replaceAll(' ', '-')}@example.org`
          const [row] = await world.rows('registrations', { email: { equals: email } })
          model.places.push({
            who,
            participation,
            registration: row!.id,
            status: row!.status,
            freeUntil: new Map(),
            days: new Map(
              model.days.map(({ day, isCalledOff }) => [day, { is: isCalledOff ? 'called-off' : 'coming' }]),
            ),
            fees: new Map(),
            agreedDays: heldDays(model).length,
          })
          kinder(model)
        },
  )

/** Gives up one event, or all that is still to come. */
const cancel = (by: 'person' | 'staff', at: number, which: number | 'all'): Step =>
  step(`place ${at} is canceled by ${by}, ${which === 'all' ? 'all' : `event ${which}`}`, (model) => {
    const place = nth(model.places, at)
    return place && (async (_, world) => cancelPlace(model, world, place, by, which))
  })

const cancelPlace = async (
  model: Model,
  world: World,
  place: Place,
  by: 'person' | 'staff',
  which: number | 'all',
): Promise<void> => {
  const now = nowOf(world)
  const coming = comingEvents(model, place, now, AGREED.gapDays)
  const chosen =
    which === 'all' || place.status !== 'confirmed' ? coming : [nth(coming, which)].filter((one) => one !== undefined)
  const asked = which === 'all' || coming.length === 0 ? {} : { days: chosen.map(([first]) => first!) }
  const registration = await revisionOf(world, place.registration)
  const { revision } = registration
  const done =
    by === 'staff'
      ? await world
          .staff()
          .registrations.cancel(place.registration, { ...asked, revision, reason: 'Asked by telephone.' })
      : await world.people().registrations.cancel(await world.tokenOf(registration), { ...asked, revision, reason: '' })
  expect({ done: done.ok, place: place.who, coming }).toEqual({ done: coming.length > 0, place: place.who, coming })
  if (!done.ok) return
  if (place.status !== 'confirmed') return
  for (const days of chosen)
    for (const day of days)
      if (place.days.get(day)?.is === 'coming')
        place.days.set(day, { is: 'gone', late: now > (place.freeUntil.get(day) ?? Infinity) })
}

const answer = (at: number, given: 'accept' | 'decline'): Step =>
  step(`the offer to place ${at} is answered: ${given}`, (model) => {
    const place = nth(
      model.places.filter(({ status }) => status === 'offered'),
      at,
    )
    return (
      place &&
      (async (_, world) => {
        const token = await world.tokenOf(await revisionOf(world, place.registration))
        await world.people().registrations.answerOffer(token, { answer: given })
      })
    )
  })

/** Moments at which something ends or begins, the ones before and after included; hours are hours. */
const MOMENTS = [
  'an hour',
  'a day',
  'before a deadline',
  'after a deadline',
  'a day begins',
  'a day is over',
  'next month',
] as const

/** Says until when; the clock is everybody's, and goes on once all have done what they do at this moment. */
const wait = (until: (typeof MOMENTS)[number]): Step =>
  step(`time passes: ${until}`, () => async (model, world) => {
    const now = nowOf(world)
    const next = (moments: number[]): number => Math.min(...moments.filter((one) => one > now))
    const deadlines = model.places.flatMap(({ freeUntil }) => [...freeUntil.values()])
    const days = model.days.map(({ day }) => day)
    const month = world.context.now
      .toZonedDateTimeISO('America/Chicago')
      .toPlainDate()
      .with({ day: 1 })
      .add({ months: 1 })
    const then = {
      'an hour': now + 3_600_000,
      'a day': now + 86_400_000,
      'before a deadline': next(deadlines),
      'after a deadline': next(deadlines.map((one) => one + 1)),
      'a day begins': next(days.map(beginOf)),
      'a day is over': next(days.map(endHourOf)),
      'next month': month.toZonedDateTime({ timeZone: 'America/Chicago', plainTime: '10:00' }).epochMilliseconds,
    }[until]
    if (Number.isFinite(then)) world.clock.waitsUntil = Temporal.Instant.fromEpochMilliseconds(then)
  })

/** The sheet of a day is entered: who stayed away is marked, everybody else was there. */
const attend = (which: number, absent: number): Step =>
  step(`the sheet of day ${which} is entered, ${absent} stayed away`, (model) => {
    const held = nth(
      model.days.filter(({ isCalledOff }) => !isCalledOff),
      which,
    )
    return (
      held &&
      (async (_, world) => {
        if (nowOf(world) < endHourOf(held.day) || model.isCalledOff) return
        const open = model.places.filter(
          ({ status, days }) => status === 'confirmed' && days.get(held.day)?.is === 'coming',
        )
        for (const [at, place] of open.entries()) {
          const is = at < absent ? 'absent' : 'there'
          const entry = { state: is === 'there' ? 'present' : 'absent' } as const
          const done = await world.staff().attendance.mark(place.registration, held.day, entry)
          expect(done).toMatchObject({ ok: true })
          place.days.set(held.day, { is })
        }
      })
    )
  })

const decide = (at: number, decision: 'approved' | 'waived' | 'disputed'): Step =>
  step(`fee ${at} is ${decision}`, (model) =>
    model.places.length === 0
      ? undefined
      : async (_, world) => {
          const rows = await world.rows('attendance', {
            and: [{ session: { equals: model.session } }, { feeState: { in: ['proposed', 'disputed', 'approved'] } }],
          })
          const row = nth(rows, at)
          if (!row) return
          const done = await world.staff().attendance.decideFees([row.id], decision, 'As looked at.')
          const place = model.places.find(({ registration }) => registration === row.registration)
          if (done.ok) place!.fees.set(row.date, decision === 'disputed' ? 'open' : decision)
        },
  )

const callOff = (which: number | 'all'): Step =>
  step(which === 'all' ? 'the session is called off' : `day ${which} is called off`, (model) =>
    model.isCalledOff
      ? undefined
      : async (_, world) => {
          const held = model.days.filter(({ isCalledOff }) => !isCalledOff)
          const one = which === 'all' ? undefined : nth(held, which)
          if (nowOf(world) > Math.max(...model.days.map(({ day }) => endHourOf(day)))) return
          if (which === 'all' || held.length === 1) {
            await world.changeSession(model.session, { status: 'canceled', cancelReason: 'Snow.' })
            model.isCalledOff = true
          } else if (one) {
            if (nowOf(world) > beginOf(one.day)) return
            const { days } = await world.payload.findByID({
              collection: 'sessions',
              id: model.session,
              depth: 0,
              overrideAccess: true,
            })
            await world.changeSession(model.session, {
              days: days.map((row) => (row.date === one.day ? { ...row, canceled: true } : row)),
            })
            one.isCalledOff = true
          }
          const gone = model.isCalledOff ? model.days.filter(({ day }) => beginOf(day) > nowOf(world)) : [one!]
          for (const place of model.places) for (const { day } of gone) place.days.set(day, { is: 'called-off' })
          kinder(model)
        },
  )

const capacity = (seats: number): Step =>
  step(`the room takes ${seats}`, () => async (model, world) => {
    const holding = model.places.filter(({ status }) => status === 'confirmed' || status === 'offered').length
    await world.changeSession(model.session, { capacity: seats })
    model.capacity = seats
    model.mayExceed = Math.max(model.mayExceed, holding)
  })

/** Every day some days later. */
const move = (days: number): Step =>
  step(`the session moves by ${days} days`, (model) =>
    model.isCalledOff || model.days.some(({ isCalledOff }) => isCalledOff)
      ? undefined
      : async (_, world) => {
          if (nowOf(world) >= beginOf(model.days[0]!.day)) return
          const moved = new Map(model.days.map(({ day }) => [day, plusDays(day, days)]))
          const session = await world.payload.findByID({
            collection: 'sessions',
            id: model.session,
            depth: 0,
            overrideAccess: true,
          })
          const rows = session.days.map((row) => ({ ...row, date: moved.get(row.date)! }))
          await world.changeSession(model.session, { days: rows })
          for (const place of model.places) rename(place, moved)
          model.days = model.days.map((held) => ({ ...held, day: moved.get(held.day)! }))
          kinder(model)
        },
  )

const rename = (place: Place, moved: ReadonlyMap<Day, Day>): void => {
  const under = <Value>(map: Map<Day, Value>): Map<Day, Value> =>
    new Map([...map].map(([day, value]) => [moved.get(day) ?? day, value]))
  place.freeUntil = under(place.freeUntil)
  // Nobody asked whoever came too late whether they could come on the new day.
  place.days = new Map(
    [...under(place.days)].map(([day, fact]) => [day, fact.is === 'gone' ? { is: 'gone', late: false } : fact]),
  )
  place.fees = new Map()
}

const statements = (): Step =>
  step('statements are made', () => async (_, world) => {
    for (const month of world.staff().invoices.billableMonths()) await world.staff().invoices.make(month)
  })

/** A check comes from a guest: what was asked for, less, or more and that is right. */
const checkComes = (at: number, amount: 'whole' | 'short' | 'over'): Step =>
  step(`check ${at} comes, ${amount}`, (model) =>
    model.places.every(({ participation }) => participation !== 'guest')
      ? undefined
      : async (_, world) => {
          const due = await world.rows('deposits', {
            and: [{ session: { equals: model.session } }, { state: { equals: 'due' } }],
          })
          const check = nth(due, at)
          if (!check) return
          const cents = check.dueCents + { whole: 0, short: -2_500, over: 5_000 }[amount]
          const day = world.staff().today
          const done = await world.staff().deposits.receive(check.id, { number: '101', cents, day, confirmed: cents })
          expect(done, 'a check is taken in').toMatchObject({ ok: true })
        },
  )

/** The desk does with a check what the list says. */
const checkGoes = (at: number): Step =>
  step(`what is to be done with check ${at} is done`, (model) =>
    model.places.every(({ participation }) => participation !== 'guest')
      ? undefined
      : async (_, world) => {
          const { deposits, today: day } = world.staff()
          const mine = (await world.rows('deposits', { session: { equals: model.session } })).map(({ id }) => id)
          const line = nth(
            (await deposits.list()).open.filter(({ id }) => mine.includes(id)),
            at,
          )
          if (!line) return
          const { id, task } = line
          const reason = 'As the list says.'
          const done =
            task.do === 'return'
              ? await deposits.giveBack(id, { day, reason })
              : task.do === 'deposit'
                ? await deposits.deposit(id, { cents: task.cents, day, reason })
                : task.do === 'refund'
                  ? await deposits.refund(id, { day, reference: 'check 7' })
                  : undefined
          if (done) expect(done, task.do).toMatchObject({ ok: true })
        },
  )

/** The payer of a place refuses: the person is billed. */
const refuse = (at: number): Step =>
  step(`the payer of place ${at} refuses`, (model) => {
    const place = nth(
      model.places.filter(({ participation }) => participation === 'member'),
      at,
    )
    return (
      place &&
      (async (_, world) => {
        await world.staff().charges.refusePayment(place.registration, 'Not our employee any more.')
      })
    )
  })

/** Money comes for a statement: all of it, or half. */
const pay = (at: number, part: 1 | 2): Step =>
  step(`statement ${at} is paid, 1/${part}`, () => async (model, world) => {
    const charges = await world.rows('charges', { session: { equals: model.session } })
    const billed = charges.flatMap(({ invoice }) => (invoice as string) ?? [])
    const invoice = nth(await world.rows('invoices', { id: { in: billed } }), at)
    const left = invoice ? invoice.totalCents - invoice.paidCents : 0
    if (!invoice || left <= 0) return
    const { number, revision } = invoice
    const cents = Math.ceil(left / part)
    const given = { method: 'check', reference: '77', cents, day: world.staff().today, revision } as const
    expect(await world.staff().invoices.recordPayment(number, given), 'a payment').toMatchObject({ ok: true })
  })

const small = fc.nat({ max: 3 })

/** Everything that can happen, in the proportions of a year at a desk. */
export const STEPS: fc.Arbitrary<Step>[] = [
  fc.constantFrom<Participation>('member', 'self', 'guest').map(register),
  fc.constantFrom<Participation>('member', 'self', 'guest').map(register),
  fc
    .tuple(fc.constantFrom('person' as const, 'staff' as const), small, fc.oneof(small, fc.constant('all' as const)))
    .map((given) => cancel(...given)),
  fc.tuple(small, fc.constantFrom('accept' as const, 'decline' as const)).map((given) => answer(...given)),
  fc.constantFrom(...MOMENTS).map(wait),
  fc.constantFrom(...MOMENTS).map(wait),
  fc.tuple(small, small).map((given) => attend(...given)),
  fc
    .tuple(small, fc.constantFrom('approved' as const, 'waived' as const, 'disputed' as const))
    .map((given) => decide(...given)),
  fc.oneof(small, fc.constant('all' as const)).map(callOff),
  fc.integer({ min: 1, max: 4 }).map(capacity),
  fc
    .integer({ min: -14, max: 21 })
    .filter((days) => days !== 0)
    .map(move),
  fc.constant(undefined).map(statements),
  fc
    .tuple(small, fc.constantFrom('whole' as const, 'short' as const, 'over' as const))
    .map((given) => checkComes(...given)),
  small.map(checkGoes),
  small.map(refuse),
  fc.tuple(small, fc.constantFrom(1 as const, 2 as const)).map((given) => pay(...given)),
]

/** Sessions as they are: one day, two in a row, two or three weeks apart, weekly. */
export const SHAPES: readonly (readonly number[])[] = [[0], [0, 1], [0, 28], [0, 7, 14], [0, 1, 21]]
