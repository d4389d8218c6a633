import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CARD, type ChartCourse, drawChart, linesInDisc } from '#site/src/lib/framework/chart.ts'

const circles = [
  { slug: 'practices', name: 'Practices and Strategies', shape: 'square', pattern: 'lines' },
  { slug: 'competency', name: 'Cultural Competency', shape: 'circle', pattern: 'dots' },
  { slug: 'leadership', name: 'Equity Leadership', shape: 'triangle', pattern: 'waves' },
] as const

const course = (slug: string, on: string[], more: Partial<ChartCourse> = {}): ChartCourse => ({
  slug,
  title: `Title of ${slug}`,
  href: `/courses/${slug}`,
  circles: on,
  nextSession: null,
  prerequisites: [],
  ...more,
})

const draw = (courses: ChartCourse[]) => drawChart(circles, courses, 'Racial equity achievement and opportunity', 'en')
const marksOf = (courses: ChartCourse[]) => draw(courses).regions.flatMap(({ marks }) => marks)

describe('drawChart', () => {
  test('keeps every card on the chart', () => {
    const sets = [
      ['practices'],
      ['competency'],
      ['leadership'],
      ['practices', 'competency'],
      ['leadership', 'practices'],
    ]
    const courses = sets.flatMap((set) => Array.from({ length: 20 }, (_, i) => course(`${set.join('-')}-${i}`, set)))
    const { viewBox, radius } = draw(courses)
    const bottom = viewBox.y + viewBox.height
    for (const { x, y, card, isUpper } of marksOf(courses)) {
      expect(x + card).toBeGreaterThanOrEqual(viewBox.x)
      expect(x + card + CARD.width).toBeLessThanOrEqual(viewBox.x + viewBox.width)
      if (isUpper) expect(y + radius + CARD.height).toBeLessThanOrEqual(bottom)
      else expect(y - radius - CARD.height).toBeGreaterThanOrEqual(viewBox.y)
    }
  })

  test.each([
    ['nothing', [], null],
    ['one course', [{ kind: 'all', courses: ['a'] }], 'Title of a'],
    ['all of two', [{ kind: 'all', courses: ['a', 'b'] }], 'Title of a and Title of b'],
    ['any of two', [{ kind: 'any', courses: ['a', 'b'] }], 'Title of a or Title of b'],
    [
      'two groups',
      [
        { kind: 'all', courses: ['c'] },
        { kind: 'any', courses: ['a', 'b'] },
      ],
      'Title of c; Title of a or Title of b',
    ],
    ['a course that is not public', [{ kind: 'all', courses: ['secret'] }], null],
  ] as const)('says what comes before: %s', (_, prerequisites, expected) => {
    const courses = ['a', 'b', 'c'].map((slug) => course(slug, ['practices']))
    const marks = marksOf([...courses, course('asking', ['leadership'], { prerequisites })])
    expect(marks.find(({ slug }) => slug === 'asking')?.before).toBe(expected)
  })

  test('draws a line to every course that comes first, once', () => {
    const courses = [course('a', ['practices']), course('b', ['leadership'])]
    const prerequisites = [
      { kind: 'all', courses: ['a', 'b'] },
      { kind: 'any', courses: ['b', 'gone'] },
    ] as const
    const marks = marksOf([...courses, course('asking', ['competency'], { prerequisites })])
    expect(marks.map(({ ways }) => ways.split('Q').length - 1)).toEqual([0, 2, 0])
  })

  test('gives each place one sign, and the same sign to all its marks', () => {
    const { regions, symbols } = draw([
      course('a', ['practices']),
      course('b', ['practices']),
      course('c', ['competency', 'practices']),
    ])
    expect(regions.map(({ marks }) => [...new Set(marks.map(({ symbol }) => symbol))])).toEqual([
      ['mark-practices'],
      ['mark-practices-and-competency'],
    ])
    expect(new Set(symbols.map(({ id }) => id)).size).toBe(symbols.length)
  })

  test('follows a change of titles and dates although the places stay', () => {
    const [before] = marksOf([course('a', ['practices'])])
    const [after] = marksOf([course('a', ['practices'], { title: 'New title', nextSession: 'Thu, Oct 15, 2026' })])
    expect(after).toEqual({ ...before, title: 'New title', nextSession: 'Thu, Oct 15, 2026' })
  })
})

describe('linesInDisc', () => {
  test('sets the result in few lines', () => {
    expect(linesInDisc('Racial equity achievement and opportunity', 90).lines.map(({ text }) => text)).toEqual([
      'Racial equity',
      'achievement and',
      'opportunity',
    ])
  })

  test('loses no word and keeps every line inside, or sets nothing at all', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,14}$/), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 140 }), (text, radius) => {
        const { lines, size } = linesInDisc(text.join(' '), radius)
        expect([text.join(' '), '']).toContain(lines.map((line) => line.text).join(' '))
        for (const line of lines) {
          const [halfWidth, halfHeight] = [(line.text.length * size * 0.58) / 2, Math.abs(line.y) + size / 2]
          expect(Math.hypot(halfWidth, halfHeight)).toBeLessThanOrEqual(radius * 1.001)
        }
      }),
    )
  })

  test.each(['', '   '])('an empty text is no lines: "%s"', (text) => {
    expect(linesInDisc(text, 90).lines).toEqual([])
  })
})
