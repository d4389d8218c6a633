import { describe, expect, test } from 'vitest'
import { certificateFor, isCorrected, type Row, type Run } from '#collections/awards/certificate.ts'
import {
  certificateLines,
  correctionTexts,
  dayText,
  givenLines,
  minutesText,
  statusText,
  topicTexts,
} from '#collections/awards/words.ts'
import type { DayState } from '#collections/attendance/states.ts'
import { aDay } from '#test/support/builders.ts'
import { aCertificate, anAwardView } from '#test/support/awards.ts'

const at = (text: string) => Temporal.Instant.from(text)
const [ONE, TWO] = ['2027-03-02', '2027-03-23'] as const
// 8:30 to 15:30 with 45 minutes of breaks: 375 minutes.
const day = (date: string, canceled = false) => ({ ...aDay, date, canceled })
const run = (given: Partial<Run> = {}): Run => ({
  id: 'session',
  status: 'scheduled',
  days: [day(ONE), day(TWO)],
  endsAt: '2027-03-23T20:30:00Z',
  ...given,
})
const row = (date: string, state: DayState, minutes = 0): Row => ({
  session: 'session',
  date,
  state,
  minutes,
})
const [OVER, BEFORE] = [at('2027-03-23T20:30:00Z'), at('2027-03-23T20:29:59Z')]
const full = [row(ONE, 'present', 375), row(TWO, 'present', 375)]
const standing = (attended: number) =>
  ({ attended, required: 6, of: 8, state: 'met', missed: 0, remaining: 0, missesLeft: 0 }) as const

describe('who gets a certificate', () => {
  test.each([
    ['both days', [run()], full, OVER, 750],
    ['a part of a day', [run()], [row(ONE, 'partly', 90), row(TWO, 'absent')], OVER, 90],
    ['one day, the other excused', [run()], [row(ONE, 'present', 375), row(TWO, 'excused')], OVER, 375],
    ['one day, the other canceled', [run()], [row(ONE, 'present', 375), row(TWO, 'canceled')], OVER, 375],
    ['a day we called off needs no record', [run({ days: [day(ONE), day(TWO, true)] })], [full[0]!], OVER, 375],
    ['a day called off counts for nothing', [run({ days: [day(ONE), day(TWO, true)] })], full, OVER, 375],
    ['recorded under two registrations', [run()], [...full, row(ONE, 'partly', 90)], OVER, 750],
    [
      'a canceled session of a program counts for nothing',
      [run(), run({ id: 'other', status: 'canceled', endsAt: '2028-01-01T00:00:00Z' })],
      full,
      OVER,
      750,
    ],
  ] as const)('%s', (_, runs, rows, now, minutes) => {
    expect(certificateFor(runs, rows, undefined, now)).toMatchObject({ state: 'certify', minutes })
  })

  test.each([
    ['before the last minute', [run()], full, BEFORE],
    ['a day nobody recorded', [run()], [full[0]!], OVER],
    ['another meeting still to come', [run(), run({ id: 'other', endsAt: '2027-04-01T00:00:00Z' })], full, OVER],
  ] as const)('has to wait: %s', (_, runs, rows, now) => {
    expect(certificateFor(runs, rows, undefined, now)).toEqual({ state: 'wait' })
  })

  test.each([
    ['absent on both', [row(ONE, 'absent'), row(TWO, 'absent')]],
    ['a colleague came', [row(ONE, 'substituted'), row(TWO, 'substituted')]],
    ['excused', [row(ONE, 'excused'), row(TWO, 'canceled')]],
  ])('none: %s', (_, rows) => {
    expect(certificateFor([run()], rows, undefined, OVER)).toEqual({ state: 'none', reason: 'not-attended' })
  })

  test('with a minimum only who met it', () => {
    expect(certificateFor([run()], full, standing(6), OVER)).toMatchObject({ state: 'certify' })
    expect(certificateFor([run()], full, standing(5), OVER)).toEqual({ state: 'none', reason: 'minimum-missed' })
  })

  test('once given, a record taken back counts as not attended', () => {
    expect(certificateFor([run()], [full[0]!], undefined, OVER, true)).toMatchObject({ minutes: 375 })
    expect(certificateFor([run()], [], undefined, OVER, true)).toEqual({ state: 'none', reason: 'not-attended' })
  })

  test('names each day with its minutes and those of the whole', () => {
    expect(certificateFor([run()], [row(TWO, 'partly', 200), full[0]!], undefined, OVER)).toMatchObject({
      days: [
        { date: ONE, minutes: 375, whole: 375 },
        { date: TWO, minutes: 200, whole: 375 },
      ],
    })
  })
})

describe('corrections', () => {
  const days = [{ date: ONE, minutes: 375, whole: 375 }]
  test.each([
    ['the same', { days, minutes: 375 }, false],
    ['other minutes', { days: [{ ...days[0]!, minutes: 90 }], minutes: 90 }, true],
    ['another day, the same sum', { days: [{ ...days[0]!, date: TWO }], minutes: 375 }, true],
  ])('%s', (_, now, expected) => {
    expect(isCorrected({ days, minutes: 375 }, now)).toBe(expected)
  })
})

describe('what a certificate says', () => {
  test('every fact by name, and units only where the agency awards them', () => {
    const facts = aCertificate()
    expect(certificateLines(facts)).toEqual([
      ['When', 'Tuesday, March 2, 2027 to Tuesday, March 23, 2027'],
      ['Instruction attended', '9.5 clock hours (575 minutes)'],
      ['Where', 'Learning Center'],
      ['Provider', 'An agency'],
      ['Contact', 'Registration desk, registration@example.org'],
    ])
    expect(certificateLines({ ...facts, printsUnits: true })).toContainEqual([
      'Continuing education units',
      '1.0 CEU (by the definition of IACET, 1 CEU is 10 contact hours)',
    ])
    expect(JSON.stringify(certificateLines(facts))).not.toContain('CEU')
    expect(certificateLines({ ...facts, minimum: { attended: 6, required: 6, of: 8 } })).toContainEqual([
      'Live sessions',
      '6 attended; 6 of 8 were needed',
    ])
  })

  test('minutes, days, topics and corrections in words', () => {
    const facts = aCertificate({ corrections: [{ at: '2027-04-01T15:00:00Z', minutes: 750 }] })
    expect([minutesText(20), minutesText(375), ...facts.days.map(dayText)]).toEqual([
      '20 minutes',
      '6 clock hours (375 minutes)',
      '375 minutes',
      '200 of 375 minutes',
    ])
    expect(topicTexts(facts)).toEqual(['Religion'])
    expect(correctionTexts(facts, 'America/Chicago')).toEqual([
      'Corrected on Thursday, April 1, 2027. Before, this certificate said 12.5 clock hours (750 minutes).',
    ])
  })

  test('how an award stands, with its days', () => {
    const until = at('2028-03-01T05:59:59Z')
    expect(statusText(anAwardView())).toBe('Valid')
    expect(statusText(anAwardView({ status: 'expired', expiresAt: until }))).toBe(
      'Expired: it was valid until Tuesday, February 29, 2028.',
    )
    const revoked = { at: at('2027-05-01T15:00:00Z'), reason: 'Not their own work.' }
    expect(statusText(anAwardView({ status: 'revoked', revoked }))).toBe(
      'Taken back on Saturday, May 1, 2027: Not their own work.',
    )
    expect(givenLines(anAwardView({ kind: 'credential', expiresAt: null }))).toEqual([
      ['Given on', 'Tuesday, March 23, 2027'],
      ['Valid until', 'No end date'],
    ])
  })
})
