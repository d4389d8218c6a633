import { describe, expect, test } from 'vitest'
import { acceptanceOf, acceptUntil, hasAccepted } from '#collections/registrations/acceptance.ts'
import { cancellation } from '#collections/registrations/cancellation.ts'
import { colleagueAgreement, colleagueUntil, daysToHandOn, isWholeSeat } from '#collections/registrations/handing-on.ts'
import { lateDays } from '#collections/registrations/policy.ts'
import { daysPaidFor } from '#collections/registrations/price.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { anAgreement } from '#test/support/builders.ts'

const [ONE, TWO, THREE] = ['2027-03-02', '2027-03-23', '2027-04-13'] as const
const zone = 'America/Chicago'
const at = (moment: string) => Temporal.Instant.from(moment)
const office = { holidays: [], zone }
const FREE = '2027-02-24T05:59:59.999Z'
const session = {
  status: 'scheduled',
  timeZone: zone,
  startsAt: at('2027-03-02T14:30:00Z'),
  days: [ONE, TWO, THREE].map((date) => ({ date, startTime: '08:30', isCanceled: false })),
}
const events = [ONE, TWO, THREE].map((day, i) => ({
  days: [day],
  freeUntil: at([FREE, '2027-03-17T04:59:59.999Z', '2027-04-07T04:59:59.999Z'][i]!),
}))
const agreed = anAgreement({
  substitution: true,
  price: { rate: 'member', cents: 10_000 },
  events: events.map(({ days, freeUntil }) => ({ days, freeUntil: freeUntil.toString() })),
})
const holder = {
  status: 'confirmed',
  agreed: { ...agreed },
  participation: 'member',
  source: 'web',
  payer: { kind: 'organization', name: 'Alder Lake Schools', reason: 'Works for a member district.' },
} as unknown as Registration
const row = (date: string, state: 'present' | 'canceled' | 'substituted') => ({ date, state })

describe('who accepted what', () => {
  test.each<[string, Partial<Registration>, string, string | null]>([
    ['the own form, before it was written down', {}, 'online', agreed.at],
    ['the desk, before it was written down', { source: 'staff' }, 'unknown', null],
    ['a colleague, before it was written down', { formerly: [{ name: 'Ann' }] }, 'unknown', null],
    ['with the place in a program', { application: 'a', source: 'staff' }, 'place', agreed.at],
    ['paper', { acceptance: 'paper', acceptedAt: '2027-01-04T18:00:00Z' }, 'paper', '2027-01-04T18:00:00Z'],
    ['asked for', { acceptance: 'asked', source: 'staff' }, 'asked', null],
  ])('%s', (_, given, how, moment) => {
    const view = acceptanceOf({ ...holder, ...given })
    expect([view.how, view.at?.toString() ?? null]).toEqual([how, moment && at(moment).toString()])
  })

  test('five business days to accept, never beyond the start', () => {
    const asked = at('2027-02-01T16:00:00Z')
    expect(acceptUntil(asked, office, session.startsAt).toString()).toBe('2027-02-09T05:59:59.999Z')
    expect(acceptUntil(at('2027-02-26T16:00:00Z'), office, session.startsAt)).toEqual(session.startsAt)
  })

  test('whoever has not accepted owes nothing by the terms', () => {
    const asked = { ...holder, acceptance: 'asked' } as Registration
    const late = at('2027-02-26T16:00:00Z')
    const seen = cancellation(asked, session, events, [], late)
    expect(seen.events.map(({ isFree, fee, freeUntil }) => [isFree, fee, freeUntil])).toEqual(
      Array.from({ length: 3 }, () => [true, 0, null]),
    )
    const ended = { canceledAt: late.toString(), canceledBy: 'person', canceledFrom: 'confirmed' } as const
    expect(lateDays({ ...asked, ...ended }, events)).toEqual([])
    expect(lateDays({ ...holder, ...ended }, events)).toEqual([ONE])
    const rows = [row(ONE, 'present')]
    expect(daysPaidFor([ONE, TWO], rows, { status: 'confirmed', isBound: hasAccepted(asked) })).toEqual([ONE])
  })
})

describe('what can be handed on', () => {
  const now = at('2027-02-01T16:00:00Z')
  test.each<[string, Partial<Registration>, ReturnType<typeof row>[], Temporal.Instant, string[]]>([
    ['all days of a seat', {}, [], now, [ONE, TWO, THREE]],
    ['until the minute the day begins', {}, [], at('2027-03-02T14:29:59Z'), [ONE, TWO, THREE]],
    ['not in that minute, but the others', {}, [], at('2027-03-02T14:30:00Z'), [TWO, THREE]],
    ['no day that is known of', {}, [row(ONE, 'canceled'), row(TWO, 'substituted')], now, [THREE]],
    ['nothing of a guest', { participation: 'guest' }, [], now, []],
    ['nothing of whoever waits', { status: 'waitlisted' }, [], now, []],
    ['nothing before the terms are accepted', { acceptance: 'asked' }, [], now, []],
    ['nothing where the terms do not say so', { agreed: { ...agreed, substitution: false } }, [], now, []],
  ])('%s', (_, given, rows, moment, days) => {
    expect(daysToHandOn({ ...holder, ...given }, session, rows, moment)).toEqual(days)
  })

  test('the seat itself changes hands with all days, of which nothing is known yet', () => {
    expect(isWholeSeat([ONE, TWO, THREE], session, [])).toBe(true)
    expect(isWholeSeat([ONE, TWO], session, [])).toBe(false)
    expect(isWholeSeat([TWO, THREE], session, [row(ONE, 'present')])).toBe(false)
  })

  test('the answer is due in five business days, and a day before canceling costs something', () => {
    const begins = session.startsAt
    expect(colleagueUntil(now, office, begins, at(FREE)).toString()).toBe('2027-02-09T05:59:59.999Z')
    const close = at('2027-02-20T16:00:00Z')
    expect(colleagueUntil(close, office, begins, at(FREE)).toString()).toBe('2027-02-23T05:59:59.999Z')
    // Too close for that, or over: until the day begins.
    expect(colleagueUntil(at('2027-02-28T16:00:00Z'), office, begins, at(FREE))).toEqual(begins)
  })

  test('both together pay what one would have, to the cent', () => {
    const handed = { name: 'Col', session, events, rows: [] }
    const one = colleagueAgreement(holder, { ...handed, days: [TWO] }, now)
    // Two of three thirds of $100 are $66.67, so the third is $33.33.
    expect([one.price.cents, one.events]).toEqual([3333, [{ days: [TWO], freeUntil: '2027-03-17T04:59:59.999Z' }]])
    const next = colleagueAgreement(holder, { ...handed, days: [THREE], rows: [row(TWO, 'substituted')] }, now)
    expect([next.price.cents, next.terms]).toEqual([3334, agreed.terms])
    expect(colleagueAgreement(holder, { ...handed, days: [ONE, TWO, THREE] }, now).price.cents).toBe(10_000)
  })

  test('bills that came to the person go to the colleague, any other payer stays', () => {
    const handed = { name: 'Col', days: [ONE], session, events, rows: [] }
    const self = { ...holder, payer: { kind: 'person', name: 'Ann', reason: 'Pays personally.' } } as Registration
    expect(colleagueAgreement(self, handed, now).payer).toMatchObject({ kind: 'person', name: 'Col' })
    expect(colleagueAgreement(holder, handed, now).payer.name).toBe('Alder Lake Schools')
  })

  test('whoever hands a day on and gives up the rest keeps the seat the colleague comes on', () => {
    const rows = [row(ONE, 'substituted')]
    const seen = cancellation(holder, session, events, rows, now)
    expect(seen.events.map(({ state }) => state)).toEqual(['handed-on', 'coming', 'coming'])
    expect(cancellation({ ...holder, sharesSeatOf: 'x' }, session, events, rows, now).events[0]!.state).toBe('canceled')
  })
})
