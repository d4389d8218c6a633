import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { around, type Entry, outlineOf, partsOf, pathwaysThrough, rolesAround } from '#collections/courses/pathways.ts'
import type { Group } from '#collections/courses/prerequisites.ts'

type Linked = { id: string; groups: Group[] }
const course = (id: string, ...groups: Group[]): Linked => ({ id, groups })
const all = (...courses: string[]): Group => ({ kind: 'all', courses })
const any = (...courses: string[]): Group => ({ kind: 'any', courses })

/** a and b lead into c, of which either will do; c and d lead into e; x stands alone. */
const sample = [
  course('a'),
  course('b'),
  course('c', any('a', 'b')),
  course('d'),
  course('e', all('c', 'd')),
  course('x'),
]

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
/** Graphs without cycles, a few of whose prerequisites are not among the courses. */
const catalogs = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.boolean()), { maxLength: 18 }).map((needs): Linked[] => {
  const courses = IDS.map((id) => course(id))
  for (const [i, j, every] of needs) {
    const [first, later] = [Math.min(i, j), Math.max(i, j)]
    const asked = first === later ? ['gone'] : [IDS[first]!, ...(every ? [] : ['gone'])]
    courses[later]!.groups.push(every ? all(...asked) : any(...asked))
  }
  return courses
})

describe('pathways', () => {
  test('join where any one of several courses will do', () => {
    const { nodes, junctions, lines, alone } = pathwaysThrough(sample)
    expect(nodes.map(({ course }) => course.id)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(junctions).toEqual([{ id: 'c/0', into: 'c' }])
    expect(lines).toEqual([
      { from: 'a', to: 'c/0', course: 'a' },
      { from: 'b', to: 'c/0', course: 'b' },
      { from: 'c/0', to: 'c', course: 'c' },
      { from: 'c', to: 'e', course: 'c' },
      { from: 'd', to: 'e', course: 'd' },
    ])
    expect(alone.map(({ id }) => id)).toEqual(['x'])
  })

  test.each([
    ['one course of an any group needs no junction', [course('a'), course('b', any('a'))], 0, ['a b']],
    ['the same course twice is one', [course('a'), course('b', any('a', 'a'))], 0, ['a b']],
    ['asked for twice, it leads there once', [course('a'), course('b', all('a'), all('a'))], 0, ['a b']],
    [
      'a hidden alternative still makes it a choice',
      [course('a'), course('b', any('a', 'gone'))],
      1,
      ['a b/0', 'b/0 b'],
    ],
    ['hidden courses lead nowhere', [course('b', any('gone', 'lost'))], 0, []],
    ['a course never leads to itself', [course('a', all('a'))], 0, []],
    ['an empty group asks for nothing', [course('a', all())], 0, []],
  ])('%s', (_, courses, junctions, lines) => {
    const pathways = pathwaysThrough(courses)
    expect(pathways.junctions.length).toBe(junctions)
    expect(pathways.lines.map(({ from, to }) => `${from} ${to}`)).toEqual(lines)
  })

  test('count what is asked for and not shown', () => {
    const { nodes } = pathwaysThrough([course('a'), course('b', all('a', 'gone'), any('lost', 'gone'))])
    expect(nodes.map(({ unseen }) => unseen)).toEqual([0, 2])
  })

  test('have lines between nodes and junctions only, and every course once', () => {
    fc.assert(
      fc.property(catalogs, (courses) => {
        const { nodes, junctions, lines, alone } = pathwaysThrough(courses)
        const drawn = new Set([...nodes.map(({ course }) => course.id), ...junctions.map(({ id }) => id)])
        expect(lines.filter(({ from, to }) => !drawn.has(from) || !drawn.has(to))).toEqual([])
        expect([...nodes.map(({ course }) => course.id), ...alone.map(({ id }) => id)].toSorted()).toEqual(IDS)
      }),
    )
  })
})

describe('around a course', () => {
  test('lie its whole way in and way on', () => {
    expect(around(sample, 'c')).toEqual({ courses: sample.filter(({ id }) => 'abce'.includes(id)), left: 0 })
  })

  test('a limit keeps the nearest of both sides and says how many are left', () => {
    const chain = IDS.map((id, i) => course(id, ...(i ? [all(IDS[i - 1]!)] : [])))
    const { courses, left } = around(chain, 'd', 3)
    expect(courses.map(({ id }) => id)).toEqual(['c', 'd', 'e'])
    expect(left).toBe(5)
  })

  test('every node and line has its role', () => {
    const pathways = pathwaysThrough(sample)
    const { of, ofLine } = rolesAround(sample, pathways, 'c')
    expect(Object.fromEntries(of)).toEqual({ a: 'in', b: 'in', c: 'self', d: 'off', e: 'on', 'c/0': 'in' })
    expect(pathways.lines.map(ofLine)).toEqual(['in', 'in', 'in', 'on', 'off'])
  })

  test('a junction on the way on shows only the ways that lead there', () => {
    const pathways = pathwaysThrough(sample)
    const { of, ofLine } = rolesAround(sample, pathways, 'a')
    expect(of.get('c/0')).toBe('on')
    expect(pathways.lines.map(ofLine)).toEqual(['on', 'off', 'on', 'on', 'off'])
  })
})

describe('the outline', () => {
  const flat = (entries: readonly Entry<Linked>[]): Entry<Linked>[] =>
    entries.flatMap((entry) => [entry, ...flat(entry.opens)])
  const written = (entries: readonly Entry<Linked>[]): string =>
    entries
      .map(
        ({ course, isRepeated, opens }) =>
          `${course.id}${isRepeated ? '*' : ''}${opens.length ? `(${written(opens)})` : ''}`,
      )
      .join(' ')

  test('begins with what asks for nothing and says everything once', () => {
    expect(written(outlineOf(sample))).toBe('a(c(e)) b(c*) d(e*)')
  })

  test('begins again at the margin where it would be too deep', () => {
    const ids = 'abcdefghij'.split('')
    const chain = ids.map((id, i) => course(id, ...(i ? [all(ids[i - 1]!)] : [])))
    expect(written(outlineOf(chain))).toBe('a(b(c(d(e(f(g*)))))) g(h(i(j)))')
  })

  test('comes to an end on a cycle', () => {
    expect(written(outlineOf([course('a', all('b')), course('b', all('a'))]))).toBe('a(b(a*))')
  })

  test('gives every connected course one entry of its own, wherever repeats point', () => {
    fc.assert(
      fc.property(catalogs, (courses) => {
        const entries = flat(outlineOf(courses))
        const own = entries.filter(({ isRepeated }) => !isRepeated).map(({ course }) => course.id)
        const connected = pathwaysThrough(courses).nodes.map(({ course }) => course.id)
        expect(own.toSorted()).toEqual(connected.toSorted())
        expect(entries.filter(({ isRepeated, opens }) => isRepeated && opens.length > 0)).toEqual([])
      }),
    )
  })
})

describe('parts of the pathways', () => {
  test('are what no line leads between', () => {
    const parts = partsOf(pathwaysThrough([...sample, course('y', all('x'))]))
    expect(parts.map(({ nodes }) => nodes.map(({ course }) => course.id).join(''))).toEqual(['abcde', 'xy'])
    expect(parts.map(({ junctions, lines }) => [junctions.length, lines.length])).toEqual([
      [1, 5],
      [0, 1],
    ])
  })

  test('hold together every node, junction and line', () => {
    fc.assert(
      fc.property(catalogs, (courses) => {
        const { nodes, junctions, lines } = pathwaysThrough(courses)
        const parts = partsOf({ nodes, junctions, lines, alone: [] })
        expect(parts.flatMap((part) => part.lines).length).toBe(lines.length)
        expect(parts.flatMap((part) => part.junctions).length).toBe(junctions.length)
        for (const part of parts) {
          const here = new Set([...part.nodes.map(({ course }) => course.id), ...part.junctions.map(({ id }) => id)])
          expect(part.lines.filter(({ from, to }) => !here.has(from) || !here.has(to))).toEqual([])
        }
      }),
    )
  })
})
