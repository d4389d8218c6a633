import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeUntil, isFreeAt, lateDays, withDeadlinesSaid } from '#collections/registrations/policy.ts'
import type { Canceler, Status } from '#collections/registrations/states.ts'
import { anAgreement } from '#test/support/builders.ts'

const at = (moment: string): Temporal.Instant => Temporal.Instant.from(moment)
const AGREED = '2026-10-09T04:59:59.999Z'
const agreed = anAgreement({ events: [{ days: ['2026-10-15'], freeUntil: AGREED }] })
const event = (until: string | null, days = ['2026-10-15']) => ({ days, freeUntil: until === null ? null : at(until) })

describe('until when it is free', () => {
  test.each([
    ['nothing changed', event(AGREED), AGREED],
    ['a stricter rule since does not count', event('2026-10-01T04:59:59.999Z'), AGREED],
    ['a kinder rule since does', event('2026-10-12T04:59:59.999Z'), '2026-10-12T04:59:59.999Z'],
    [
      'a session put off gives more time',
      event('2026-11-06T05:59:59.999Z', ['2026-10-15']),
      '2026-11-06T05:59:59.999Z',
    ],
    [
      'a day that was not there when it was agreed to',
      event('2026-11-01T04:59:59.999Z', ['2026-11-07']),
      '2026-11-01T04:59:59.999Z',
    ],
    ['a session moved to a day that is nearer', event('2026-09-24T04:59:59.999Z', ['2026-10-01']), AGREED],
    ['no fee any more', event(null), null],
  ])('%s', (_, current, expected) => {
    expect(freeUntil(current, agreed, [current])?.toString() ?? null).toBe(expected)
  })

  test('events that were joined since are free until the latest of what was agreed to about them', () => {
    const apart = anAgreement({
      events: [
        { days: ['2026-10-15'], freeUntil: AGREED },
        { days: ['2026-10-29'], freeUntil: '2026-10-23T04:59:59.999Z' },
        { days: ['2027-01-14'], freeUntil: '2027-01-08T05:59:59.999Z' },
      ],
    })
    const joined = event(AGREED, ['2026-10-15', '2026-10-22', '2026-10-29'])
    expect(freeUntil(joined, apart, [joined])?.toString()).toBe('2026-10-23T04:59:59.999Z')
    const moved = event('2026-10-20T04:59:59.999Z', ['2026-10-27'])
    expect(freeUntil(moved, apart, [moved])?.toString()).toBe('2026-10-23T04:59:59.999Z')
  })

  test.each([
    ['earlier, so that each is nearer to another’s', -10],
    ['earlier, to the day of the one before', -21],
    ['later, to the day of the one after', 21],
    ['later', 12],
  ])('a session moved %s keeps what was agreed about each event in its place', (_, by) => {
    const first = '2026-12-01'
    const moved = (after: number) => Temporal.PlainDate.from(first).add({ days: after }).toString()
    const until = ['2026-11-21T05:59:59.999Z', '2026-12-15T05:59:59.999Z']
    const before = anAgreement({
      events: [
        { days: [moved(0), moved(1)], freeUntil: until[0]! },
        { days: [moved(21)], freeUntil: until[1]! },
      ],
    })
    const now = [
      event('2026-11-01T05:59:59.999Z', [moved(by), moved(by + 1)]),
      event('2026-11-01T05:59:59.999Z', [moved(by + 21)]),
    ]
    for (const [at, one] of now.entries())
      expect(freeUntil(one, before, now)!.toString() >= until[at]!, `event ${at}`).toBe(true)
  })

  test('a deadline that was told while the session lay later holds when it moves back, but never beyond its beginning', () => {
    const [first, later, earlier] = ['2026-10-15', '2026-10-29', '2026-10-05']
    const begins = (day: string) => at(`${day}T13:30:00Z`)
    const on = (day: string, until: string) => ({ ...event(until, [day]), begins: begins(day) })
    const moved = [on(later, '2026-10-23T04:59:59.999Z')]
    const told = withDeadlinesSaid(agreed, moved)!
    const back = [on(first, AGREED)]
    expect(freeUntil(back[0]!, told, back)?.toString()).toBe('2026-10-15T13:30:00Z')
    const again = withDeadlinesSaid(told, [on(earlier, '2026-09-28T04:59:59.999Z')])!
    const last = [on('2026-12-01', '2026-10-01T04:59:59.999Z')]
    expect(freeUntil(last[0]!, again, last)?.toString()).toBe('2026-10-23T04:59:59.999Z')
    expect(withDeadlinesSaid(agreed, back)).toBeUndefined()
    expect(withDeadlinesSaid(told, moved)).toBeUndefined()
  })

  test('whatever the rule becomes, it is never worse than what was agreed to', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), (minutes) => {
        const changed = event(at(AGREED).add({ minutes }).toString())
        expect(Temporal.Instant.compare(freeUntil(changed, agreed, [changed])!, at(AGREED))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('the last millisecond is on time, the next is not', () => {
    expect(isFreeAt(at(AGREED), at(AGREED))).toBe(true)
    expect(isFreeAt(at(AGREED), at(AGREED).add({ milliseconds: 1 }))).toBe(false)
    expect(isFreeAt(null, at('2099-01-01T00:00:00Z'))).toBe(true)
  })
})

describe('days canceled too late', () => {
  const two = anAgreement({
    events: [
      { days: ['2026-12-01', '2026-12-02'], freeUntil: '2026-11-21T05:59:59.999Z' },
      { days: ['2027-01-19'], freeUntil: '2027-01-12T05:59:59.999Z' },
    ],
  })
  const events = two.events.map(({ days, freeUntil: until }) => ({ days, freeUntil: at(until!) }))
  const ended = (canceledAt: string, canceledBy: Canceler = 'person', canceledFrom: Status = 'confirmed') => ({
    agreed: two as unknown as Record<string, unknown>,
    canceledAt,
    canceledBy,
    canceledFrom,
  })
  const LATE = '2026-11-25T15:00:00Z'

  test.each([
    ['on time for everything', ended('2026-11-20T15:00:00Z'), []],
    ['late for the first event, on time for the second', ended(LATE), ['2026-12-01', '2026-12-02']],
    ['late for both', ended('2027-01-15T15:00:00Z'), ['2026-12-01', '2026-12-02', '2027-01-19']],
    ['by telephone', ended(LATE, 'staff'), ['2026-12-01', '2026-12-02']],
    ['by us', ended(LATE, 'host'), []],
    ['an offer that ran out', ended(LATE, 'offer', 'offered'), []],
    ['a purchase order that did not come', ended(LATE, 'order'), []],
    ['a prerequisite', ended(LATE, 'gate'), []],
    ['the program was left', ended(LATE, 'application'), []],
    ['from the waitlist', ended(LATE, 'person', 'waitlisted'), []],
    ['an offer declined', ended(LATE, 'person', 'offered'), []],
  ])('%s', (_, registration, days) => {
    expect(lateDays(registration, events)).toEqual(days)
  })
})
