import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Chart, type ChartCourse, layOut, namePath } from '#collections/framework/chart.ts'

const circlesOf = (n: number) => Array.from({ length: n }, (_, i) => ({ slug: `circle-${i}` }))
const course = (slug: string, ...circles: number[]): ChartCourse => ({
  slug,
  circles: circles.map((i) => `circle-${i}`),
})
const many = (count: number, ...circles: number[]): ChartCourse[] =>
  Array.from({ length: count }, (_, i) => course(`${circles.join('-')}-${i}`, ...circles))
const apart = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)

/** Coordinates are rounded to a tenth, so two of them may differ from the truth by that much. */
const ROUNDING = 0.2

/** Circles on a ring meet alone only if they are neighbors. */
const meetAlone = (set: readonly number[], n: number): boolean =>
  n < 3 || set.filter((i) => !set.includes((i + n - 1) % n)).length <= 1

const numbersOf = (circles: readonly string[]) => circles.map((slug) => Number(slug.split('-')[1]))

/** Every way in which a chart could mislead or be unreadable, in words. */
const faultsOf = (chart: Chart, courses: readonly ChartCourse[]): string[] => {
  const faults: string[] = []
  const { viewBox, result, circles } = chart
  const bySlug = new Map(courses.map((one) => [one.slug, one]))
  const fault = (isWrong: boolean, words: string) => isWrong && faults.push(words)
  chart.marks.forEach((mark, i) => {
    const set = numbersOf(bySlug.get(mark.slug)?.circles ?? [])
    circles.forEach((circle, at) => {
      const away = apart(mark, { x: circle.cx, y: circle.cy })
      if (set.includes(at)) fault(away + mark.r > circle.r + ROUNDING, `${mark.slug} leaves ${circle.slug}`)
      else if (meetAlone(set, circles.length))
        fault(away - mark.r < circle.r - ROUNDING, `${mark.slug} enters ${circle.slug}`)
    })
    fault(apart(mark, { x: result.cx, y: result.cy }) - mark.r < result.r, `${mark.slug} covers the result`)
    fault(
      mark.x - mark.r < viewBox.x ||
        mark.y - mark.r < viewBox.y ||
        mark.x + mark.r > viewBox.x + viewBox.width ||
        mark.y + mark.r > viewBox.y + viewBox.height,
      `${mark.slug} is cut off`,
    )
    for (const other of chart.marks.slice(i + 1))
      fault(apart(mark, other) < mark.r + other.r, `${mark.slug} touches ${other.slug}`)
  })
  return faults
}

describe('layOut', () => {
  test.each([
    ['no circles, no courses', 0, []],
    ['no courses', 3, []],
    ['one circle', 1, many(9, 0)],
    [
      'one course in each place of three circles',
      3,
      [[0], [1], [2], [0, 1], [1, 2], [0, 2], [0, 1, 2]].flatMap((set) => many(1, ...set)),
    ],
    ['two circles, all courses where they meet', 2, many(40, 0, 1)],
    ['three circles, all courses around the result', 3, many(60, 0, 1, 2)],
    ['three circles, one crowded', 3, [...many(150, 0), ...many(2, 1)]],
    ['four circles, opposite ones', 4, [...many(5, 0, 2), ...many(5, 0, 1, 2), ...many(3, 1, 3)]],
    [
      'five circles, each with all but one',
      5,
      [0, 1, 2, 3, 4].flatMap((skip) => many(3, ...[0, 1, 2, 3, 4].filter((i) => i !== skip))),
    ],
    [
      'six circles, every set of neighbors',
      6,
      [1, 2, 3, 4, 5].flatMap((size) =>
        [0, 1, 2, 3, 4, 5].flatMap((from) => many(2, ...Array.from({ length: size }, (_, i) => (from + i) % 6))),
      ),
    ],
    ['six circles, everything in the middle', 6, many(80, 0, 1, 2, 3, 4, 5)],
    [
      'five hundred courses',
      3,
      [...many(160, 0), ...many(120, 1), ...many(120, 2), ...many(60, 0, 1), ...many(40, 0, 1, 2)],
    ],
  ] as const)('%s', (_, n, courses) => {
    const chart = layOut({ circles: circlesOf(n), courses })
    expect(chart.marks.map(({ slug }) => slug).toSorted()).toEqual(courses.map(({ slug }) => slug).toSorted())
    expect(faultsOf(chart, courses)).toEqual([])
  })

  const anInput = fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      sets: fc.array(fc.uniqueArray(fc.nat(n - 1), { minLength: 1, maxLength: n }), { maxLength: 70 }),
    }),
  )

  test('no mark touches another, leaves its circles, covers the result or is cut off', () => {
    fc.assert(
      fc.property(anInput, ({ n, sets }) => {
        const courses = sets.map((set, i) => course(`course-${i}`, ...set))
        const chart = layOut({ circles: circlesOf(n), courses })
        expect(chart.marks).toHaveLength(courses.length)
        expect(faultsOf(chart, courses)).toEqual([])
      }),
      { numRuns: 60, seed: 20 },
    )
  })

  test('is the same for the same input', () => {
    fc.assert(
      fc.property(anInput, ({ n, sets }) => {
        const input = { circles: circlesOf(n), courses: sets.map((set, i) => course(`course-${i}`, ...set)) }
        expect(layOut(input)).toEqual(layOut(input))
      }),
      { numRuns: 15 },
    )
  })

  test('one course more moves only the marks of its own place', () => {
    const before = [...many(8, 0), ...many(5, 1), ...many(6, 2), ...many(2, 0, 1), ...many(1, 0, 1, 2)]
    const [old, next] = [before, [...before, course('new', 1)]].map((courses) =>
      layOut({ circles: circlesOf(3), courses }),
    )
    expect(next?.markRadius).toBe(old?.markRadius)
    const others = (chart: Chart | undefined) => chart?.marks.filter(({ region }) => region !== 'circle-1')
    expect(others(next)).toEqual(others(old))
  })

  test('marks shrink as courses become many, and stay large while they are few', () => {
    const radii = [1, 24, 100, 200, 500].map((count) => {
      const courses = [0, 1, 2].flatMap((i) => many(Math.ceil(count / 3), i))
      return layOut({ circles: circlesOf(3), courses }).markRadius
    })
    expect(radii).toEqual(radii.toSorted((a, b) => b - a))
    expect(radii[0]).toBeGreaterThanOrEqual(24)
    expect(radii[3]).toBeGreaterThanOrEqual(12)
  })

  test('marks use the whole of their place, not a corner of it', () => {
    const chart = layOut({ circles: circlesOf(3), courses: many(12, 0) })
    const circle = chart.circles[0]
    const xs = chart.marks.map(({ x }) => x)
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan((circle?.r ?? 0) * 1.2)
  })

  test('the order of the keyboard is circle by circle, then where two meet, then where more do', () => {
    const courses = [
      course('abc', 0, 1, 2),
      course('ca', 2, 0),
      course('b1', 1),
      course('bc', 2, 1),
      course('a', 0),
      course('b2', 1),
    ]
    const { marks, regions } = layOut({ circles: circlesOf(3), courses })
    expect(marks.map(({ slug }) => slug)).toEqual(['a', 'b1', 'b2', 'ca', 'bc', 'abc'])
    expect(regions.map(({ courses }) => courses)).toEqual([['a'], ['b1', 'b2'], ['ca'], ['bc'], ['abc']])
  })

  test('a circle that is not on the chart is passed over, and a course in none of them has no mark', () => {
    const courses = [course('known', 0, 9), course('unknown', 9), { slug: 'none', circles: [] }]
    expect(layOut({ circles: circlesOf(2), courses }).marks.map(({ slug, region }) => [slug, region])).toEqual([
      ['known', 'circle-0'],
    ])
  })
})

describe('names', () => {
  test.each([1, 2, 3, 4, 5, 6])('of %i circles lie on the view box, off every rim and clear of each other', (n) => {
    const { circles, viewBox } = layOut({ circles: circlesOf(n), courses: [] })
    const letters = 40
    const bands = circles.map(({ cx, cy, label }) =>
      Array.from({ length: 60 }, (_, i) => label.from + ((label.to - label.from) * i) / 59).flatMap((angle) =>
        [0, letters].map((height) => ({
          x: cx + Math.cos(angle) * (label.radius + height),
          y: cy + Math.sin(angle) * (label.radius + height),
        })),
      ),
    )
    for (const [i, band] of bands.entries())
      for (const point of band) {
        expect(circles.filter(({ cx, cy, r }) => apart(point, { x: cx, y: cy }) < r)).toEqual([])
        expect(point.x).toBeGreaterThanOrEqual(viewBox.x)
        expect(point.y).toBeGreaterThanOrEqual(viewBox.y)
        expect(point.x).toBeLessThanOrEqual(viewBox.x + viewBox.width)
        expect(point.y).toBeLessThanOrEqual(viewBox.y + viewBox.height)
        for (const [j, other] of bands.entries())
          expect(j === i ? Infinity : Math.min(...other.map((one) => apart(one, point)))).toBeGreaterThan(4)
      }
  })

  test('run from left to right above and below, their middle as near to level as the arc allows', () => {
    for (const n of [1, 2, 3, 4])
      for (const circle of layOut({ circles: circlesOf(n), courses: [] }).circles) {
        const { d, head } = namePath(circle, 200, 28)
        const [, fromX, toX] = /^M([-\d.]+) .*? ([-\d.]+) [-\d.]+$/.exec(d) ?? []
        expect(Number(toX)).toBeGreaterThan(Number(fromX))
        expect(apart(head, { x: circle.cx, y: circle.cy })).toBeGreaterThan(circle.r + 8)
      }
  })

  test('a name longer than its arc gets the whole arc', () => {
    const circle = layOut({ circles: circlesOf(6), courses: [] }).circles[0]
    if (!circle) throw new Error('six circles have a first')
    const { room, d } = namePath(circle, 5000, 28)
    expect(room).toBeGreaterThan(200)
    expect(d).toBe(namePath(circle, 9000, 28).d)
  })
})
