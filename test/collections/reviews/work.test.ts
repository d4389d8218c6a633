import { describe, expect, test } from 'vitest'
import { pointsIn, scoresIn } from '#collections/reviews/schema.ts'
import { handleOf, labelOf } from '#collections/reviews/label.ts'
import { slotsOf } from '#collections/reviews/policy.ts'
import type { Scores } from '#collections/submissions/scores.ts'
import { carriedScores, judgementOf, statusReleased, workOf, type Judgement } from '#collections/reviews/work.ts'
import { editionFrom } from '#collections/submissions/edition.ts'
import { complete, purposeful } from '#test/support/purposeful.ts'
import { scoresWith } from '#test/support/works.ts'

const NOT_YET = scoresWith({ '4-1': ['Not yet', 'Say more.'] })
const MET = { '1-1': 'met', '1-2': 'met', '2-1': 'met', '2-2': 'met', '2-3': 'met' } as const

const begun = (given: Partial<Parameters<typeof workOf>[0]> = {}, reviewers: 1 | 2 = 1) =>
  workOf({
    edition: { ...editionFrom({ ...purposeful, reviewers }) },
    answers: { ...complete },
    judged: {},
    versions: [],
    attempts: 0,
    ...given,
  })
const again = begun({
  attempts: 1,
  judged: { ...MET, '4-1': 'not-yet' },
  versions: [{ attempt: 1, answers: complete, scores: NOT_YET, outcome: 'not-yet' }],
})
const bySeat = (...scores: (Scores | null)[]) =>
  new Map(scores.flatMap((one, index) => (one ? [[index + 1, one] as const] : [])))

describe('judgementOf', () => {
  const only = (id: string, level: string): Scores => ({ [id]: { level, comment: 'Why.' } })
  test.each([
    ['nobody has finished', begun(), bySeat(), 'incomplete'],
    ['one who passes it', begun(), bySeat(scoresWith()), 'passed'],
    ['one who does not', begun(), bySeat(NOT_YET), 'not-yet'],
    ['one of two', begun({}, 2), bySeat(scoresWith()), 'second-missing'],
    ['the second of two without the first', begun({}, 2), bySeat(null, scoresWith()), 'incomplete'],
    ['two who agree', begun({}, 2), bySeat(NOT_YET, NOT_YET), 'not-yet'],
    ['two who differ', begun({}, 2), bySeat(NOT_YET, scoresWith()), 'differ'],
    ['and a third who decides', begun({}, 2), bySeat(NOT_YET, scoresWith(), only('4-1', 'Passing')), 'passed'],
    ['what fell short is done again, the rest carried', again, bySeat(only('4-1', 'Passing')), 'passed'],
    ['and falls short once more', again, bySeat(only('4-1', 'Not yet')), 'not-yet'],
  ] as const)('%s', (_, work, finished, expected) => {
    const judgement = judgementOf(work, finished)
    expect('refusal' in judgement ? judgement.refusal : judgement.outcome.state).toBe(expected)
  })

  test('carried scores are those of the last version, for what is met', () => {
    const { '4-1': _, ...rest } = NOT_YET
    expect(carriedScores(again)).toEqual(rest)
    expect(carriedScores(begun())).toEqual({})
    expect(judgementOf(again, bySeat(only('4-1', 'Passing')))).toMatchObject({
      scores: { ...rest, ...only('4-1', 'Passing') },
    })
  })
})

describe('statusReleased', () => {
  const judged = (state: 'passed' | 'not-yet'): Judgement => ({ scores: {}, outcome: { state, judged: {} } })
  test.each([
    ['passed', begun(), judged('passed'), 0, 'passed'],
    ['the first of three attempts', begun(), judged('not-yet'), 0, 'not-yet'],
    ['the last', begun({ attempts: 2 }), judged('not-yet'), 0, 'with-coach'],
    ['the last, and a coach has added one', begun({ attempts: 2 }), judged('not-yet'), 1, 'not-yet'],
    ['the one that was added', begun({ attempts: 3 }), judged('not-yet'), 1, 'with-coach'],
    ['passed in the last', begun({ attempts: 2 }), judged('passed'), 0, 'passed'],
  ] as const)('%s', (_, work, judgement, allowed, expected) => {
    expect(statusReleased(work, judgement, allowed)).toBe(expected)
  })
})

describe('what a form says', () => {
  const says = (fields: Record<string, string>) => (name: string) => fields[name] ?? ''
  test.each([
    ['nothing', {}, {}],
    ['a level', { 'level 1-1': 'Passing' }, { '1-1': { level: 'Passing', comment: '' } }],
    ['a comment only', { 'comment 1-1': ' Why. ' }, { '1-1': { level: '', comment: 'Why.' } }],
    ['a level of another slot', { 'level 1-1': 'Proficient' }, {}],
    ['a slot there is not', { 'level 9-9': 'Passing' }, {}],
    [
      'too long a comment is cut',
      { 'comment 1-1': 'x'.repeat(5000) },
      { '1-1': { level: '', comment: 'x'.repeat(4000) } },
    ],
  ])('about slots: %s', (_, fields, expected) => {
    expect(scoresIn(slotsOf(purposeful), says(fields))).toEqual(expected)
  })

  const criteria = [{ name: 'Purpose', text: null, points: 4 }]
  test.each([
    ['nothing', {}, {}],
    ['none of the points', { 'points 1': '0' }, { 1: { points: 0, comment: '' } }],
    ['all of them', { 'points 1': ' 4 ' }, { 1: { points: 4, comment: '' } }],
    ['more than there are', { 'points 1': '5' }, {}],
    ['half a point', { 'points 1': '3-5' }, {}],
    ['less than none, with a comment', { 'points 1': '-1', 'comment 1': 'x' }, { 1: { points: null, comment: 'x' } }],
    ['a criterion there is not', { 'points 2': '1' }, {}],
  ])('about criteria: %s', (_, fields, expected) => {
    expect(pointsIn(criteria, says(fields))).toEqual(expected)
  })
})

test('a label is short and always the same; a handle tells things of two kinds apart', () => {
  expect(labelOf('submission', 'a')).toMatch(/^[\dA-F]{4}$/)
  expect(labelOf('submission', 'a')).toBe(labelOf('submission', 'a'))
  expect(handleOf('submission', 'a')).toMatch(/^[\da-f]{24}$/)
  expect(handleOf('submission', 'a')).not.toBe(handleOf('application', 'a'))
})
