import { describe, expect, test } from 'vitest'
import { differences, textOf } from '#collections/values/differences.ts'

const paragraph = (...texts: string[]) => ({
  type: 'paragraph',
  children: texts.map((text) => ({ type: 'text', text })),
})
const story = (...paragraphs: object[]) => ({ root: { type: 'root', children: paragraphs } })

describe('what a value says', () => {
  test.each([
    ['nothing', null, ''],
    ['a truth', true, 'yes'],
    ['a list of words', ['teachers', 'leaders'], 'teachers, leaders'],
    ['rows', [{ id: 'x', text: 'One' }, { text: 'Two' }], 'text: One\ntext: Two'],
    ['a formatted text', story(paragraph('A ', 'bold', ' word'), paragraph('Next')), 'A bold word\nNext'],
    ['a box in a text', story({ type: 'block', fields: { id: '1', title: 'Note' } }), 'title: Note'],
  ])('%s', (_, value, text) => {
    expect(textOf(value)).toBe(text)
  })
})

describe('what was changed', () => {
  test('each field that is another now, with its words before and after', () => {
    const before = { id: '1', title: 'Old', updatedAt: 'a', price: 100, same: [{ id: 'x', text: 'One' }] }
    const after = { id: '1', title: 'New', updatedAt: 'b', price: null, same: [{ id: 'y', text: 'One' }] }
    expect(differences(before, after)).toEqual([
      { field: 'title', before: 'Old', after: 'New' },
      { field: 'price', before: '100', after: '' },
    ])
  })
  test('nothing where only the machinery differs, and none is as good as empty', () => {
    expect(differences({ a: null, _status: 'draft' }, { a: '', _status: 'published', savedBy: 'Cora' })).toEqual([])
  })
  test('related documents by their names', () => {
    const named = (_: string, value: unknown) => (value === 'c1' ? 'Circle one' : value)
    expect(differences({ circle: null }, { circle: 'c1' }, named)[0]!.after).toBe('Circle one')
  })
})
