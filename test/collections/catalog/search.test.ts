import { describe, expect, test } from 'vitest'
import { noDocuments } from '#test/support/catalog.ts'
import { searchIn, termsIn } from '#collections/catalog/search.ts'
import { snapshotOf } from '#collections/catalog/snapshot.ts'

const titled = (...titles: string[]) => {
  const strategies = titles.map(
    (name, at) => [String(at), { id: String(at), slug: `s-${at}`, name, summary: '' }] as const,
  )
  const snapshot = snapshotOf({ ...noDocuments(), strategies: new Map(strategies) as never })
  return (words: string) => searchIn(snapshot, words).map((hit) => hit.title)
}

describe('what is found', () => {
  const search = titled(
    'Well-Being and Mental-Health',
    'Wellbeing at work',
    'Well being of teachers',
    'Self-care for K–12 staff',
    'Straße of Saints',
    'Ma’lumot for Teachers’ aides',
    'Équité in Łódź',
    'Being well',
  )
  const ALL = ['Well being of teachers', 'Well-Being and Mental-Health', 'Wellbeing at work']
  test.each<[string, string[]]>([
    ['wellbeing', ALL],
    ['well-being', [...ALL, 'Being well']],
    ['Well being', [...ALL, 'Being well']],
    ['wellbeing work', ['Wellbeing at work']],
    ['mentalhealth', ['Well-Being and Mental-Health']],
    ['k12', ['Self-care for K–12 staff']],
    ['K-12', ['Self-care for K–12 staff']],
    ['strasse', ['Straße of Saints']],
    ['malumot', ['Ma’lumot for Teachers’ aides']],
    ["ma'lumot", ['Ma’lumot for Teachers’ aides']],
    ['teachers', ['Ma’lumot for Teachers’ aides', 'Well being of teachers']],
    ['equite lodz', ['Équité in Łódź']],
    ['wellbeeing', ['Wellbeing at work', 'Well-Being and Mental-Health']],
    ['…', []],
    ['', []],
  ])('%s', (words, titles) => {
    const found = search(words)
    for (const title of titles) expect(found).toContain(title)
    if (titles.length === 0 || words === 'wellbeing work') expect(found).toEqual(titles)
  })
})

test('a word in parts is words, and the closed word too', () => {
  expect(termsIn('Well-Being, K–12 – and')).toEqual(['well', 'being', 'k', '12', 'and', 'wellbeing', 'k12'])
})
