import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathwaysThrough } from '#collections/courses/pathways.ts'
import type { Group } from '#collections/courses/prerequisites.ts'
import { syntheticCourses } from '#seed/synthetic.ts'
import { layOutPathways, lineCount } from '#site/src/lib/courses/pathway-layout.ts'

type Linked = { id: string; title: string; groups: Group[] }
type Box = { x: number; y: number; width: number; height: number }

const catalogOf = (count: number, seed = 7): Linked[] =>
  syntheticCourses(count, seed).courses.map(({ slug, title, prerequisites }) => ({
    id: slug,
    title,
    groups: prerequisites,
  }))

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const endsOf = (d: string): { x: number; y: number }[] => {
  const numbers = [...d.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number))
  const [x = 0, y = 0] = numbers
  if (!d.endsWith(`H${numbers.at(-1)}`))
    return [
      { x, y },
      { x: numbers.at(-2)!, y: numbers.at(-1)! },
    ]
  const before = d.includes('C') ? numbers.at(-2)! : y
  return [
    { x, y },
    { x: numbers.at(-1)!, y: before },
  ]
}

/** Points along a track, close enough together that no box fits between two of them. */
const pointsOn = (d: string): { x: number; y: number }[] => {
  let [x, y] = [0, 0]
  return [...d.matchAll(/([MHC])([^MHC]*)/g)].flatMap(([, command, rest]) => {
    const numbers = rest!.split(/[ ,]/).map(Number)
    const end = command === 'H' ? { x: numbers[0]!, y } : { x: numbers.at(-2)!, y: numbers.at(-1)! }
    const [start, bend] = [{ x, y }, command === 'C' ? numbers[0]! : undefined]
    ;[x, y] = [end.x, end.y]
    if (command === 'M') return [end]
    return Array.from({ length: 40 }, (_, i) => {
      const [t, u] = [(i + 1) / 40, 1 - (i + 1) / 40]
      if (bend === undefined) return { x: u * start.x + t * end.x, y }
      const level = { start: u ** 3 + 3 * u * u * t, end: 3 * u * t * t + t ** 3 }
      return {
        x: u ** 3 * start.x + 3 * (u * u * t + u * t * t) * bend + t ** 3 * end.x,
        y: level.start * start.y + level.end * end.y,
      }
    })
  })
}

const catalogs = fc.tuple(fc.integer({ min: 0, max: 80 }), fc.nat(1000)).map(([count, seed]) => catalogOf(count, seed))

describe('the map of pathways', () => {
  test('keeps nodes and junctions apart and inside the map', () => {
    fc.assert(
      fc.property(catalogs, (courses) => {
        const { nodes, junctions, width, height } = layOutPathways(pathwaysThrough(courses))
        const boxes: Box[] = [...nodes, ...junctions]
        boxes.forEach((box, i) => {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true)
          expect(boxes.slice(i + 1).filter((other) => overlaps(box, other))).toEqual([])
        })
      }),
      { numRuns: 40 },
    )
  })

  test('leads every track from the right edge of one box to the left edge of the next', () => {
    fc.assert(
      fc.property(catalogs, (courses) => {
        const { nodes, junctions, tracks } = layOutPathways(pathwaysThrough(courses))
        const boxes = new Map<string, Box>([
          ...nodes.map((node) => [node.course.id, node] as const),
          ...junctions.map((junction) => [junction.id, junction] as const),
        ])
        for (const { from, to, d } of tracks) {
          const [start, end] = endsOf(d) as [{ x: number; y: number }, { x: number; y: number }]
          const [left, right] = [boxes.get(from)!, boxes.get(to)!]
          expect(start.x).toBeCloseTo(left.x + left.width, 0)
          expect(end.x).toBeCloseTo(right.x, 0)
          expect(start.y).toBeGreaterThanOrEqual(left.y)
          expect(start.y).toBeLessThanOrEqual(left.y + left.height)
          expect(end.y).toBeGreaterThanOrEqual(right.y)
          expect(end.y).toBeLessThanOrEqual(right.y + right.height)
          expect(start.x).toBeLessThan(end.x)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('runs no track through a node or junction on its way', () => {
    fc.assert(
      fc.property(catalogs, (courses) => {
        const { nodes, junctions, tracks } = layOutPathways(pathwaysThrough(courses))
        const boxes = [...nodes.map((node) => ({ ...node, id: node.course.id })), ...junctions]
        const isInside = ({ x, y, width, height }: Box, p: { x: number; y: number }) =>
          p.x > x + 1 && p.x < x + width - 1 && p.y > y + 1 && p.y < y + height - 1
        for (const { from, to, d } of tracks) {
          const points = pointsOn(d)
          const others = boxes.filter(({ id }) => id !== from && id !== to)
          expect(others.filter((box) => points.some((p) => isInside(box, p))).map(({ id }) => id)).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })

  test('is the same every time', () => {
    const pathways = pathwaysThrough(catalogOf(60))
    expect(layOutPathways(pathways)).toEqual(layOutPathways(pathways))
  })

  test('is empty where no course asks for another', () => {
    expect(layOutPathways(pathwaysThrough([{ id: 'a', title: 'A', groups: [] }])).nodes).toEqual([])
  })

  test('draws a cycle that was let through', () => {
    const courses: Linked[] = [
      { id: 'a', title: 'A', groups: [{ kind: 'all', courses: ['b'] }] },
      { id: 'b', title: 'B', groups: [{ kind: 'all', courses: ['a'] }] },
    ]
    expect(layOutPathways(pathwaysThrough(courses)).tracks.length).toBe(2)
  })

  test('lays out two thousand courses in under two seconds of work', () => {
    const pathways = pathwaysThrough(catalogOf(2000))
    const start = process.threadCpuUsage()
    const { nodes } = layOutPathways(pathways)
    const { user, system } = process.threadCpuUsage(start)
    expect(nodes.length).toBeGreaterThan(500)
    expect((user + system) / 1000).toBeLessThan(2000)
  })

  test('gives a taller box to a longer title', () => {
    const title = 'Planning Units That Put Students’ Languages and Families at the Center'
    const { nodes } = layOutPathways(
      pathwaysThrough([
        { id: 'a', title: 'Short', groups: [] },
        { id: 'b', title, groups: [{ kind: 'all', courses: ['a'] }] },
      ]),
    )
    expect(nodes.map(({ height }) => height > 60)).toEqual([false, true])
  })
})

test.each([
  ['', 100, 1],
  ['one', 100, 1],
  ['one two three four', 84, 2],
  ['Antidisestablishmentarianism', 84, 3],
])('“%s” takes lines of %d units', (text, width, lines) => {
  expect(lineCount(text, width)).toBe(lines)
})
