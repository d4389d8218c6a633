import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CoverRequest, coverMarkup, coverSvg } from '#collections/circles/cover.ts'
import { PATTERNS, SHAPES } from '#collections/circles/states.ts'
import { circlePalette } from '#collections/values/color.ts'

const request = (more: Partial<CoverRequest> = {}): CoverRequest => ({
  slug: 'three-circles',
  circles: [{ slug: 'cultural-competency', shape: 'circle', pattern: 'dots', color: '#8e1e57' }],
  width: 1600,
  height: 1000,
  ...more,
})

const colors = ['#0a666b', '#8e1e57', '#a04a0d']
const circles = fc.record({
  slug: fc.constantFrom('practices-and-strategies', 'cultural-competency', 'equity-leadership'),
  shape: fc.constantFrom(...SHAPES),
  pattern: fc.constantFrom(...PATTERNS),
  color: fc.constantFrom(...colors),
})
const requests = fc.record({
  slug: fc.stringMatching(/^[a-z]{1,12}(-[a-z0-9]{1,12}){0,4}$/),
  circles: fc.array(circles, { maxLength: 6 }),
  width: fc.integer({ min: 200, max: 2000 }),
  height: fc.integer({ min: 200, max: 2000 }),
})

/** Names of elements left open, or closed out of turn; none in well-formed markup without text. */
const unbalanced = (markup: string): string[] => {
  const open: string[] = []
  for (const [, close, name, end] of markup.matchAll(/<(\/?)([a-zA-Z]+)(?: [\w-]+="[^"<&]*")*(\/?)>/g)) {
    if (end) continue
    if (!close) open.push(name!)
    else if (open.pop() !== name) return [name!]
  }
  return open
}
const withoutElements = (markup: string) => markup.replace(/<\/?[a-zA-Z]+(?: [\w-]+="[^"<&]*")*\/?>/g, '')

describe('a cover', () => {
  test('is well formed, at most 4 kB and the same every time, for any circles and format', () => {
    fc.assert(
      fc.property(requests, (one) => {
        for (const paint of [coverSvg, coverMarkup]) {
          const svg = paint(one)
          expect(paint(one)).toBe(svg)
          expect(withoutElements(svg)).toBe('')
          expect(unbalanced(svg)).toEqual([])
          expect(svg.length).toBeLessThanOrEqual(4096)
          expect(svg).not.toMatch(/NaN|undefined|Infinity/)
        }
      }),
    )
  })

  test('differs from course to course', () => {
    const slugs = Array.from({ length: 200 }, (_, i) => `course-${i}`)
    expect(new Set(slugs.map((slug) => coverSvg(request({ slug })))).size).toBe(200)
  })

  test('paints with the palette of its circle, on paper, as a file', () => {
    const { solid, tint, line } = circlePalette('#8e1e57')
    const used = new Set([...coverSvg(request()).matchAll(/(?:fill|stroke)="(#[^"]+)"/g)].map(([, color]) => color))
    expect(used).toEqual(new Set([solid, tint, line, '#fbf7ef', '#1f1b2b']))
  })

  test('brings neither colors nor styles of its own to a page', () => {
    const markup = coverMarkup(request())
    expect(markup).not.toMatch(/style|(?:fill|stroke)="#/)
    expect(markup).toContain('class="circle-cultural-competency"')
    expect(markup).toContain('aria-hidden="true"')
  })

  test('points only to what it defines, under names no other cover has', () => {
    const idsOf = (slug: string) => [...coverMarkup(request({ slug })).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
    const used = [...coverMarkup(request()).matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id!)
    expect(used.filter((id) => !idsOf('three-circles').includes(id))).toEqual([])
    expect(idsOf('three-circles').filter((id) => idsOf('another-course').includes(id))).toEqual([])
  })
})
