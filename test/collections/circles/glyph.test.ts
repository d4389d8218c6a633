import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { glyphMarkup, glyphOf, type Sign } from '#collections/circles/glyph.ts'
import { PATTERNS, SHAPES } from '#collections/circles/states.ts'

const sign = (more: Partial<Sign> = {}): Sign => ({ slug: 'blue', shape: 'circle', pattern: 'solid', ...more })
const every: Sign[] = SHAPES.flatMap((shape) => PATTERNS.map((pattern) => ({ slug: 'blue', shape, pattern })))
const signs = fc.record({
  slug: fc.constantFrom('blue', 'red', 'gold'),
  shape: fc.constantFrom(...SHAPES),
  pattern: fc.constantFrom(...PATTERNS),
})

/** Every coordinate pair a path names outright; arcs and waves are relative and stay near them. */
const pointsOf = (path: string): [number, number][] =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

const areaOf = (path: string): number =>
  path
    .split('z')
    .map((piece) => {
      const points = pointsOf(piece)
      return points.reduce((sum, [x, y], i) => {
        const [u, v] = points[(i + 1) % points.length]!
        return sum + (x * v - u * y) / 2
      }, 0)
    })
    .reduce((sum, area) => sum + Math.abs(area), 0)

describe('the sign of one circle', () => {
  test('differs for every shape and pattern, in geometry alone', () => {
    const drawn = every.map((one) => {
      const [placed] = glyphOf([one]).signs
      return `${placed?.outline} ${placed?.texture} ${one.pattern === 'dots'}`
    })
    expect(new Set(drawn).size).toBe(SHAPES.length * PATTERNS.length)
  })

  test('is solid without a line inside, and with one otherwise', () => {
    const textured = every.filter((one) => glyphOf([one]).signs[0]?.texture !== '')
    expect(textured).toEqual(every.filter(({ pattern }) => pattern !== 'solid'))
  })

  test('takes at most 500 bytes', () => {
    const sizes = every.map((one) => glyphMarkup(glyphOf([one])).length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500)
  })

  test('has no lens', () => {
    expect(glyphOf([sign()]).lens).toBe('')
  })
})

describe('signs that meet', () => {
  test('stay inside the glyph, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 6 }), (circles) => {
        const glyph = glyphOf(circles)
        const points = [...glyph.signs.map(({ outline }) => outline), glyph.lens].flatMap(pointsOf)
        const isInside = ([x, y]: [number, number]) => x >= 0 && x <= glyph.width && y >= 0 && y <= glyph.height
        expect(points.filter((point) => !isInside(point))).toEqual([])
      }),
    )
  })

  test('show a lens large enough to see, for every pair of shapes', () => {
    const pairs = SHAPES.flatMap((one) => SHAPES.map((other) => [one, other] as const))
    const without = pairs.filter(
      ([one, other]) => areaOf(glyphOf([sign({ shape: one }), sign({ slug: 'red', shape: other })]).lens) < 8,
    )
    expect(without).toEqual([])
  })

  test('share a lens of what all three cover', () => {
    const circles = ['blue', 'red', 'gold'].map((slug) => sign({ slug }))
    expect(areaOf(glyphOf(circles).lens)).toBeGreaterThan(20)
  })
})
