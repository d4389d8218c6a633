import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  circlePalette,
  contrast,
  fromOklch,
  INK,
  INK_DARK,
  isHexColor,
  LINE_CONTRAST,
  PAPER,
  PAPER_DARK,
  refusalToUseColor,
  type Shades,
  TEXT_CONTRAST,
  toOklch,
} from '#collections/values/color.ts'

const colors = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

describe('isHexColor', () => {
  test.each([
    ['six digits', '#0f5c66', true],
    ['capitals', '#0F5C66', true],
    ['short form', '#fff', false],
    ['with transparency', '#0f5c66ff', false],
    ['without the sign', '0f5c66', false],
    ['a name', 'teal', false],
    ['a letter too far', '#0f5c6g', false],
    ['line break', '#0f5c66\n', false],
    ['nothing', undefined, false],
  ])('%s', (_, value, expected) => {
    expect(isHexColor(value)).toBe(expected)
  })
})

describe('contrast', () => {
  test.each([
    ['black on white is the most there is', '#000000', '#ffffff', 21],
    ['a color on itself is the least', '#0f5c66', '#0f5c66', 1],
    ['the gray just dark enough on white', '#767676', '#ffffff', 4.54],
    ['the gray just too light on white', '#777777', '#ffffff', 4.48],
    ['red on white', '#ff0000', '#ffffff', 4],
  ])('%s', (_, a, b, expected) => {
    expect(contrast(a, b)).toBeCloseTo(expected, 2)
    expect(contrast(b, a)).toBe(contrast(a, b))
  })

  test('refuses what is no color', () => expect(() => contrast('teal', PAPER)).toThrow(RangeError))

  test.each([
    ['by day', INK, PAPER],
    ['by night', INK_DARK, PAPER_DARK],
  ])('ink on paper is easy to read %s (WCAG 1.4.6)', (_, ink, paper) => {
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(7)
  })
})

describe('OKLCH', () => {
  test.each([
    ['white', '#ffffff', 1, 0],
    ['black', '#000000', 0, 0],
    ['red', '#ff0000', 0.628, 0.258],
    ['blue', '#0000ff', 0.452, 0.313],
  ])('%s', (_, hex, lightness, chroma) => {
    expect(toOklch(hex).l).toBeCloseTo(lightness, 3)
    expect(toOklch(hex).c).toBeCloseTo(chroma, 3)
  })

  test('there and back is the same color', () => {
    fc.assert(
      fc.property(colors, (hex) => {
        expect(fromOklch(toOklch(hex))).toBe(hex)
      }),
    )
  })

  test('a color no screen can show keeps its lightness', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 0.95, noNaN: true }),
        fc.double({ min: 0, max: 359, noNaN: true }),
        (l, h) => {
          expect(Math.abs(toOklch(fromOklch({ l, c: 0.4, h })).l - l)).toBeLessThan(0.01)
        },
      ),
    )
  })
})

describe('circlePalette', () => {
  const expectReadable = (shades: Shades, paper: string, text: string) => {
    expect(contrast(shades.onSolid, shades.solid)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
    expect(contrast(shades.solid, paper)).toBeGreaterThanOrEqual(LINE_CONTRAST)
    for (const background of [paper, shades.tint]) {
      expect(contrast(text, background)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
      expect(contrast(shades.ink, background)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
      expect(contrast(shades.line, background)).toBeGreaterThanOrEqual(LINE_CONTRAST)
    }
  }
  const expectAllReadable = (hex: string) => {
    const palette = circlePalette(hex)
    expectReadable(palette, PAPER, INK)
    expectReadable(palette.dark, PAPER_DARK, INK_DARK)
  }

  test.each(['#000000', '#ffffff', '#808080', '#ffff00', '#00ff00', '#0000ff', '#ff00ff', PAPER, PAPER_DARK])(
    'is readable by day and by night for %s',
    expectAllReadable,
  )

  test('is readable by day and by night for any color', () => {
    fc.assert(fc.property(colors, expectAllReadable), { numRuns: 300 })
  })

  test('a color that can carry text is used as it is', () => {
    fc.assert(
      fc.property(
        colors.filter((hex) => refusalToUseColor(hex) === undefined),
        (hex) => {
          expect(circlePalette(hex).solid).toBe(hex)
        },
      ),
    )
  })

  test.each(['#ffffff', '#000000'])('goes no further than it must: %s becomes a gray in between', (hex) => {
    const { ink, dark } = circlePalette(hex)
    const moved = hex === '#ffffff' ? ink : dark.ink
    expect(toOklch(moved).l).toBeGreaterThan(0.5)
    expect(toOklch(moved).l).toBeLessThan(0.7)
  })

  test('keeps the hue of the circle', () => {
    const { ink, line, dark } = circlePalette('#0f5c66')
    for (const shade of [ink, line, dark.solid, dark.ink])
      expect(toOklch(shade).h).toBeCloseTo(toOklch('#0f5c66').h, -1)
  })
})

describe('refusalToUseColor', () => {
  test.each([
    ['dark enough', '#0f5c66', undefined],
    ['capitals', '#0F5C66', undefined],
    ['no color', '#fff', { reason: 'not-a-color' }],
    ['4.499 is not reported as 4.5', '#707181', { reason: 'too-light', ratio: 4.49, nearest: expect.any(String) }],
  ])('%s', (_, hex, expected) => {
    expect(refusalToUseColor(hex)).toEqual(expected)
  })

  test('the lightest gray that passes and the darkest that does not', () => {
    const grays = Array.from({ length: 256 }, (_, value) => `#${value.toString(16).padStart(2, '0').repeat(3)}`)
    const firstRefused = grays.findIndex((gray) => refusalToUseColor(gray) !== undefined)
    expect(contrast(PAPER, grays[firstRefused - 1] ?? '')).toBeGreaterThanOrEqual(TEXT_CONTRAST)
    expect(contrast(PAPER, grays[firstRefused] ?? '')).toBeLessThan(TEXT_CONTRAST)
  })

  test('names a ratio below 4.5 however close it was, and a color that passes', () => {
    fc.assert(
      fc.property(colors, (hex) => {
        const refusal = refusalToUseColor(hex)
        if (refusal?.reason !== 'too-light') return
        expect(Number(refusal.ratio.toFixed(2))).toBeLessThan(TEXT_CONTRAST)
        expect(refusalToUseColor(refusal.nearest)).toBeUndefined()
      }),
    )
  })
})
