import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ManagedEvent, MyView } from '#collections/registrations/service/view.ts'
import { planOf } from '#site/src/lib/registrations/manage.ts'
import { sortRegistrations } from '#site/src/lib/registrations/mailbox.ts'
import { aCourse, aDay, aLine, at } from '#test/support/views.ts'

const anEvent = (day: string, more: Partial<ManagedEvent> = {}): ManagedEvent => ({
  days: [day],
  freeUntil: at('2026-10-09T04:59:59Z'),
  isFree: true,
  fee: 0,
  state: 'coming',
  ...more,
})

const OCTOBER = anEvent('2026-10-15', { isFree: false, fee: 10_000 })
const NOVEMBER = anEvent('2026-11-12')
const OVER = anEvent('2026-09-10', { state: 'over' })

describe('a cancellation', () => {
  test.each([
    ['everything, when nothing is named', undefined, { fee: 10_000, isWhole: true }],
    ['one event of two', ['2026-11-12'], { fee: 0, isWhole: false }],
    ['every event, named', ['2026-11-12', '2026-10-15'], { fee: 10_000, isWhole: true }],
  ])('is of %s', (_, days, expected) => {
    expect(planOf({ events: [OVER, OCTOBER, NOVEMBER] }, days)).toMatchObject(expected)
  })

  test.each([
    ['a day that is over', [OVER, OCTOBER], ['2026-09-10']],
    ['a day of another session', [OCTOBER], ['2027-01-01']],
    ['a canceled day', [anEvent('2026-10-15', { state: 'canceled' }), NOVEMBER], ['2026-10-15']],
    ['a second day of an event', [anEvent('2026-10-15', { days: ['2026-10-15', '2026-10-16'] })], ['2026-10-16']],
    ['nothing that is left', [OVER], undefined],
  ])('is not of %s', (_, events, days) => {
    expect(planOf({ events }, days)).toBeUndefined()
  })

  test('gives up and keeps each coming event exactly once, and costs what it gives up', () => {
    const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 })
    const events = months.map((all) =>
      all.map((month) => anEvent(`2027-${String(month).padStart(2, '0')}-07`, { fee: month * 100 })),
    )
    const choice = events.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all, { minLength: 1 })))
    fc.assert(
      fc.property(choice, ([all, chosen]) => {
        const plan = planOf(
          { events: all },
          chosen.map(({ days }) => days[0]!),
        )!
        expect(new Set([...plan.given, ...plan.kept])).toEqual(new Set(all))
        expect(new Set(plan.given)).toEqual(new Set(chosen))
        expect(plan.given.length + plan.kept.length).toBe(all.length)
        expect(plan.fee).toBe(chosen.reduce((sum, { fee }) => sum + fee, 0))
        expect(plan.isWhole).toBe(plan.kept.length === 0)
      }),
    )
  })
})

test('a mailbox lists what comes next first, and what is over or canceled last', () => {
  const now = at('2026-10-15T18:00:00Z')
  const entry = (token: string, day: string, status: 'confirmed' | 'canceled' = 'confirmed') => ({
    token,
    status,
    course: aCourse(),
    session: aLine({ days: [aDay(day)] }, now),
  })
  const all: MyView['registrations'] = [
    entry('later', '2026-12-01'),
    entry('past', '2026-10-14'),
    entry('canceled', '2026-12-02', 'canceled'),
    entry('long ago', '2026-03-01'),
    entry('today', '2026-10-15'),
  ]
  const { next, earlier } = sortRegistrations(all, now)
  expect(next.map(({ token }) => token)).toEqual(['today', 'later'])
  expect(earlier.map(({ token }) => token)).toEqual(['canceled', 'past', 'long ago'])
})
