import { describe, expect, test } from 'vitest'
import { passSentences } from '#site/src/lib/credentials/facts.ts'
import { messagesFor } from '#site/src/messages/index.ts'

const t = messagesFor('en')
type View = Parameters<typeof passSentences>[0]

const credential = (levels: string[], requiredLevel: string): View => ({
  levels,
  criteria: ['Facilitate', 'Lead'].map((name) => ({ name, levels: levels.map(() => 'What it takes.') })),
  passRule: { passParts: [], scoredPart: 2, requiredLevel, note: null },
  parts: [
    { number: 2, title: 'Evidence', kind: 'evidence', text: null, passing: null, prompts: [], evidence: [{}, {}, {}] },
  ] as unknown as View['parts'],
})

describe('what has to be reached to pass', () => {
  test('the highest level is asked for as it is', () => {
    expect(passSentences(credential(['Proficient', 'Basic', 'Developing'], 'Proficient'), t.credentials, 'en')).toEqual(
      [
        'In Part 2 (Evidence), each of the 3 components is Proficient on Facilitate and Lead. That makes 6 scores, each of them Proficient.',
      ],
    )
  })
  test('so many criteria, points, and what may be left out are said', () => {
    const four = credential(['Exemplary', 'Proficient', 'Basic'], 'Proficient')
    const say = (more: Partial<View['passRule']>) =>
      passSentences({ ...four, passRule: { ...four.passRule, ...more } }, t.credentials, 'en')
    expect(say({ needed: 'some', atLeast: 1 })).toEqual([
      'In Part 2 (Evidence), each component is at least Proficient on 1 or more of: Facilitate and Lead.',
    ])
    expect(say({ needed: 'points', atLeast: 5 })).toEqual([
      'In Part 2 (Evidence), all scores come to 5 points or more (Exemplary counts 2, Proficient counts 1, and Basic counts 0).',
    ])
  })
  test('whoever is better than what is asked for passes as well, and it says so', () => {
    const [sentence] = passSentences(
      credential(['Exemplary', 'Proficient', 'Basic'], 'Proficient'),
      t.credentials,
      'en',
    )
    expect(sentence).toContain('each of the 3 components is at least Proficient')
    expect(sentence).toContain('each of them at least Proficient')
  })
})

test.each([
  [2, 'What you handed in the second time'],
  [3, 'What you handed in the 3rd time'],
  [11, 'What you handed in the 11th time'],
])('attempt %i: %s', (attempt, text) => expect(t.submissions.work.before(attempt)).toBe(text))
