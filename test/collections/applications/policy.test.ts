import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  eligibilityOf,
  handingIn,
  holdsPlace,
  mayBecome,
  refusalOfChoices,
  canCorrect,
  refusalToWrite,
  sentAgain,
  type Answers,
  type Asked,
} from '#collections/applications/policy.ts'
import {
  ANSWER_REFUSALS,
  APPLICATION_NEXT,
  APPLICATION_STATUS_LABELS,
  APPLICATION_STATUSES,
  HOLDING_PLACE,
  SUBMIT_REFUSALS,
} from '#collections/applications/states.ts'
import { addDays, instantAt } from '#collections/values/day.ts'

const ZONE = 'America/Chicago'
const THURSDAYS = Array.from({ length: 8 }, (_, week) => addDays('2024-02-01', week * 7))
const asked: Asked = {
  conditions: ['Works in a public PreK-12 district in Wisconsin', 'Takes part in the platform'],
  dates: THURSDAYS,
  minimum: 6,
}
const answers = (conditions: Answers['conditions'], count = 8): Answers => ({
  conditions,
  dates: THURSDAYS.slice(0, count),
})

describe('statuses', () => {
  test.each([
    ['a draft is sent', 'draft', 'submitted', true],
    ['nobody skips being looked at', 'draft', 'waiting', false],
    ['nobody gets a place without an offer', 'waiting', 'accepted', false],
    ['one choice declined, others left', 'offered', 'waiting', true],
    ['a team with a place signs', 'accepted', 'enrolled', true],
    ['what was declined stays declined', 'declined', 'waiting', false],
    ['what ran out may be taken in line again', 'expired', 'waiting', true],
    ['staying is no move', 'waiting', 'waiting', false],
    ['withdrawn is the end', 'withdrawn', 'submitted', false],
  ] as const)('%s', (_, from, to, expected) => {
    expect(mayBecome(from, to)).toBe(expected)
  })

  test('every status can be reached from a draft', () => {
    const reached = new Set<string>(['draft'])
    for (let size = 0; size !== reached.size;) {
      size = reached.size
      for (const from of APPLICATION_STATUSES)
        if (reached.has(from)) for (const to of APPLICATION_NEXT[from]) reached.add(to)
    }
    expect([...reached].sort()).toEqual([...APPLICATION_STATUSES].sort())
  })

  test('whoever is taking part, or may, can withdraw', () => {
    for (const status of [...HOLDING_PLACE, 'draft', 'submitted', 'waiting'] as const)
      expect(mayBecome(status, 'withdrawn')).toBe(true)
  })

  test('every status has a label of its own, and every refusal is a sentence', () => {
    expect(new Set(Object.values(APPLICATION_STATUS_LABELS)).size).toBe(APPLICATION_STATUSES.length)
    for (const text of Object.values({ ...SUBMIT_REFUSALS, ...ANSWER_REFUSALS })) expect(text).toMatch(/^[A-Z].*\.$/)
  })

  test('an offer holds a place as much as an answer does', () => {
    expect(APPLICATION_STATUSES.filter(holdsPlace)).toEqual(['offered', 'accepted', 'enrolled'])
  })
})

describe('eligibilityOf', () => {
  const no = (index: number) => ({ reason: 'condition', condition: asked.conditions[index] })
  const few = (canAttend: number, minimum = 6) => ({ reason: 'too-few-dates', canAttend, minimum })
  test.each([
    ['yes to all, all dates', asked, answers([true, true]), { state: 'eligible' }],
    ['exactly six dates', asked, answers([true, true], 6), { state: 'eligible' }],
    ['five dates', asked, answers([true, true], 5), { state: 'ineligible', because: [few(5)] }],
    ['one no', asked, answers([true, false]), { state: 'ineligible', because: [no(1)] }],
    ['all that is wrong', asked, answers([false, false], 0), { state: 'ineligible', because: [no(0), no(1), few(0)] }],
    ['one not answered', asked, answers([true, null]), { state: 'unanswered', conditions: [asked.conditions[1]] }],
    [
      'fewer answers than conditions',
      asked,
      answers([true]),
      { state: 'unanswered', conditions: [asked.conditions[1]] },
    ],
    [
      'a no and one not answered',
      asked,
      answers([false, null]),
      { state: 'unanswered', conditions: [asked.conditions[1]] },
    ],
    ['no minimum', { ...asked, minimum: null }, answers([true, true], 0), { state: 'eligible' }],
    ['nothing asked', { conditions: [], dates: [], minimum: null }, answers([]), { state: 'eligible' }],
    ['dates that are not out yet', { ...asked, dates: [] }, answers([true, true]), { state: 'eligible' }],
    [
      'a minimum above the number of dates asks for all',
      { ...asked, minimum: 9 },
      answers([true, true], 7),
      { state: 'ineligible', because: [few(7, 8)] },
    ],
    [
      'the same date six times',
      asked,
      { conditions: [true, true], dates: Array(6).fill('2024-02-01') },
      { state: 'ineligible', because: [few(1)] },
    ],
    [
      'dates of another program',
      asked,
      { conditions: [true, true], dates: THURSDAYS.map((day) => addDays(day, 1)) },
      { state: 'ineligible', because: [few(0)] },
    ],
  ] as const)('%s', (_, asked, given, expected) => {
    expect(eligibilityOf(asked, given)).toEqual(expected)
  })

  test('one date more never makes anybody ineligible', () => {
    fc.assert(
      fc.property(
        fc.subarray(THURSDAYS),
        fc.constantFrom(...THURSDAYS),
        fc.nat({ max: 10 }),
        (dates, more, minimum) => {
          const given = { ...asked, minimum }
          fc.pre(eligibilityOf(given, { conditions: [true, true], dates }).state === 'eligible')
          expect(eligibilityOf(given, { conditions: [true, true], dates: [...dates, more] }).state).toBe('eligible')
        },
      ),
    )
  })
})

describe('handingIn', () => {
  const applying = { opensOn: '2024-01-08', appliesUntil: '2024-01-26', timeZone: ZONE }
  const at = (day: string, time: string, ms = 0) => instantAt(day, time, ZONE).add({ milliseconds: ms })
  const draft = at('2024-01-26', '23:30')
  test.each([
    ['the minute before it opens', null, at('2024-01-07', '23:59'), 'not-open'],
    ['the first moment', null, at('2024-01-08', '00:00'), 'on-time'],
    ['23:59:59.999 on the last day', null, at('2024-01-27', '00:00', -1), 'on-time'],
    ['midnight, nothing kept', null, at('2024-01-27', '00:00'), 'late'],
    ['midnight, while typing', draft, at('2024-01-27', '00:00'), 'in-grace'],
    ['the last moment of the grace', draft, at('2024-01-27', '00:15', -1), 'in-grace'],
    ['after the grace', draft, at('2024-01-27', '00:15'), 'late'],
    ['begun the day after', at('2024-01-27', '00:01'), at('2024-01-27', '00:02'), 'late'],
  ] as const)('%s', (_, startedAt, now, expected) => {
    expect(handingIn(applying, startedAt, now)).toBe(expected)
  })

  test('no window is always open, and a zone has its own midnight', () => {
    expect(handingIn({ opensOn: null, appliesUntil: null, timeZone: ZONE }, null, draft)).toBe('on-time')
    expect(handingIn({ ...applying, timeZone: 'America/Denver' }, null, at('2024-01-27', '00:30'))).toBe('on-time')
  })
})

describe('refusalOfChoices', () => {
  const four = ['climate', 'systems', 'safety', 'care']
  test.each([
    ['one', ['care'], undefined],
    ['all four in one’s own order', ['care', 'climate', 'safety', 'systems'], undefined],
    ['none', [], 'no-choice'],
    ['one twice', ['care', 'care'], 'same-choice'],
    ['one that is not there', ['care', 'other'], 'unknown-choice'],
  ] as const)('%s', (_, choices, expected) => {
    expect(refusalOfChoices(choices, four)).toBe(expected)
  })
})

describe('refusalToWrite', () => {
  test.each([
    ['in time', 'draft', 'on-time', undefined],
    ['in the grace', 'draft', 'in-grace', undefined],
    ['late', 'draft', 'late', 'late'],
    ['too early', 'draft', 'not-open', 'not-open'],
    ['sent before', 'submitted', 'on-time', 'already-sent'],
  ] as const)('%s', (_, status, timeliness, expected) => {
    expect(refusalToWrite(status, timeliness)).toBe(expected)
  })

  test('a mis-click can be corrected in time: only by whoever is not eligible by their own answers', () => {
    expect(canCorrect({ status: 'ineligible', reasons: ['a condition'] })).toBe(true)
    expect(canCorrect({ status: 'ineligible', reasons: [] })).toBe(false)
    expect(canCorrect({ status: 'submitted', reasons: [] })).toBe(false)
    expect(refusalToWrite('ineligible', 'on-time', 'correction')).toBeUndefined()
    expect(refusalToWrite('ineligible', 'in-grace', 'correction')).toBeUndefined()
    expect(refusalToWrite('ineligible', 'late', 'correction')).toBe('late')
  })

  test.each([
    ['submitted', false, 'change'],
    ['waiting', false, 'change'],
    ['waiting', true, undefined],
    ['offered', false, undefined],
    ['enrolled', false, undefined],
  ] as const)('what is %s, decided: %s, can be sent again as a %s', (status, isDecided, expected) => {
    expect(sentAgain({ status, reasons: [] }, isDecided)).toBe(expected)
  })

  test.each([
    ['on-time', undefined],
    ['in-grace', 'late'],
    ['late', 'late'],
  ] as const)('what counts already is changed until the deadline itself: %s', (timeliness, expected) => {
    expect(refusalToWrite('submitted', timeliness, 'change')).toBe(expected)
  })
})
