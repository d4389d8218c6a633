/**
 * The signs of circles: a shape, its texture, and the lens where signs meet. One color is enough to read them, so they
 * hold in print and in forced colors. Lengths are in units of a sign 28 high.
 */
import { cornersAt, type Disc, number, piecesAt, polygon, shapePath, sharedArea, spanAt } from './shape.ts'
import type { Pattern, Shape } from './states.ts'
import { remembered } from '../values/remembered.ts'

export type Sign = { slug: string; shape: Shape; pattern: Pattern }

/** One circle's sign inside a glyph. `texture` is a line to stroke, empty for a solid sign. */
type PlacedSign = { slug: string; pattern: Pattern; outline: string; texture: string }
/** What one course wears; `lens` is the area all its circles share, empty when it is in one circle only. */
type Glyph = { width: number; height: number; signs: PlacedSign[]; lens: string }

const HEIGHT = 28
/** Half the weight of a texture's line, which keeps it off the outline. */
const INSET = 1.4

/** Where rings shrink to: the middle of the weight, which is below the middle of the height only in a triangle. */
const HEART: Partial<Record<Shape, number>> = { triangle: 0.22 }

/** Places evenly to both sides of the middle, `gap` apart. */
const steps = (middle: number, reach: number, gap: number): number[] => {
  const count = Math.floor(reach / gap)
  return Array.from({ length: 2 * count + 1 }, (_, i) => middle + (i - count) * gap)
}

type Texture = (shape: Shape, disc: Disc) => string

/** Lines this far apart, except where one would run along an edge. */
const lines =
  (gap: number, axis: 0 | 1): Texture =>
  (shape, disc) =>
    steps(axis ? disc.y : disc.x, disc.r * 0.79, gap)
      .map((at) => {
        const span = spanAt(cornersAt(shape, disc), at, axis)
        if (!span) return ''
        const [from, to] = span.map(number)
        return axis ? `M${from} ${number(at)}H${to}` : `M${number(at)} ${from}V${to}`
      })
      .join('')

const TEXTURES: Record<Pattern, Texture> = {
  solid: () => '',
  lines: lines(4.8, 1),
  grid: (shape, disc) => lines(6, 0)(shape, disc) + lines(6, 1)(shape, disc),
  dots: (shape, disc) => {
    const corners = cornersAt(shape, disc)
    const isInside = (x: number, y: number) =>
      [-2, 2].every((dy) => {
        const span = spanAt(corners, y + dy)
        return span !== undefined && x - 2 > span[0] && x + 2 < span[1]
      })
    return steps(disc.y, disc.r, 5)
      .flatMap((y) => steps(disc.x, disc.r, 5).map((x) => (isInside(x, y) ? `M${number(x)} ${number(y)}h0` : '')))
      .join('')
  },
  waves: (shape, disc) =>
    steps(disc.y, disc.r, 6)
      .map((y) => {
        const [left, right] = spanAt(cornersAt(shape, disc), y) ?? [0, 0]
        const count = Math.floor((right - left - INSET) / 4)
        if (count < 1) return ''
        return `M${number((left + right) / 2 - count * 2)} ${number(y)}q2-4 4 0${'t4 0'.repeat(count - 1)}`
      })
      .join(''),
  rings: (shape, { x, y, r }) =>
    [0.58, 0.16]
      .map((scale) => shapePath(shape, { x, y: y + (HEART[shape] ?? 0) * (1 - scale) * r, r: r * scale }))
      .join(''),
}

/** The inside of a shape as a line to stroke; empty when it is solid. */
const texturePath = (shape: Shape, pattern: Pattern, disc: Disc): string => TEXTURES[pattern](shape, disc)

const lensOf = (placed: readonly { shape: Shape; disc: Disc }[]): string => {
  const [first, ...others] = placed.map(({ shape, disc }) => piecesAt(shape, disc))
  if (!first || others.length === 0) return ''
  return others
    .reduce((areas, pieces) => areas.flatMap((area) => pieces.map((piece) => sharedArea(area, piece))), first)
    .map((area) => polygon(area))
    .join('')
}

/** Where the signs of a course lie: alone in a square, two side by side, more around their common middle. */
const discsFor = (count: number): { width: number; discs: Disc[] } => {
  if (count < 2) return { width: 28, discs: [{ x: 14, y: 14, r: 12 }] }
  if (count === 2) return { width: 42, discs: [14, 28].map((x) => ({ x, y: 14, r: 12 })) }
  return {
    width: 36,
    discs: Array.from({ length: count }, (_, i) => {
      const angle = (-5 * Math.PI) / 6 + (i * 2 * Math.PI) / count
      return { x: 18 + Math.cos(angle) * 7, y: 14 + Math.sin(angle) * 3.6, r: 8.6 }
    }),
  }
}

const signsOf = (circles: readonly Sign[]): string =>
  circles.map(({ slug, shape, pattern }) => `${slug} ${shape} ${pattern}`).join()

/** The sign of a course: that of its circle, or the signs of its circles meeting. */
export const glyphOf: (circles: readonly Sign[]) => Glyph = remembered(signsOf, (circles) => {
  const { width, discs } = discsFor(circles.length)
  const placed = circles.map((circle, i) => ({ ...circle, disc: discs[i] as Disc }))
  return {
    width,
    height: HEIGHT,
    signs: placed.map(({ slug, shape, pattern, disc }) => ({
      slug,
      pattern,
      outline: shapePath(shape, disc),
      texture: texturePath(shape, pattern, disc),
    })),
    lens: lensOf(placed),
  }
})

/** The glyph as SVG markup, to be set inside an <svg> or a <symbol>. Slugs are checked where they are written. */
export const glyphMarkup = ({ signs, lens }: Glyph): string =>
  signs
    .map(
      ({ slug, pattern, outline, texture }) =>
        `<g class="circle-${slug}"><path class="sign-${pattern === 'solid' ? 'solid' : 'shape'}" d="${outline}"/>` +
        (texture && `<path class="sign-${pattern === 'dots' ? 'dots' : 'lines'}" d="${texture}"/>`) +
        '</g>',
    )
    .join('') + (lens && `<path class="sign-lens" d="${lens}"/>`)
