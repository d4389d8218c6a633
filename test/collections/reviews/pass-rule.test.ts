import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { differingIn, lowerOf, pointsIn } from '#collections/reviews/pass-rule.ts'
import { decidedScores, outcomeOf, slotsOf, type Rubric } from '#collections/reviews/policy.ts'
import type { Needed } from '#collections/credentials/states.ts'
import { lacking, leftOut, itemsOf } from '#collections/submissions/parts.ts'
import { openBadge, type Award } from '#collections/awards/badge.ts'

// A credential of another shape than the seeded one: four levels, criteria by component, a component that may be left out.

const LEVELS = ['Exemplary', 'Proficient', 'Basic', 'Not shown']
const component = (title: string, more: object = {}) => ({
  title,
  text: '',
  options: [],
  mustShow: [],
  note: null,
  ...more,
})

const rubric = (needed: Needed, atLeast: number | null, levelPoints?: (number | null)[]) =>
  ({
    title: 'Family partnership',
    summary: 'Plans with families.',
    keyMethod: 'Listens first.',
    levels: LEVELS,
    ...(levelPoints && { levelPoints }),
    criteria: ['Plan', 'Listen', 'Act', 'Look back'].map((name) => ({ name, levels: LEVELS.map((level) => level) })),
    parts: [
      {
        number: 1,
        title: 'Work',
        kind: 'evidence',
        note: null,
        prompts: [],
        evidence: [
          component('Meeting'),
          component('Letter', { criteria: ['Plan', 'Act'], requiredLevel: 'Basic' }),
          component('Film', { optional: true }),
        ],
      },
    ],
    passRule: { passParts: [], scoredPart: 1, requiredLevel: 'Proficient', note: null, needed, atLeast },
  }) satisfies Rubric & Record<string, unknown>

const scoresOf = (levels: Record<string, string>) =>
  Object.fromEntries(Object.entries(levels).map(([id, level]) => [id, { level, comment: 'Why.' }]))
const [E, P, B, N] = LEVELS as [string, string, string, string]
const award: Omit<Award, 'scores'> = {
  id: 'https://onramp.example.org/verify/a',
  issuer: { id: 'https://onramp.example.org/issuer', name: 'Onramp', url: 'https://onramp.example.org' },
  recipient: { id: 'urn:uuid:0198c2d4-0000-7000-8000-000000000000', name: null },
  awardedAt: Temporal.Instant.from('2027-01-20T16:00:00Z'),
  expiresAt: null,
  achievementUrl: 'https://onramp.example.org/credentials/family-partnership',
  alignments: [],
  revocationsUrl: 'https://onramp.example.org/revocations',
  evidence: [],
}
const isFilm = (key: string) => key === '1-3'

describe('what is scored', () => {
  test('each component on its own criteria, at its own level, without what was left out', () => {
    expect(slotsOf(rubric('all', null), isFilm).map(({ id, required }) => [id, required])).toEqual([
      ['1-1/1', P],
      ['1-1/2', P],
      ['1-1/3', P],
      ['1-1/4', P],
      ['1-2/1', B],
      ['1-2/3', B],
    ])
  })

  test('what must not be left out is scored all the same', () => {
    expect(slotsOf(rubric('all', null), (key) => key === '1-1').some(({ item }) => item === '1-1')).toBe(true)
  })
})

describe('what passes', () => {
  const LETTER = { '1-2/1': B, '1-2/3': B }
  const meeting = (...levels: string[]) => Object.fromEntries(levels.map((level, at) => [`1-1/${at + 1}`, level]))
  test.each([
    ['all, all of it', 'all', null, meeting(P, P, E, P), 'passed', {}],
    ['all, one below', 'all', null, meeting(P, P, E, B), 'not-yet', { '1-1': 'not-yet' }],
    ['three of four', 'some', 3, meeting(P, P, E, N), 'passed', {}],
    ['two of four, three needed', 'some', 3, meeting(P, P, B, N), 'not-yet', { '1-1': 'not-yet' }],
    [
      'more needed than a component has: all of it',
      'some',
      3,
      { ...meeting(P, P, P, N), '1-2/3': N },
      'not-yet',
      { '1-2': 'not-yet' },
    ],
    // 2+2+2+0 and 1+1 are 8 points.
    ['eight points', 'points', 8, meeting(P, P, P, N), 'passed', {}],
    ['eight of nine points', 'points', 9, meeting(P, P, P, N), 'not-yet', { '1-1': 'not-yet' }],
    [
      'every level reached, and too few points: all of it opens',
      'points',
      11,
      meeting(P, P, P, P),
      'not-yet',
      { '1-1': 'not-yet', '1-2': 'not-yet' },
    ],
  ] as const)('%s', (_, needed, atLeast, levels, state, judged) => {
    const rule = rubric(needed, atLeast)
    const slots = slotsOf(rule, isFilm)
    expect(outcomeOf(slots, scoresOf({ ...LETTER, ...levels }), rule)).toEqual({
      state,
      judged: { '1-1': 'met', '1-2': 'met', ...judged },
    })
  })

  test('points of its own', () => {
    const rule = rubric('points', 10, [10, 4, null, null])
    expect(pointsIn(slotsOf(rule, isFilm), scoresOf({ '1-1/1': E, '1-1/2': P, '1-1/3': B }), rule)).toBe(15)
  })

  test('a better level never turns a pass into none', () => {
    const level = fc.nat({ max: 3 })
    fc.assert(
      fc.property(
        fc.constantFrom<Needed>('all', 'some', 'points'),
        fc.integer({ min: 1, max: 12 }),
        fc.array(level, { minLength: 6, maxLength: 6 }),
        fc.nat({ max: 5 }),
        (needed, atLeast, given, at) => {
          const rule = rubric(needed, atLeast)
          const slots = slotsOf(rule, isFilm)
          const state = (levels: number[]) =>
            outcomeOf(
              slots,
              scoresOf(Object.fromEntries(slots.map(({ id }, index) => [id, LEVELS[levels[index]!]!]))),
              rule,
            ).state
          const better = given.map((one, index) => (index === at ? Math.max(0, one - 1) : one))
          return state(given) !== 'passed' || state(better) === 'passed'
        },
      ),
    )
  })

  test('the badge of what was left out does not say that it was judged', () => {
    const rule = rubric('some', 3)
    const given = scoresOf({ '1-1/1': P, '1-1/2': P, '1-1/3': E, '1-1/4': N, '1-2/1': B, '1-2/3': B })
    const badge = openBadge({ ...award, scores: given }, rule)
    expect(badge.credentialSubject.result).toHaveLength(6)
    expect(badge.credentialSubject.achievement.criteria.narrative).toContain('At least 3 of the criteria')
  })
})

describe('two reviewers differ', () => {
  const slots = slotsOf(rubric('all', null), isFilm).slice(0, 1)
  const differs = (one: string, other: string, differ?: 'any' | 'far' | 'outcome') =>
    differingIn(slots, scoresOf({ '1-1/1': one }), scoresOf({ '1-1/1': other }), differ).length > 0
  test.each([
    ['the same level', E, E, [false, false, false]],
    ['two levels that pass', E, P, [true, false, false]],
    ['one passes and the other does not', P, B, [true, true, true]],
    ['two levels that do not pass', B, N, [true, false, false]],
    ['far apart', E, N, [true, true, true]],
  ] as const)('%s', (_, one, other, expected) => {
    expect((['any', 'far', 'outcome'] as const).map((differ) => differs(one, other, differ))).toEqual(expected)
    expect(differs(one, other)).toBe(expected[0])
  })

  test('by less than calls for a third: the lower level counts, with both comments', () => {
    const all = slotsOf(rubric('all', null), isFilm)
    const at = (level: string, comment: string) => Object.fromEntries(all.map(({ id }) => [id, { level, comment }]))
    const panel = { reviewers: 2 as const, reviews: [at(E, 'Fine.'), at(P, 'Good.')], decided: null }
    expect(decidedScores(all, panel)).toEqual({ refusal: 'differ' })
    expect(decidedScores(all, { ...panel, differ: 'outcome' })).toEqual({ scores: at(P, 'Fine.\n\nGood.') })
    expect(lowerOf(all[0]!, P, E)).toBe(P)
  })
})

describe('what is handed in', () => {
  const items = itemsOf([
    {
      number: 1,
      title: 'Work',
      kind: 'evidence',
      note: null,
      prompts: [],
      evidence: [
        component('Letter', { options: [{ text: 'A letter', kind: 'either', wordLimit: 3, maxMinutes: null }] }),
        component('Film', {
          optional: true,
          options: [{ text: 'Film', kind: 'recording', wordLimit: null, maxMinutes: 10 }],
        }),
        component('Guide', {
          options: [{ text: 'Text', kind: 'text', wordLimit: 1, maxMinutes: null, limitKind: 'advisory' }],
        }),
      ] as never,
    },
  ])
  const reasons = (handed: Parameters<typeof lacking>[1]) =>
    lacking(items, handed).map(({ key, reason }) => [key, reason])
  const file = { id: 'a', seconds: null, family: 'paper' as const }
  const guide = { '1-3': { text: 'two words' } }
  test.each([
    [
      'nothing: the film may be left out',
      {},
      [
        ['1-1', 'empty'],
        ['1-3', 'empty'],
      ],
    ],
    ['a text', { '1-1': { text: 'Dear all' }, ...guide }, []],
    ['a file instead', { '1-1': { files: [file] }, ...guide }, []],
    ['a text that is too long', { '1-1': { text: 'one two three four' }, ...guide }, [['1-1', 'over-limit']]],
    ['a soft limit lets more words pass', { '1-1': { text: 'Hi' }, ...guide }, []],
  ] as const)('%s', (_, handed, expected) => {
    expect(reasons(handed)).toEqual(expected)
  })

  test('what was left out is known by nothing being there', () => {
    expect(leftOut(items, {})).toEqual(['1-2'])
    expect(leftOut(items, { '1-2': { option: 0, files: [] } })).toEqual(['1-2'])
    expect(leftOut(items, { '1-2': { files: [file] } })).toEqual([])
  })
})
