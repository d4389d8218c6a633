import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ALERTS,
  alertOf,
  meetingsOf,
  MINIMUM_STATE_LABELS,
  MINIMUM_STATES,
  standingOf,
  type Meeting,
  type MinimumRule,
} from '#collections/attendance/minimum.ts'
import { attendedText, loweredText, minimumText, neededText } from '#collections/attendance/sentences.ts'
import type { DayState } from '#collections/attendance/states.ts'
import { addDays } from '#collections/values/day.ts'
import { aDay } from '#test/support/builders.ts'

/** '+' attended, '-' missed, 'm' missed and made up, 'x' canceled, '.' to come; the eight Thursdays of 2024. */
const thursdays = (marks: string): Meeting[] =>
  [...marks].map((mark, week) => ({
    date: addDays('2024-02-01', week * 7),
    isCanceled: mark === 'x',
    attended: mark === '+' ? true : mark === '-' || mark === 'm' ? false : null,
    isMadeUp: mark === 'm',
  }))

const rule: MinimumRule = { minimum: 6, onCanceled: 'lowers-meetings', makeUps: 0 }
const both: MinimumRule = { ...rule, onCanceled: 'lowers-both' }
const oneMakeUp: MinimumRule = { ...rule, makeUps: 1 }

describe('6 of 8', () => {
  // Marks, rule, then: state, required of meetings, attended, missed, remaining, misses left.
  test.each([
    ['before the first', '........', rule, ['safe', 6, 8, 0, 0, 8, 2]],
    ['after one', '+.......', rule, ['safe', 6, 8, 1, 0, 7, 2]],
    ['the day of the first miss', '-.......', rule, ['one-miss-left', 6, 8, 0, 1, 7, 1]],
    ['the day of the second miss', '-+-.....', rule, ['no-miss-left', 6, 8, 1, 2, 5, 0]],
    ['the day of the third miss', '-+-+-...', rule, ['impossible', 6, 8, 2, 3, 3, 0]],
    ['three misses in a row', '---.....', rule, ['impossible', 6, 8, 0, 3, 5, 0]],
    ['the third miss on the last day', '+++++---', rule, ['impossible', 6, 8, 5, 3, 0, 0]],
    ['five attended, none missed', '+++++...', rule, ['safe', 6, 8, 5, 0, 3, 2]],
    ['the sixth attended', '++++++..', rule, ['met', 6, 8, 6, 0, 2, 2]],
    ['met, and missed since', '++++++--', rule, ['met', 6, 8, 6, 2, 0, 0]],
    ['all eight', '++++++++', rule, ['met', 6, 8, 8, 0, 0, 0]],
    ['met on the last day', '-+++-+++', rule, ['met', 6, 8, 6, 2, 0, 0]],
    ['a day nobody recorded is not a miss', '+.++++..', rule, ['safe', 6, 8, 5, 0, 3, 2]],
    ['one canceled, minimum stays', 'x.......', rule, ['one-miss-left', 6, 7, 0, 0, 7, 1]],
    ['two canceled, minimum stays', 'xx......', rule, ['no-miss-left', 6, 6, 0, 0, 6, 0]],
    ['three canceled, minimum stays: impossible for all', 'xxx.....', rule, ['impossible', 6, 5, 0, 0, 5, 0]],
    ['one canceled, minimum lowered', 'x.......', both, ['safe', 5, 7, 0, 0, 7, 2]],
    ['three canceled, minimum lowered', 'xxx.....', both, ['safe', 3, 5, 0, 0, 5, 2]],
    ['a miss, then one canceled', '-.......', both, ['one-miss-left', 6, 8, 0, 1, 7, 1]],
    ['canceled after two misses, minimum stays', '--x.....', rule, ['impossible', 6, 7, 0, 2, 5, 0]],
    ['canceled after two misses, minimum lowered', '--x.....', both, ['no-miss-left', 5, 7, 0, 2, 5, 0]],
    ['canceling makes it met', '+++++..x', both, ['met', 5, 7, 5, 0, 2, 2]],
    ['all canceled, minimum lowered', 'xxxxxxxx', both, ['met', 0, 0, 0, 0, 0, 0]],
    ['a third miss that can be made up', '---.....', oneMakeUp, ['no-miss-left', 6, 8, 0, 3, 5, 0]],
    ['a third miss that was made up', 'm--.....', oneMakeUp, ['no-miss-left', 6, 8, 1, 2, 5, 0]],
    ['a fourth miss is one too many', 'm---....', oneMakeUp, ['impossible', 6, 8, 1, 3, 4, 0]],
    ['a first miss, with a make-up left', '-.......', oneMakeUp, ['on-track', 6, 8, 0, 1, 7, 2]],
    ['only so many make-ups count', 'mmm.....', oneMakeUp, ['no-miss-left', 6, 8, 1, 2, 5, 0]],
    ['met by a make-up', '+++++m--', oneMakeUp, ['met', 6, 8, 6, 2, 0, 0]],
    ['open until it is made up', '+++++---', oneMakeUp, ['no-miss-left', 6, 8, 5, 3, 0, 0]],
    ['a make-up where none count', 'm--.....', rule, ['impossible', 6, 8, 0, 3, 5, 0]],
    ['no minimum', '--------', { ...rule, minimum: 0 }, ['met', 0, 8, 0, 8, 0, 0]],
    ['all eight are needed', '........', { ...rule, minimum: 8 }, ['no-miss-left', 8, 8, 0, 0, 8, 0]],
    ['more than there are', '........', { ...rule, minimum: 9 }, ['impossible', 9, 8, 0, 0, 8, 0]],
  ] as const)('%s: %s', (_, marks, given, expected) => {
    const { state, required, of, attended, missed, remaining, missesLeft } = standingOf(thursdays(marks), given)
    expect([state, required, of, attended, missed, remaining, missesLeft]).toEqual(expected)
  })

  test('canceled counts for nothing even where somebody was marked', () => {
    const [first, ...rest] = thursdays('+.......')
    expect(standingOf([{ ...first!, isCanceled: true }, ...rest], rule)).toMatchObject({ attended: 0, of: 7 })
  })

  test('every state has a label, and an alert is a state', () => {
    expect(Object.keys(MINIMUM_STATE_LABELS)).toEqual([...MINIMUM_STATES])
    expect(MINIMUM_STATES).toEqual(expect.arrayContaining([...ALERTS]))
  })

  test.each([
    [-1, 0],
    [1.5, 0],
    [6, -1],
    [6, Number.NaN],
  ])('a minimum of %s with %s make-ups is refused', (minimum, makeUps) => {
    expect(() => standingOf([], { ...rule, minimum, makeUps })).toThrow(RangeError)
  })
})

describe('laws', () => {
  const marks = fc.string({ unit: fc.constantFrom('+', '-', 'm', 'x', '.'), maxLength: 12 })
  const rules = fc.record({
    minimum: fc.nat({ max: 12 }),
    onCanceled: fc.constantFrom('lowers-meetings' as const, 'lowers-both' as const),
    makeUps: fc.nat({ max: 3 }),
  })
  const worst = (state: string) => (state === 'impossible' ? 2 : state === 'met' ? 0 : 1)

  test('everything adds up', () => {
    fc.assert(
      fc.property(marks, rules, (given, rule) => {
        const { of, attended, missed, remaining, missesLeft } = standingOf(thursdays(given), rule)
        expect(attended + missed + remaining).toBe(of)
        expect(missesLeft).toBeLessThanOrEqual(remaining)
      }),
    )
  })

  test('missing as many as may be missed leaves it possible, and one more does not', () => {
    const miss = (given: string, count: number) =>
      [...given].reduce<[string, number]>(
        ([done, left], mark) => (mark === '.' && left > 0 ? [`${done}-`, left - 1] : [done + mark, left]),
        ['', count],
      )[0]
    fc.assert(
      fc.property(marks, rules, (given, rule) => {
        const { state, missesLeft, remaining } = standingOf(thursdays(given), rule)
        fc.pre(state !== 'impossible')
        expect(standingOf(thursdays(miss(given, missesLeft)), rule).state).not.toBe('impossible')
        if (missesLeft < remaining)
          expect(standingOf(thursdays(miss(given, missesLeft + 1)), rule).state).toBe('impossible')
      }),
    )
  })

  test('being there never makes it worse, and being absent never better', () => {
    fc.assert(
      fc.property(marks, marks, rules, (before, after, rule) => {
        const at = (mark: string) => worst(standingOf(thursdays(`${before}${mark}${after}`), rule).state)
        expect(at('+')).toBeLessThanOrEqual(at('.'))
        expect(at('.')).toBeLessThanOrEqual(at('-'))
      }),
    )
  })

  test('what is met stays met, and what is impossible stays impossible, whatever comes', () => {
    fc.assert(
      fc.property(marks, fc.infiniteStream(fc.constantFrom('+', '-')), rules, (given, coming, rule) => {
        const { state } = standingOf(thursdays(given), rule)
        const later = given.replace(/\./g, () => coming.next().value!)
        if (state === 'met' || state === 'impossible') expect(standingOf(thursdays(later), rule).state).toBe(state)
      }),
    )
  })

  test('where the rule lowers both, canceling a meeting never costs anybody anything', () => {
    fc.assert(
      fc.property(marks, marks, rules, (before, after, rule) => {
        const lowering = { ...rule, onCanceled: 'lowers-both' as const }
        const at = (mark: string) => worst(standingOf(thursdays(`${before}${mark}${after}`), lowering).state)
        expect(at('x')).toBeLessThanOrEqual(at('.'))
      }),
    )
  })
})

describe('alerts', () => {
  const days = (marks: string) => thursdays(marks)
  const nth = (week: number) => addDays('2024-02-01', week * 7)

  // Marks, rule, then the state and the meeting it began with, counted from 0.
  test.each([
    ['nothing missed', '++......', rule, undefined],
    ['the first miss', '-.......', rule, undefined],
    ['the second miss, on its day', '-+-.....', rule, ['no-miss-left', 2]],
    ['still so after another attended', '-+-+....', rule, ['no-miss-left', 2]],
    ['the third miss, on its day', '-+-+-...', rule, ['impossible', 4]],
    ['a fourth changes nothing', '-+-+--..', rule, ['impossible', 4]],
    ['met after two misses', '--++++++', rule, undefined],
    ['a day nobody recorded begins nothing', '-.-.....', rule, ['no-miss-left', 2]],
    ['canceled meetings alone', 'xx......', rule, ['no-miss-left', 1]],
    ['a miss on top of a canceled one', '-x......', rule, ['no-miss-left', 0]],
    ['all are needed from the start: no news', '........', { ...rule, minimum: 8 }, undefined],
    ['and the first miss is the last', '+-......', { ...rule, minimum: 8 }, ['impossible', 1]],
    ['more are asked for than there are: no news', '........', { ...rule, minimum: 9 }, undefined],
    ['a make-up takes it back', 'm-......', oneMakeUp, undefined],
    ['a fourth miss with one make-up', '----....', oneMakeUp, ['impossible', 3]],
  ] as const)('%s: %s', (_, marks, given, expected) => {
    expect(alertOf(days(marks), given)).toEqual(expected && { state: expected[0], date: nth(expected[1]) })
  })

  test('days that were said beforehand are no news, also where no other can be missed then', () => {
    const meetings = days('--......').map((one) => ({ ...one, isAnnounced: one.attended === false }))
    expect(standingOf(meetings, rule).state).toBe('no-miss-left')
    expect(alertOf(meetings, rule)).toBeUndefined()
    const missed = meetings.map((one, at) => (at === 2 ? { ...one, attended: false } : one))
    expect(alertOf(missed, rule)).toEqual({ state: 'impossible', date: nth(2) })
  })

  test('an alert is one exactly where the standing says so, and names a meeting of its own', () => {
    const marks = fc.string({ unit: fc.constantFrom('+', '-', 'm', 'x', '.'), maxLength: 10 })
    fc.assert(
      fc.property(marks, fc.nat({ max: 10 }), fc.nat({ max: 2 }), (given, minimum, makeUps) => {
        const meetings = days(given)
        const asked = { minimum, makeUps, onCanceled: 'lowers-meetings' as const }
        const alert = alertOf(meetings, asked)
        if (!alert) return
        expect(alert.state).toBe(standingOf(meetings, asked).state)
        expect(meetings.map(({ date }) => date)).toContain(alert.date)
      }),
    )
  })
})

describe('meetings of a program', () => {
  const held = (date: string, canceled = false) => ({ ...aDay, date, canceled })
  const one = { id: 'one', status: 'scheduled' as const, days: [held('2027-03-09'), held('2027-03-02')] }
  const other = { id: 'other', status: 'canceled' as const, days: [held('2027-03-04')] }
  const row = (date: string, state: DayState, madeUp = false) => ({ session: 'one', date, state, madeUp })

  test('come in order, from every session, those of a canceled one called off', () => {
    expect(meetingsOf([one, other], []).map(({ date, isCanceled }) => [date, isCanceled])).toEqual([
      ['2027-03-02', false],
      ['2027-03-04', true],
      ['2027-03-09', false],
    ])
  })

  test.each<[DayState, boolean]>([
    ['present', true],
    ['partly', true],
    ['absent', false],
    ['excused', false],
    ['canceled', false],
    ['substituted', false],
  ])('%s counts as attended: %s', (state, attended) => {
    expect(meetingsOf([one], [row('2027-03-02', state)])[0]).toMatchObject({ attended })
  })

  test('only what was missed can be made up for', () => {
    const made = (state: DayState) => meetingsOf([one], [row('2027-03-02', state, true)])[0]!.isMadeUp
    expect([made('absent'), made('excused'), made('present')]).toEqual([true, true, false])
  })

  test('a row of another session says nothing', () => {
    expect(meetingsOf([one], [{ ...row('2027-03-02', 'absent'), session: 'other' }])[0]).toMatchObject({
      attended: null,
    })
  })
})

describe('in words', () => {
  test('says what is asked and what was done', () => {
    const standing = standingOf(thursdays('+-+..x..'), both)
    expect([minimumText(standing), attendedText(standing)]).toEqual([
      'The program asks you to attend at least 5 of the 7 live sessions.',
      'You attended 2, missed 1, and 4 are still to come.',
    ])
    expect(attendedText(standingOf(thursdays('+++++++.'), rule))).toBe(
      'You attended 7, missed 0, and 1 is still to come.',
    )
  })

  test.each([
    [
      'three left, and all are needed',
      { required: 6, attended: 3, remaining: 3 },
      'Please come to all 3 that are left: you cannot miss another one.',
    ],
    [
      'attended 1, missed 3, 3 left and 5 needed, with one make-up: coming to all is not enough',
      { required: 5, attended: 1, remaining: 3 },
      'Please come to all 3 that are left and make up for 1 that you missed: the 3 alone give 4 of 5. You cannot miss another one.',
    ],
    [
      'one left, and it is needed',
      { required: 6, attended: 5, remaining: 1 },
      'Please come to the one that is left: you cannot miss another one.',
    ],
    [
      'none left, one to make up for',
      { required: 6, attended: 5, remaining: 0 },
      'No live session is left, so please make up for 1 that you missed.',
    ],
  ])('the last miss: %s', (_, standing, text) => expect(neededText(standing)).toBe(text))

  test('six of eight become five of seven where one is called off, and it is said', () => {
    expect(loweredText({ required: 6, of: 8 }, standingOf(thursdays('+x......'), both))).toBe(
      'The program first asked for at least 6 of the 8 live sessions; of those that are held now it asks for at least 5 of 7.',
    )
    expect(loweredText({ required: 6, of: 8 }, standingOf(thursdays('........'), both))).toBe(
      'The program asks you to attend at least 6 of the 8 live sessions.',
    )
  })
})
