import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCycle, type Graph, type Group, unmet, wayIn, wayOn } from '#collections/courses/prerequisites.ts'

const all = (...courses: string[]): Group => ({ kind: 'all', courses })
const any = (...courses: string[]): Group => ({ kind: 'any', courses })
const graphOf = (needs: Record<string, readonly Group[]>): Graph =>
  new Map(Object.entries(needs).map(([id, groups]) => [id, { groups }]))

/** Random graphs of up to seven courses, some of whose prerequisites are not in the graph. */
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const graphs = fc
  .array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS, 'gone'), fc.boolean()), { maxLength: 16 })
  .map((needs): Graph => {
    const graph = new Map(IDS.map((id) => [id, { groups: [] as Group[] }]))
    for (const [id, needed, every] of needs) graph.get(id)?.groups.push(every ? all(needed) : any(needed))
    return graph
  })
const needs = (graph: Graph, id: string, other: string): boolean =>
  graph.has(other) && (graph.get(id)?.groups.some(({ courses }) => courses.includes(other)) ?? false)

/** Every way through the graph without repeating a course, tried one after another. */
const naiveShortestCycle = (graph: Graph): number | undefined => {
  const lengths: number[] = []
  const walk = (path: string[]): void => {
    for (const next of IDS.filter((id) => needs(graph, path.at(-1) ?? '', id))) {
      if (next === path[0]) lengths.push(path.length + 1)
      else if (!path.includes(next)) walk([...path, next])
    }
  }
  for (const id of IDS) walk([id])
  return lengths.length > 0 ? Math.min(...lengths) : undefined
}

describe('findCycle', () => {
  test('through one course: what others draw in a circle is their own', () => {
    const asks = (...courses: string[]) => ({ groups: [{ kind: 'all' as const, courses }] })
    const graph: Graph = new Map([
      ['a', asks('b')],
      ['b', asks('a')],
      ['c', asks('a')],
    ])
    expect(findCycle(graph, 'c')).toBeUndefined()
    expect(findCycle(graph, 'b')).toEqual(['b', 'a', 'b'])
  })

  test.each([
    ['no courses', {}, undefined],
    ['a chain', { a: [], b: [all('a')], c: [all('b')] }, undefined],
    ['a diamond is not a cycle', { a: [], b: [all('a')], c: [all('a')], d: [all('b', 'c')] }, undefined],
    ['a course that asks for itself', { a: [all('a')] }, ['a', 'a']],
    ['two that ask for each other', { a: [all('b')], b: [all('a')] }, ['a', 'b', 'a']],
    ['three, named in the direction of asking', { a: [all('c')], b: [all('a')], c: [all('b')] }, ['a', 'c', 'b', 'a']],
    ['one of several ways in leads back', { a: [any('b', 'x')], b: [all('a')], x: [] }, ['a', 'b', 'a']],
    [
      'the shorter of two',
      { a: [all('b')], b: [all('c')], c: [all('a')], d: [all('e')], e: [all('d')] },
      ['d', 'e', 'd'],
    ],
    ['of equal ones the first by id', { d: [all('c')], c: [all('d')], b: [all('a')], a: [all('b')] }, ['a', 'b', 'a']],
    ['behind a chain', { a: [all('b')], b: [all('c')], c: [all('c')] }, ['c', 'c']],
    ['a prerequisite that does not exist', { a: [all('gone')], b: [all('a', 'gone')] }, undefined],
  ])('%s', (_, graph, expected) => {
    expect(findCycle(graphOf(graph))).toEqual(expected)
  })

  test('finds what trying every way finds, and what it finds is there', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const cycle = findCycle(graph)
        expect(cycle?.length).toBe(naiveShortestCycle(graph))
        if (!cycle) return
        expect(cycle.at(-1)).toBe(cycle[0])
        expect(cycle.slice(1).every((id, index) => needs(graph, cycle[index] ?? '', id))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('does not depend on the order in which courses were loaded', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const turned: Graph = new Map(
          [...graph].reverse().map(([id, { groups }]) => [id, { groups: [...groups].reverse() }]),
        )
        expect(findCycle(turned)).toEqual(findCycle(graph))
      }),
    )
  })
})

describe('unmet', () => {
  const none = new Map<string, readonly string[]>()
  const counts = new Map([['a', ['a-online', 'a-2019']]])
  const missing = (...courses: string[]) => courses.map((course) => ({ course, equivalents: [] }))

  test.each([
    ['nothing asked', [], [], none, []],
    ['all of two, none done', [all('a', 'b')], [], none, [{ kind: 'all', missing: missing('a', 'b') }]],
    ['all of two, one done', [all('a', 'b')], ['a'], none, [{ kind: 'all', missing: missing('b') }]],
    ['all of two, both done', [all('a', 'b')], ['a', 'b'], none, []],
    ['any of two, none done', [any('a', 'b')], [], none, [{ kind: 'any', missing: missing('a', 'b') }]],
    ['any of two, one done', [any('a', 'b')], ['b'], none, []],
    ['two groups, one met', [all('a'), any('b', 'c')], ['a'], none, [{ kind: 'any', missing: missing('b', 'c') }]],
    ['an equivalent counts', [all('a')], ['a-2019'], counts, []],
    ['an equivalent in a choice counts', [any('a', 'b')], ['a-online'], counts, []],
    [
      'equivalence holds one way only',
      [all('a-online')],
      ['a'],
      counts,
      [{ kind: 'all', missing: missing('a-online') }],
    ],
    [
      'what would do instead is named',
      [all('a')],
      ['b'],
      counts,
      [{ kind: 'all', missing: [{ course: 'a', equivalents: ['a-online', 'a-2019'] }] }],
    ],
    ['an empty group asks for nothing', [all(), any()], [], none, []],
    ['named twice, missing once', [all('a', 'a')], [], none, [{ kind: 'all', missing: missing('a') }]],
  ])('%s', (_, groups, completed, equivalents, expected) => {
    expect(unmet(groups, new Set(completed), equivalents)).toEqual(expected)
  })

  const groups = fc.array(
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), courses: fc.subarray(IDS) }),
    { maxLength: 4 },
  )

  test('doing what it names opens the way', () => {
    fc.assert(
      fc.property(groups, fc.subarray(IDS), (asked, completed) => {
        const done = new Set(completed)
        for (const { kind, missing: open } of unmet(asked, done))
          for (const { course } of kind === 'all' ? open : open.slice(0, 1)) done.add(course)
        expect(unmet(asked, done)).toEqual([])
      }),
    )
  })

  test('one more completed course never closes a way', () => {
    fc.assert(
      fc.property(groups, fc.subarray(IDS), fc.constantFrom(...IDS), (asked, completed, more) => {
        const before = unmet(asked, new Set(completed))
        expect(unmet(asked, new Set([...completed, more])).length).toBeLessThanOrEqual(before.length)
      }),
    )
  })
})

describe('the way in and the way on', () => {
  const graph = graphOf({
    intro: [],
    talk: [all('intro')],
    lead: [any('talk', 'gone')],
    teach: [all('intro')],
    coach: [all('lead', 'teach')],
  })

  test.each([
    ['intro', [], ['talk', 'teach', 'lead', 'coach']],
    ['lead', ['talk', 'intro'], ['coach']],
    ['coach', ['lead', 'teach', 'talk', 'intro'], []],
    ['gone', [], []],
  ])('%s', (id, before, after) => {
    expect(wayIn(graph, id)).toEqual(before)
    expect(wayOn(graph, id)).toEqual(after)
  })

  test('they mirror each other, in cycles too', () => {
    fc.assert(
      fc.property(graphs, fc.constantFrom(...IDS), fc.constantFrom(...IDS), (random, a, b) => {
        expect(wayIn(random, a).includes(b)).toBe(wayOn(random, b).includes(a))
        expect(wayIn(random, a)).not.toContain(a)
      }),
    )
  })
})

describe('two thousand courses', () => {
  const id = (index: number) => `course-${String(index).padStart(4, '0')}`
  const indexes = Array.from({ length: 2000 }, (_, index) => index)
  const layered = new Map(
    indexes.map((index) => [
      id(index),
      { groups: [all(...[1, 2, 30, 400].filter((back) => back <= index).map((back) => id(index - back)))] },
    ]),
  )
  const ring = new Map(indexes.map((index) => [id(index), { groups: [all(id((index + 1) % 2000))] }]))

  test('a deep graph without a cycle', () => {
    expect(findCycle(layered)).toBeUndefined()
    expect(wayIn(layered, id(1999))).toHaveLength(1999)
  }, 2000)

  test('one cycle through all of them', () => expect(findCycle(ring)).toHaveLength(2001), 5000)

  test('a short cycle among many links', () => {
    const tangled = new Map([...layered, [id(0), { groups: [all(id(1))] }]])
    expect(findCycle(tangled)).toEqual([id(0), id(1), id(0)])
  }, 2000)
})
