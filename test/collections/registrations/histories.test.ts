import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeFor } from '#collections/attendance/policy.ts'
import type { Session } from '#collections/kernel/payload-types.ts'
import { cancellation, planOf } from '#collections/registrations/cancellation.ts'
import { agreementOf, withDeadlinesSaid } from '#collections/registrations/policy.ts'
import { daysPaidFor, priceChange, type Booked } from '#collections/registrations/price.ts'
import { sessionFacts, sessionView } from '#collections/sessions/view.ts'
import { aDay, anAgreement, aSession } from '#test/support/builders.ts'
import {
  beginOf,
  deadlinesOf,
  eventsOf,
  heldDays,
  plusDays,
  type Day,
  type DayFact,
  type Held,
} from '#test/support/histories/model.ts'

// One seat in a session that moves, loses days, and is given up by day, by rules that change: a thousand histories of the pure
// rules, each beside the notebook. What is read, written, sent and booked around them is played in test/database/histories.test.ts.

const [FEE, PRICE, GAP] = [10_000, 25_000, 7]
const START = Temporal.Instant.from('2027-01-04T16:00:00Z')

type Row = { date: Day; state: 'canceled' | 'absent' | 'present'; isOnTime: boolean; feeState: 'none'; at: string }

/** The product's side: the session, the registration and what is booked. The notebook's: what a clerk would say of each day. */
type History = {
  now: Temporal.Instant
  count: number
  days: Held[]
  agreed: ReturnType<typeof anAgreement>
  rows: Row[]
  isCanceled: boolean
  canceledAt: string | null
  lines: Booked[]
  until: Map<Day, number>
  /** The latest deadline of all that were ever said. */
  latest: number
  facts: Map<Day, DayFact>
}
type Op = { toString: () => string; run: (history: History) => void }

const daysOf = ({ days }: Pick<History, 'days'>) =>
  days.map(({ day, isCalledOff }) => ({ ...aDay, date: day, canceled: isCalledOff }))

const sessionOf = (history: Pick<History, 'days'>) =>
  sessionFacts({
    ...aSession({ days: daysOf(history) }),
    id: 's',
    updatedAt: START.toString(),
  } as Session)

/** Worked out once for the same days and rule: the many histories meet the same again and again. */
const events = new Map<string, ReturnType<typeof eventsOfSession>>()
const eventsNow = (history: Pick<History, 'days' | 'count' | 'now'>) => {
  const key = `${history.count} ${daysOf(history)
    .map(({ date, canceled }) => `${date}${canceled}`)
    .join(' ')}`
  const known = events.get(key) ?? eventsOfSession(history)
  events.set(key, known)
  return known
}

const eventsOfSession = (history: Pick<History, 'days' | 'count' | 'now'>) => {
  const deadline = { count: history.count, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' } as const
  const numbers = { deadline, feePerDay: FEE, splitGapDays: GAP } as never
  const rules = { holidays: [], cancellation: numbers, zone: 'America/Chicago' }
  return sessionView(sessionOf(history), rules, history.now).events
}

const registrationOf = ({ agreed, isCanceled, canceledAt }: History) =>
  ({
    status: isCanceled ? 'canceled' : 'confirmed',
    agreed,
    acceptance: 'online',
    canceledAt,
    sharesSeatOf: null,
  }) as const

const shown = (history: History) =>
  cancellation(registrationOf(history), sessionOf(history), eventsNow(history), history.rows, history.now)

const begin = (shape: readonly number[]): History => {
  const days = shape.map((after) => ({ day: plusDays('2027-02-15', after), isCalledOff: false }))
  const history = { now: START, count: 5, days, rows: [], isCanceled: false, canceledAt: null, lines: [] }
  const first = eventsNow(history).map((one) => ({ days: one.days, freeUntil: one.freeUntil?.toString() ?? null }))
  const agreed = anAgreement({ events: first, feePerDay: FEE, price: { rate: 'non-member', cents: PRICE } })
  return {
    ...history,
    agreed,
    until: new Map(),
    latest: 0,
    facts: new Map(days.map(({ day }) => [day, { is: 'coming' }])),
  }
}

const op = (name: string, run: (history: History) => void): Op => ({ toString: () => name, run })

const move = (by: number): Op =>
  op(`it moves by ${by} days`, (history) => {
    const isAhead = (days: readonly Held[]) => beginOf(days[0]!.day) > history.now.epochMilliseconds
    const moved = history.days.map((one) => ({ ...one, day: plusDays(one.day, by) }))
    if (!isAhead(history.days) || !isAhead(moved)) return
    const under = <Value>(map: Map<Day, Value>) => new Map([...map].map(([day, value]) => [plusDays(day, by), value]))
    history.days = moved
    history.until = under(history.until)
    // Whoever came too late was not asked about the new day.
    history.facts = new Map(
      [...under(history.facts)].map(([day, fact]) => [day, fact.is === 'gone' ? { is: 'gone', late: false } : fact]),
    )
    history.rows = history.rows.map((row) => ({ ...row, date: plusDays(row.date, by), isOnTime: true }))
  })

const callOff = (at: number): Op =>
  op(`day ${at} is called off`, (history) => {
    const held = history.days.filter(({ isCalledOff }) => !isCalledOff)
    const one = held[at % held.length]!
    if (held.length === 1 || beginOf(one.day) <= history.now.epochMilliseconds) return
    history.days = history.days.map((day) => (day === one ? { ...one, isCalledOff: true } : day))
    history.facts.set(one.day, { is: 'called-off' })
  })

const cancel = (at: number): Op =>
  op(`event ${at} is canceled`, (history) => {
    const { coming } = shown(history)
    const chosen = coming[at % Math.max(1, coming.length)]
    if (!chosen) return
    const planned = planOf(shown(history), [chosen.days[0]!])
    expect(planned.ok).toBe(true)
    if (!planned.ok) return
    const now = history.now.epochMilliseconds
    for (const { days, isFree } of planned.plan.given)
      for (const date of days) {
        const late = now > (history.until.get(date) ?? Infinity)
        expect(isFree, `${date} is free`).toBe(!late)
        if (history.facts.get(date)?.is !== 'coming') continue
        history.facts.set(date, { is: 'gone', late })
        history.rows.push({ date, state: 'canceled', isOnTime: isFree, feeState: 'none', at: history.now.toString() })
      }
    if (planned.plan.isWhole) Object.assign(history, { isCanceled: true, canceledAt: history.now.toString() })
  })

const waits = (hours: number): Op =>
  op(`${hours} hours pass`, (history) => {
    history.now = history.now.add({ hours })
    for (const { day, isCalledOff } of history.days) {
      const isDue = !isCalledOff && !history.isCanceled && beginOf(day) + 86_400_000 < history.now.epochMilliseconds
      if (!isDue || history.facts.get(day)?.is !== 'coming') continue
      const is = hours % 2 === 0 ? 'absent' : 'there'
      history.facts.set(day, { is })
      const state = is === 'there' ? 'present' : 'absent'
      history.rows.push({ date: day, state, isOnTime: true, feeState: 'none', at: history.now.toString() })
    }
  })

const rule = (count: number): Op => op(`the rule becomes ${count} days`, (history) => void (history.count = count))

/** What follows from where things stand, as the follow-ups write it, and the same in the notebook. */
const derive = (history: History): void => {
  if (!history.isCanceled) history.agreed = withDeadlinesSaid(history.agreed, eventsNow(history)) ?? history.agreed
  for (const { days, until } of deadlinesOf(heldDays(history), history.count, GAP))
    for (const day of days) history.until.set(day, Math.max(until, history.until.get(day) ?? 0))
  for (const days of eventsOf(heldDays(history), GAP)) {
    const latest = Math.max(...days.map((day) => history.until.get(day) ?? 0))
    for (const day of days) history.until.set(day, latest)
  }
  history.latest = Math.max(history.latest, ...history.until.values())
  const all = eventsNow(history).map(({ days }) => days)
  const begun = all.filter(([first]) => beginOf(first!) <= history.now.epochMilliseconds)
  const paidFor = daysPaidFor(all.flat(), history.rows, { status: history.isCanceled ? 'canceled' : 'confirmed' })
  const { takeBack, book } = priceChange(history.agreed, PRICE, { begun, paidFor }, history.lines)
  history.lines = [
    ...history.lines.map((line): Booked => (takeBack.includes(line.id) ? { ...line, state: 'taken-back' } : line)),
    ...book.map(({ day, cents }, at): Booked => ({
      id: `${history.lines.length + at}`,
      day,
      cents,
      state: 'standing',
    })),
  ]
}

const compare = (history: History): void => {
  const now = history.now.epochMilliseconds
  const { facts, until } = history
  const together = eventsOf(heldDays(history), GAP)
  const coming = history.isCanceled
    ? []
    : together.filter((days) => beginOf(days[0]!) > now && !days.every((day) => facts.get(day)?.is === 'gone'))
  const page = shown(history)
  expect(page.coming.map(({ days }) => days)).toEqual(coming)
  for (const event of page.coming) {
    const said = Math.min(until.get(event.days[0]!)!, beginOf(event.days[0]!))
    // Kinder than it has to be where a day became what another was; never later than anything that was ever said.
    const real = event.freeUntil!.epochMilliseconds
    expect(real, 'no deadline moved against anybody').toBeGreaterThanOrEqual(said)
    expect(real, 'nor beyond all that was said').toBeLessThanOrEqual(history.latest)
    const left = event.days.filter((day) => facts.get(day)?.is !== 'gone').length
    expect(event.fee, 'what it costs').toBe(now <= real ? 0 : left * FEE)
    for (const day of event.days) until.set(day, Math.max(real, until.get(day)!))
  }
  const begun = together.filter(([first]) => beginOf(first!) <= now).flat()
  const paidFor = begun.filter((day) => {
    const is = facts.get(day)?.is
    return is === 'coming' ? !history.isCanceled : is !== 'gone'
  })
  const agreedDays = agreementOf(history as never).events.flatMap(({ days }) => days).length
  const booked = history.lines.reduce((sum, { cents, state }) => sum + (state === 'taken-back' ? 0 : cents), 0)
  expect(booked, 'the price').toBe(Math.round((PRICE * Math.min(paidFor.length, agreedDays)) / agreedDays))
  const share = Math.ceil(PRICE / agreedDays)
  const registration = { ...registrationOf(history), canceledFrom: 'confirmed', canceledBy: 'person' } as never
  for (const row of history.rows) {
    const fact = facts.get(row.date)!
    const fee = feeFor(row, registration, daysOf(history), false)?.cents ?? 0
    const owed = fact.is === 'gone' && fact.late ? FEE : fact.is === 'absent' ? Math.max(0, FEE - share) : 0
    expect(fee, `the fee for ${row.date}`).toBe(owed)
  }
}

const OPS: fc.Arbitrary<Op> = fc.oneof(
  fc.integer({ min: -14, max: 21 }).map(move),
  fc.nat({ max: 2 }).map(callOff),
  fc.nat({ max: 2 }).map(cancel),
  fc.nat({ max: 2 }).map(cancel),
  fc.constantFrom(3, 5, 8).map(rule),
  fc.constantFrom(1, 23, 24, 167, 240, 499).map(waits),
  fc.constantFrom(1, 23, 24, 167, 240, 499).map(waits),
)

test('of a thousand histories, each says of every step what the notebook does: dates, deadlines, fees and prices', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<number[]>([0], [0, 1], [0, 28], [0, 7, 14], [0, 1, 21]),
      fc.noBias(fc.array(OPS, { minLength: 4, maxLength: 16 })),
      (shape, ops) => {
        const history = begin(shape)
        derive(history)
        for (const one of ops) {
          one.run(history)
          derive(history)
          compare(history)
        }
      },
    ),
    { numRuns: 1000, seed: 20_270_104 },
  )
})
