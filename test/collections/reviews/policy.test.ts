import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lackingIn, mayBecome, outcomeOf, decidedScores, slotsOf, type Rubric } from '#collections/reviews/policy.ts'
import { reaches } from '#collections/reviews/pass-rule.ts'
import type { Scores } from '#collections/submissions/scores.ts'
import {
  CONFLICTS,
  RELEASE_REFUSALS,
  REVIEW_NEXT,
  REVIEW_STATUS_LABELS,
  REVIEW_STATUSES,
} from '#collections/reviews/states.ts'
import { reopened } from '#collections/submissions/policy.ts'
import { items, purposeful } from '#test/support/purposeful.ts'

const slots = slotsOf(purposeful)
const IDS = ['1-1', '1-2', '2-1/1', '2-1/2', '2-2/1', '2-2/2', '2-3/1', '2-3/2', '4-1']
const score = (level: string, comment = '') => ({ level, comment })

/** Everything at the level required, but for what is named. */
const scores = (but: Record<string, { level: string; comment: string } | undefined> = {}): Scores => {
  const all = { ...Object.fromEntries(slots.map(({ id, required }) => [id, score(required)])), ...but }
  return Object.fromEntries(Object.entries(all).flatMap(([id, given]) => (given ? [[id, given]] : [])))
}

describe('slotsOf', () => {
  test('the two questions, three components on two criteria, and the reflection', () => {
    expect(slots.map(({ id, criterion, required }) => [id, criterion, required])).toEqual([
      ['1-1', null, 'Passing'],
      ['1-2', null, 'Passing'],
      ['2-1/1', 'Facilitate', 'Proficient'],
      ['2-1/2', 'Lead', 'Proficient'],
      ['2-2/1', 'Facilitate', 'Proficient'],
      ['2-2/2', 'Lead', 'Proficient'],
      ['2-3/1', 'Facilitate', 'Proficient'],
      ['2-3/2', 'Lead', 'Proficient'],
      ['4-1', null, 'Passing'],
    ])
  })

  const rule = purposeful.passRule
  test.each([
    [
      'the rule as it is printed leaves the reflection out',
      { passRule: { ...rule, passParts: [1, 3] } },
      IDS.slice(0, -1),
    ],
    ['nothing scored', { passRule: { ...rule, scoredPart: null } }, ['1-1', '1-2', '4-1']],
    ['no criteria', { criteria: [] }, ['1-1', '1-2', '2-1', '2-2', '2-3', '4-1']],
    ['no rule at all', { passRule: { passParts: [], scoredPart: null, requiredLevel: null, note: null } }, []],
  ] as const)('%s', (_, but, ids) => {
    expect(slotsOf({ ...purposeful, ...but } as Rubric).map(({ id }) => id)).toEqual(ids)
  })

  test('where no level is named the highest is needed', () => {
    const unnamed = slotsOf({ ...purposeful, passRule: { ...rule, requiredLevel: null } })
    expect(unnamed.find(({ id }) => id === '2-1/1')?.required).toBe('Proficient')
  })
})

describe('reaches', () => {
  const levels = ['Proficient', 'Basic', 'Developing']
  test.each([
    ['the level itself', 'Basic', 'Basic', true],
    ['a higher one', 'Basic', 'Proficient', true],
    ['a lower one', 'Basic', 'Developing', false],
    ['one that is not there', 'Basic', 'Expert', false],
    ['against one that is not there', 'Expert', 'Proficient', false],
  ])('%s', (_, required, level, expected) => {
    expect(reaches({ levels, required }, level)).toBe(expected)
  })
})

describe('lackingIn', () => {
  test.each([
    ['nothing', scores(), []],
    ['a level', scores({ '2-1/1': undefined }), [{ id: '2-1/1', reason: 'no-level' }]],
    ['a level of this rubric', scores({ '1-1': score('Proficient') }), [{ id: '1-1', reason: 'no-level' }]],
    ['a word why it fell short', scores({ '4-1': score('Not yet', ' ') }), [{ id: '4-1', reason: 'no-comment' }]],
    ['nothing, with that word', scores({ '4-1': score('Not yet', 'Name a roadblock.') }), []],
  ])('%s', (_, given, expected) => {
    expect(lackingIn(slots, given)).toEqual(expected)
  })
})

describe('outcomeOf', () => {
  const allMet = Object.fromEntries(items.map(({ key }) => [key, 'met']))
  test.each([
    ['all at the level required', scores(), { state: 'passed', judged: allMet }],
    [
      'one of six scores Basic',
      scores({ '2-2/2': score('Basic') }),
      { state: 'not-yet', judged: { ...allMet, '2-2': 'not-yet' } },
    ],
    [
      'the first of two criteria falls short',
      scores({ '2-2/1': score('Basic') }),
      { state: 'not-yet', judged: { ...allMet, '2-2': 'not-yet' } },
    ],
    [
      'a reflection that does not pass',
      scores({ '4-1': score('Not yet') }),
      { state: 'not-yet', judged: { ...allMet, '4-1': 'not-yet' } },
    ],
    ['a score missing', scores({ '2-2/2': undefined }), { state: 'incomplete' }],
    ['a level of another rubric', scores({ '2-2/2': score('Passing') }), { state: 'incomplete' }],
  ])('%s', (_, given, expected) => {
    expect(outcomeOf(slots, given)).toEqual(expected)
  })

  test('nobody passes by an empty rule', () => expect(outcomeOf([], {})).toEqual({ state: 'incomplete' }))

  const given = fc
    .tuple(...slots.map(({ levels }) => fc.constantFrom(...levels)))
    .map((levels): Scores => Object.fromEntries(slots.map(({ id }, index) => [id, score(levels[index]!)])))

  test('passed is every score at the level; what opens again is exactly what fell short', () => {
    fc.assert(
      fc.property(given, (scores) => {
        const outcome = outcomeOf(slots, scores)
        if (outcome.state === 'incomplete') throw new Error('Every level was given.')
        const short = slots.filter((slot) => !reaches(slot, scores[slot.id]!.level)).map(({ item }) => item)
        expect(outcome.state === 'passed').toBe(short.length === 0)
        expect(reopened(items, outcome.judged).map(({ key }) => key)).toEqual([...new Set(short)])
      }),
    )
  })

  test('a higher level never turns passed into not yet', () => {
    fc.assert(
      fc.property(given, fc.constantFrom(...slots), (scores, slot) => {
        const raised = { ...scores, [slot.id]: score(slot.levels[0]!) }
        if (outcomeOf(slots, scores).state === 'passed') expect(outcomeOf(slots, raised).state).toBe('passed')
      }),
    )
  })
})

describe('two reviewers', () => {
  const one = scores({ '2-1/1': score('Proficient', 'Clear.') })
  const other = scores({ '2-1/1': score('Basic', 'No change in the system yet.') })
  const decided = { '2-1/1': score('Proficient', 'The change is in the minutes.') }

  test.each([
    ['one is enough', { reviewers: 1, reviews: [one], decided: null }, undefined],
    ['one, not finished', { reviewers: 1, reviews: [scores({ '1-1': undefined })], decided: null }, 'incomplete'],
    ['nobody yet', { reviewers: 1, reviews: [], decided: null }, 'incomplete'],
    ['the second is missing', { reviewers: 2, reviews: [one], decided: null }, 'second-missing'],
    [
      'the second is not finished',
      { reviewers: 2, reviews: [one, scores({ '1-1': undefined })], decided: null },
      'second-missing',
    ],
    ['they agree', { reviewers: 2, reviews: [one, one], decided: null }, undefined],
    ['they differ', { reviewers: 2, reviews: [one, other], decided: null }, 'differ'],
    [
      'they differ, and it was decided elsewhere',
      { reviewers: 2, reviews: [one, other], decided: { '1-1': score('Passing') } },
      'differ',
    ],
    ['they differ, and a third person decided', { reviewers: 2, reviews: [one, other], decided }, undefined],
  ] as const)('%s', (_, panel, refusal) => {
    const combined = decidedScores(slots, panel)
    expect('refusal' in combined ? combined.refusal : undefined).toBe(refusal)
  })

  test('nothing to judge is refused', () => {
    expect(decidedScores([], { reviewers: 1, reviews: [{}], decided: null })).toEqual({ refusal: 'no-rule' })
  })

  test('the third person decides only where they differ; elsewhere both comments are kept', () => {
    const first = scores({ ...one, '4-1': score('Not yet', 'Name a roadblock.') })
    const second = scores({ ...other, '4-1': score('Not yet', 'And a way around it.') })
    const combined = decidedScores(slots, {
      reviewers: 2,
      reviews: [first, second],
      decided: { ...decided, '1-1': score('Not yet', 'Not asked.') },
    })
    expect(combined).toEqual({
      scores: scores({ ...decided, '4-1': score('Not yet', 'Name a roadblock.\n\nAnd a way around it.') }),
    })
  })
})

describe('statuses', () => {
  test('each can be reached; what was released stays', () => {
    expect([...new Set(['started', ...Object.values(REVIEW_NEXT).flat()])].sort()).toEqual([...REVIEW_STATUSES].sort())
    expect(mayBecome('scored', 'started')).toBe(true)
    expect(mayBecome('released', 'started')).toBe(false)
    expect(Object.keys(REVIEW_STATUS_LABELS)).toEqual([...REVIEW_STATUSES])
    for (const text of Object.values({ ...RELEASE_REFUSALS, ...CONFLICTS })) expect(text).toMatch(/^[A-Z].*\.$/)
  })
})
