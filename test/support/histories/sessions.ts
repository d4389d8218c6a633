import { expect } from 'vitest'
import { beginOf, endHourOf, plusDays, type Day, type DayFact, type Place } from './model.ts'
import { kinder, nowOf, nth, step, type Step } from './step.ts'

// What becomes of a session, of the rules, and of time.

/** Moments at which something ends or begins, the ones before and after included; hours are hours. */
export const MOMENTS = [
  'an hour',
  'a day',
  'before a deadline',
  'after a deadline',
  'a day begins',
  'a day is over',
  'next month',
] as const

/** Says until when; the clock is everybody's, and goes on once all have done what they do at this moment. */
export const wait = (until: (typeof MOMENTS)[number]): Step =>
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
    if (Number.isFinite(then)) model.waitsUntil = Temporal.Instant.fromEpochMilliseconds(then)
  })

export const callOff = (which: number | 'all'): Step =>
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
          kinder(model, world)
        },
  )

export const capacity = (seats: number): Step =>
  step(`the room takes ${seats}`, () => async (model, world) => {
    const holding = model.places.filter(({ status }) => status === 'confirmed' || status === 'offered').length
    await world.changeSession(model.session, { capacity: seats })
    model.capacity = seats
    model.mayExceed = Math.max(model.mayExceed, holding)
  })

/** Every day, or one of them, some days later. What has begun stays, and nothing is set to a moment that has passed. */
export const move = (by: number, which: number | 'all'): Step =>
  step(`${which === 'all' ? 'the session' : `day ${which}`} moves by ${by} days`, (model) =>
    model.isCalledOff || model.places.length === 0 || model.days.some(({ isCalledOff }) => isCalledOff)
      ? undefined
      : async (_, world) => {
          const chosen = which === 'all' ? model.days : [nth(model.days, which)!]
          const moved = new Map(chosen.map(({ day }) => [day, plusDays(day, by)]))
          const after = model.days.map(({ day }) => moved.get(day) ?? day)
          if (after.some((day, at) => at > 0 && day <= after[at - 1]!)) return
          const isAhead = (day: Day): boolean => nowOf(world) < beginOf(day)
          const isPossible = [...moved].every((days) => days.every(isAhead))
          const session = await world.payload.findByID({
            collection: 'sessions',
            id: model.session,
            depth: 0,
            overrideAccess: true,
          })
          const rows = session.days.map((row) => ({ ...row, date: moved.get(row.date) ?? row.date }))
          const refusal = await world.changeSession(model.session, { days: rows }).then(
            () => '',
            ({ message }: Error) => message,
          )
          expect(refusal, 'a move').toEqual(isPossible ? '' : expect.stringContaining('people are registered'))
          if (!isPossible) return
          for (const place of model.places) rename(place, moved)
          model.days = model.days.map((held) => ({ ...held, day: moved.get(held.day) ?? held.day }))
          kinder(model, world)
        },
  )

const rename = (place: Place, moved: ReadonlyMap<Day, Day>): void => {
  const under = <Value>(map: Map<Day, Value>): Map<Day, Value> =>
    new Map([...map].map(([day, value]) => [moved.get(day) ?? day, value]))
  place.freeUntil = under(place.freeUntil)
  // Nobody asked whoever came too late whether they could come on the new day.
  const asked = (day: Day, fact: DayFact): DayFact =>
    fact.is === 'gone' && moved.has(day) ? { is: 'gone', late: false } : fact
  place.days = under(new Map([...place.days].map(([day, fact]) => [day, asked(day, fact)])))
  place.fees = new Map([...place.fees].filter(([day]) => !moved.has(day)))
  if (place.asked?.day) place.asked.day = moved.get(place.asked.day) ?? place.asked.day
}

/** The policy asks for another number of business days, and another fee; whoever agreed before keeps the kinder of both deadlines. */
export const changeRule = (businessDays: number, feePerDay: number): Step =>
  step(`the rule becomes ${businessDays} business days and ${feePerDay / 100} dollars`, () => async (model, world) => {
    model.later = async () => {
      await world.changeRule({ businessDays, feePerDay })
      for (const one of world.models) kinder(one, world)
    }
  })

/** The course costs something else from now on. */
export const changePrice = (memberRate: number, nonMemberRate: number): Step =>
  step(`the price becomes ${memberRate / 100} and ${nonMemberRate / 100} dollars`, () => async (model, world) => {
    model.later = () => world.changePrice({ memberRate, nonMemberRate })
  })
