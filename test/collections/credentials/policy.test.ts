import { describe, expect, test } from 'vitest'
import { refusalsOfRubric, type Rubric } from '#collections/credentials/policy.ts'
import { credentials } from '#seed/content/credentials.ts'

const [seeded] = credentials

type Part = NonNullable<Rubric['parts']>[number]

const PROMPTS: Part = { number: 1, title: 'Context', kind: 'prompts', prompts: [{ title: 'Needs' }] }
const WORK: Part = {
  number: 2,
  title: 'Work',
  kind: 'evidence',
  evidence: [{ title: 'Awareness', options: [{ kind: 'file' }] }],
}
const GUIDE: Part = { number: 3, title: 'Scoring guide', kind: 'guide' }

const whole: Rubric = {
  levels: [{ name: 'Exemplary' }, { name: 'Proficient' }, { name: 'Basic' }],
  criteria: [
    { name: 'Lead', levels: [{}, {}, {}] },
    { name: 'Facilitate', levels: [{}, {}, {}] },
  ],
  parts: [PROMPTS, WORK, GUIDE],
  passRule: { passParts: [1], scoredPart: 2, requiredLevel: 'Proficient' },
}

const pathsOf = (given: Rubric): string[] => refusalsOfRubric({ ...whole, ...given }).map(({ path }) => path)
const work = (given: Partial<Part>): Rubric => ({ parts: [PROMPTS, { ...WORK, ...given }, GUIDE] })
const options = (...given: NonNullable<NonNullable<Part['evidence']>[number]['options']>): Rubric =>
  work({ evidence: [{ title: 'Awareness', options: given }] })

describe('what is published', () => {
  test.each([
    ['a whole rubric', {}, []],
    ['a rubric without criteria: each component is scored once', { criteria: [] }, []],
    ['nothing scored, only parts that pass', { passRule: { passParts: [1, 2] } }, []],
    ['a scored part of prompts', { passRule: { scoredPart: 1 } }, []],

    // Nobody could ever pass.
    ['no pass rule at all', { passRule: null }, ['passRule.passParts']],
    ['an empty pass rule', { passRule: { passParts: [], scoredPart: null } }, ['passRule.passParts']],
    ['a level nobody can reach', { passRule: { scoredPart: 2, requiredLevel: 'Superb' } }, ['passRule.requiredLevel']],
    ['a part to pass that is not there', { passRule: { passParts: [1, 4] } }, ['passRule.passParts']],
    ['a part to score that is not there', { passRule: { scoredPart: 4 } }, ['passRule.scoredPart']],
    ['a scoring guide to be scored', { passRule: { scoredPart: 3 } }, ['passRule.scoredPart']],
    ['a scoring guide to pass', { passRule: { passParts: [3] } }, ['passRule.passParts']],
    ['one part that passes and is scored', { passRule: { passParts: [2], scoredPart: 2 } }, ['passRule.passParts']],
    ['one part that passes twice', { passRule: { passParts: [1, 1] } }, ['passRule.passParts']],

    // Nothing could be handed in.
    ['no parts', { parts: [], passRule: { passParts: [1] } }, ['parts', 'passRule.passParts']],
    ['a part without prompts', { parts: [{ ...PROMPTS, prompts: [] }, WORK] }, ['parts.0.prompts']],
    ['a part without components', work({ evidence: [] }), ['parts.1.evidence']],
    ['a component without a form', work({ evidence: [{ title: 'Awareness' }] }), ['parts.1.evidence.0.options']],

    // One could be taken for the other.
    ['a number twice', work({ number: 1 }), ['parts.1.number', 'passRule.scoredPart']],
    [
      'two components of one name',
      work({ evidence: [...WORK.evidence!, { title: ' awareness', options: [{ kind: 'text' }] }] }),
      ['parts.1.evidence.1.title'],
    ],
    [
      'two prompts of one name',
      { parts: [{ ...PROMPTS, prompts: [{ title: 'Needs' }, { title: 'Needs' }] }, WORK] },
      ['parts.0.prompts.1.title'],
    ],
    [
      'two levels of one name',
      { levels: [{ name: 'Proficient' }, { name: 'Proficient ' }, { name: 'Basic' }] },
      ['levels.1.name'],
    ],
    [
      'two criteria of one name',
      { criteria: [whole.criteria![0]!, { name: 'LEAD', levels: [{}, {}, {}] }] },
      ['criteria.1.name'],
    ],
    ['a level left out', { criteria: [{ name: 'Lead', levels: [{}] }] }, ['criteria.0.levels']],

    // Limits that limit nothing.
    [
      'words that are refused beyond no number',
      { parts: [{ ...PROMPTS, prompts: [{ title: 'Needs', limitKind: 'hard' }] }, WORK] },
      ['parts.0.prompts.0.wordLimit'],
    ],
    [
      'words of a recording',
      options({ kind: 'recording', wordLimit: 500 }),
      ['parts.1.evidence.0.options.0.wordLimit'],
    ],
    ['words of a link', options({ kind: 'link', wordLimit: 500 }), ['parts.1.evidence.0.options.0.wordLimit']],
    ['minutes of a text', options({ kind: 'text', maxMinutes: 10 }), ['parts.1.evidence.0.options.0.maxMinutes']],
    [
      'minutes of a recording and words that go with a file',
      options({ kind: 'recording', maxMinutes: 10 }, { kind: 'file', wordLimit: 500 }),
      [],
    ],

    // Rules that cannot be kept.
    ['so many criteria, without a number', { passRule: { scoredPart: 2, needed: 'some' } }, ['passRule.atLeast']],
    ['two of two criteria', { passRule: { scoredPart: 2, needed: 'some', atLeast: 2 } }, []],
    ['three of two criteria', { passRule: { scoredPart: 2, needed: 'some', atLeast: 3 } }, ['passRule.atLeast']],
    ['counted, with nothing scored', { passRule: { passParts: [1], needed: 'some', atLeast: 1 } }, ['passRule.needed']],
    ['as many points as there are', { passRule: { scoredPart: 2, needed: 'points', atLeast: 4 } }, []],
    ['more points than there are', { passRule: { scoredPart: 2, needed: 'points', atLeast: 5 } }, ['passRule.atLeast']],
    [
      'points of its own that rise',
      { levels: [{ name: 'Exemplary', points: 2 }, { name: 'Proficient', points: 2 }, { name: 'Basic' }] },
      ['levels.1.points'],
    ],
    [
      'a row that is not there',
      work({ evidence: [{ ...WORK.evidence![0]!, criteria: ['Lead', 'Listen'] }] }),
      ['parts.1.evidence.0.criteria'],
    ],
    [
      'a level of its own that is not there',
      work({ evidence: [{ ...WORK.evidence![0]!, requiredLevel: 'Superb' }] }),
      ['parts.1.evidence.0.requiredLevel'],
    ],
    [
      'all that is judged may be left out',
      {
        ...work({ evidence: [{ ...WORK.evidence![0]!, optional: true }] }),
        passRule: { scoredPart: 2 },
      },
      ['passRule.passParts'],
    ],
  ] satisfies [string, Rubric, string[]][])('%s', (_, given, paths) => {
    expect(pathsOf(given)).toEqual(paths)
  })

  test('everything that is wrong at once, so that it is mended at once', () => {
    expect(pathsOf({ passRule: {}, ...options() })).toEqual(['parts.1.evidence.0.options', 'passRule.passParts'])
  })

  test('sentences the panel shows as they are: it cuts them at a colon', () => {
    const all = refusalsOfRubric({
      levels: [{ name: 'A' }, { name: 'A' }],
      parts: [{ ...GUIDE }, { ...WORK, number: 3 }],
    })
    expect(all.length).toBeGreaterThan(2)
    expect(all.filter(({ message }) => message.includes(':'))).toEqual([])
  })

  test('the seeded micro-credential', () => {
    expect(refusalsOfRubric(seeded!)).toEqual([])
  })
})
