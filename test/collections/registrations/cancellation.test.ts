import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cancellation,
  planOf,
  type CancelableEvent,
  type Cancellation,
} from '#collections/registrations/cancellation.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { anAgreement } from '#test/support/builders.ts'
import { at, CHICAGO } from '#test/support/views.ts'

describe('what can be canceled', () => {
  const FREE = '2027-02-24T05:59:59.999Z'
  const DAYS = ['2027-03-02', '2027-03-03'] as const
  const session = {
    status: 'scheduled',
    startsAt: at('2027-03-02T14:30:00Z'),
    timeZone: CHICAGO,
    days: [...DAYS, '2027-03-23'].map((date) => ({ date, startTime: '08:30' })),
  }
  const agreed = anAgreement({ events: [{ days: [...DAYS], freeUntil: FREE }] }) as unknown as Registration['agreed']
  const holder = { status: 'confirmed' as Registration['status'], agreed }
  const together = [{ days: [...DAYS], freeUntil: at(FREE) }]
  const [first] = DAYS
  const alone = [{ days: [first], freeUntil: at(FREE) }]
  const apart = [...alone, { days: ['2027-03-23'], freeUntil: at('2027-03-17T04:59:59.999Z') }]
  const MORNING = '2027-03-02T13:00:00Z'
  const EVENING = '2027-03-03T01:00:00Z'
  const canceled = (date: string) => ({ date, state: 'canceled' })

  type Case = [
    string,
    string,
    Partial<Parameters<typeof Object.assign>[0]>,
    (string | number | boolean)[],
    string | null,
  ]
  const CASES: Case[] = [
    ['the last free moment', FREE, {}, ['coming', true, 0], null],
    ['the moment after it', '2027-02-24T06:00:00Z', {}, ['coming', false, 20_000], null],
    ['the morning of the session', MORNING, { events: alone }, ['coming', false, 10_000], null],
    ['the moment it begins', '2027-03-02T14:30:00Z', { events: alone }, ['over', false, 10_000], 'already-started'],
    ['the evening of day one of two', EVENING, {}, ['over', false, 20_000], 'already-started'],
    [
      'a session we called off',
      '2027-02-01T00:00:00Z',
      { isCalledOff: true },
      ['host-canceled', true, 0],
      'called-off',
    ],
    ['a place on the waitlist, late', MORNING, { status: 'waitlisted' }, ['coming', true, 0], null],
    ['a registration that is over', MORNING, { status: 'canceled' }, ['coming', true, 0], 'already-canceled'],
    ['an event canceled before', MORNING, { rows: DAYS.map(canceled) }, ['canceled', false, 0], 'already-started'],
    ['half of an event canceled', MORNING, { rows: [canceled(first)] }, ['coming', false, 10_000], null],
  ]
  test.each(CASES)('%s', (_, now, given, [state, isFree, fee], refusal) => {
    const {
      status = 'confirmed',
      events = together,
      rows = [],
      isCalledOff = false,
    } = given as {
      status?: Registration['status']
      events?: typeof together
      rows?: { date: string; state: string }[]
      isCalledOff?: boolean
    }
    const held = isCalledOff ? { ...session, status: 'canceled' } : session
    const found = cancellation({ ...holder, status }, held, events, rows, at(now))
    expect(found.events[0]).toMatchObject({ state, isFree, fee })
    expect(found.refusal).toBe(refusal)
    expect(found.coming).toHaveLength(refusal ? 0 : 1)
  })

  test.each([
    ['of a seat', 'confirmed', true],
    ['of a place on the waitlist', 'waitlisted', false],
  ] as const)('events can be chosen %s: %s', (_, status, isByEvent) => {
    expect(cancellation({ ...holder, status }, session, apart, [], at(MORNING)).isByEvent).toBe(isByEvent)
  })

  test('who waits leaves as a whole, whatever days are named and have begun', () => {
    const waiting = cancellation({ ...holder, status: 'waitlisted' }, session, apart, [], at(EVENING))
    expect(planOf(waiting, ['2027-03-23'])).toMatchObject({ ok: true, plan: { fee: 0, isWhole: true, kept: [] } })
  })
})

const anEvent = (day: string, more: Partial<CancelableEvent> = {}): CancelableEvent => ({
  days: [day],
  freeUntil: at('2026-10-09T04:59:59Z'),
  isFree: true,
  fee: 0,
  state: 'coming',
  ...more,
})

const of = (events: CancelableEvent[]): Cancellation => {
  const coming = events.filter(({ state }) => state === 'coming')
  return {
    events,
    coming,
    refusal: coming.length > 0 ? null : 'already-started',
    hasSeat: true,
    isByEvent: coming.length > 1,
  }
}

const OCTOBER = anEvent('2026-10-15', { isFree: false, fee: 10_000 })
const NOVEMBER = anEvent('2026-11-12')
const GONE = anEvent('2026-09-10', { state: 'canceled' })
const OVER = anEvent('2026-09-10', { state: 'over' })

describe('a cancellation', () => {
  test.each([
    ['everything, when nothing is named', undefined, [GONE, OCTOBER, NOVEMBER], { fee: 10_000, isWhole: true }],
    ['one event of two', ['2026-11-12'], [GONE, OCTOBER, NOVEMBER], { fee: 0, isWhole: false }],
    ['every event, named', ['2026-11-12', '2026-10-15'], [OCTOBER, NOVEMBER], { fee: 10_000, isWhole: true }],
    ['all that is left, and not of what was attended', undefined, [OVER, OCTOBER, NOVEMBER], { isWhole: false }],
  ])('is of %s', (_, days, events, plan) => {
    expect(planOf(of(events), days)).toMatchObject({ ok: true, plan })
  })

  test.each([
    ['a day that is over', [OVER, OCTOBER], ['2026-09-10']],
    ['a day of another session', [OCTOBER], ['2027-01-01']],
    ['a canceled day', [anEvent('2026-10-15', { state: 'canceled' }), NOVEMBER], ['2026-10-15']],
    ['a second day of an event', [anEvent('2026-10-15', { days: ['2026-10-15', '2026-10-16'] })], ['2026-10-16']],
    ['nothing that is left', [OVER], undefined, 'already-started'],
  ])('is not of %s', (_, events, days, refusal = 'unknown-days') => {
    expect(planOf(of(events), days)).toEqual({ ok: false, refusal })
  })

  test('gives up and keeps each coming event exactly once, and costs what it gives up', () => {
    const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 })
    const events = months.map((all) =>
      all.map((month) => anEvent(`2027-${String(month).padStart(2, '0')}-07`, { fee: month * 100 })),
    )
    const choice = events.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all, { minLength: 1 })))
    fc.assert(
      fc.property(choice, ([all, chosen]) => {
        const planned = planOf(
          of(all),
          chosen.map(({ days }) => days[0]!),
        )
        if (!planned.ok) throw new Error(planned.refusal)
        const { plan } = planned
        expect(new Set([...plan.given, ...plan.kept])).toEqual(new Set(all))
        expect(new Set(plan.given)).toEqual(new Set(chosen))
        expect(plan.given.length + plan.kept.length).toBe(all.length)
        expect(plan.fee).toBe(chosen.reduce((sum, { fee }) => sum + fee, 0))
        expect(plan.isWhole).toBe(plan.kept.length === 0)
      }),
    )
  })
})
