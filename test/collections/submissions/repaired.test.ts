import { describe, expect, test } from 'vitest'
import { editionFrom, type Edition } from '#collections/submissions/edition.ts'
import { itemsOf } from '#collections/submissions/parts.ts'
import { canGoOver, differencesIn } from '#collections/submissions/repaired.ts'
import type { SubmissionStatus } from '#collections/submissions/states.ts'
import { purposeful } from '#test/support/purposeful.ts'

const BEFORE: Edition = editionFrom(purposeful)
const withPart = (number: number, change: (part: Edition['parts'][number]) => Edition['parts'][number]): Edition => ({
  ...BEFORE,
  parts: BEFORE.parts.map((part) => (part.number === number ? change(part) : part)),
})
const otherWords = withPart(1, (part) => ({
  ...part,
  prompts: part.prompts.map((prompt, at) => (at === 0 ? { ...prompt, wordLimit: 600 } : prompt)),
}))

describe('what is different in a credential', () => {
  test('nothing, where nothing that matters is', () => {
    expect(differencesIn(BEFORE, { ...BEFORE, summary: 'Other', strategies: [] })).toEqual([])
  })

  test('nothing, where an earlier edition lacks what says nothing', () => {
    const bare = withPart(1, (part) => ({ ...part, prompts: part.prompts.map(({ optional: _, ...rest }) => rest) }))
    expect(differencesIn(bare, BEFORE)).toEqual([])
  })

  test.each<[string, Edition, string]>([
    ['a limit', otherWords, 'is asked for in other words, or with other limits.'],
    [
      'a part that is gone',
      { ...BEFORE, parts: BEFORE.parts.filter(({ number }) => number !== 4) },
      'is asked for no more.',
    ],
    ['the rubric', { ...BEFORE, levels: ['Exemplary', ...BEFORE.levels] }, 'The rubric is another one.'],
    ['the rule', { ...BEFORE, passRule: { ...BEFORE.passRule, passParts: [1] } }, 'What passes is another rule.'],
    ['the attempts', { ...BEFORE, attempts: 7 }, 'The number of attempts is another one.'],
  ])('%s', (_, after, expected) => {
    const said = differencesIn(BEFORE, after)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(expected)
  })
})

describe('going over to it', () => {
  const items = itemsOf(BEFORE.parts)
  const work = (judged = {}) => ({ edition: BEFORE, items, judged })

  test.each<[string, Record<string, 'met' | 'not-yet'>, SubmissionStatus, Edition, boolean]>([
    ['while nothing is judged', {}, 'draft', otherWords, true],
    ['not while it is being read', {}, 'in-review', otherWords, false],
    ['where what was met is asked for as it was', { '4-1': 'met', '1-1': 'not-yet' }, 'not-yet', otherWords, true],
    ['not where what was met is asked for otherwise', { '1-1': 'met' }, 'not-yet', otherWords, false],
    [
      'not where the rubric is another one and something is met',
      { '4-1': 'met' },
      'not-yet',
      { ...BEFORE, levels: ['Exemplary', ...BEFORE.levels] },
      false,
    ],
  ])('%s', (_, judged, status, after, expected) => {
    expect(canGoOver(work(judged), status, after)).toBe(expected)
  })
})
