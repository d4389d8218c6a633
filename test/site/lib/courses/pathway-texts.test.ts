import { describe, expect, test } from 'vitest'
import { beforeWords } from '#site/src/lib/courses/pathway-texts.ts'
import { en } from '#site/src/messages/en.ts'

type Groups = { kind: 'all' | 'any'; courses: string[] }[]
const catalog = (groups: Groups) => [
  { id: 'a', title: 'First Steps', groups: [] },
  { id: 'b', title: 'Second Steps', groups: [] },
  { id: 'c', title: 'Third Steps', groups },
]
const wordsFor = (groups: Groups) => beforeWords(catalog(groups), en, 'en').get('c')

describe('what comes before a course', () => {
  test.each<[string, Groups, string | undefined]>([
    ['nothing', [], undefined],
    ['one course', [{ kind: 'all', courses: ['a'] }], 'Before it: First Steps'],
    ['all of several', [{ kind: 'all', courses: ['a', 'b'] }], 'Before it: First Steps and Second Steps'],
    [
      'any of several',
      [{ kind: 'any', courses: ['a', 'b'] }],
      'Before it, any one of these: First Steps or Second Steps',
    ],
    ['any one of one is that one', [{ kind: 'any', courses: ['b'] }], 'Before it: Second Steps'],
    [
      'several groups',
      [
        { kind: 'all', courses: ['a'] },
        { kind: 'any', courses: ['b', 'hidden'] },
      ],
      'Before it: First Steps. Before it, any one of these: Second Steps or 1 other',
    ],
    ['only what is not shown', [{ kind: 'all', courses: ['hidden', 'lost'] }], '2 more come first'],
    ['an empty group', [{ kind: 'any', courses: [] }], undefined],
  ])('%s', (_, groups, expected) => {
    expect(wordsFor(groups)).toBe(expected)
  })

  test('is told only of courses that ask for something', () => {
    expect([...beforeWords(catalog([{ kind: 'all', courses: ['a'] }]), en, 'en').keys()]).toEqual(['c'])
  })
})
