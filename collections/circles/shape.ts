/** The outlines that tell circles apart, as plain geometry that needs neither a clip nor a color. */
import type { Shape } from './states.ts'

export type Point = readonly [x: number, y: number]
export type Disc = { x: number; y: number; r: number }

const ROUND = 28
/** Corners for a radius of 1, sized to look equally heavy. A circle has enough corners to be cut by another. */
const CORNERS: Record<Shape, readonly Point[]> = {
  circle: Array.from({ length: ROUND }, (_, i) => {
    const angle = (i * 2 * Math.PI) / ROUND
    return [Math.cos(angle), Math.sin(angle)] as const
  }),
  square: [
    [-0.88, -0.88],
    [0.88, -0.88],
    [0.88, 0.88],
    [-0.88, 0.88],
  ],
  triangle: [
    [0, -1.02],
    [1.07, 0.84],
    [-1.07, 0.84],
  ],
  diamond: [
    [0, -1.1],
    [1.1, 0],
    [0, 1.1],
    [-1.1, 0],
  ],
  hexagon: [
    [-0.53, -0.92],
    [0.53, -0.92],
    [1.06, 0],
    [0.53, 0.92],
    [-0.53, 0.92],
    [-1.06, 0],
  ],
  // prettier-ignore
  cross: [
    [-0.4, -1], [0.4, -1], [0.4, -0.4], [1, -0.4], [1, 0.4], [0.4, 0.4],
    [0.4, 1], [-0.4, 1], [-0.4, 0.4], [-1, 0.4], [-1, -0.4], [-0.4, -0.4],
  ],
}

export const number = (value: number): string => String(Math.round(value * 10) / 10)
export const polygon = (points: readonly Point[], round = number): string =>
  points.length > 2 ? `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}z` : ''
export const cornersAt = (shape: Shape, { x, y, r }: Disc): Point[] =>
  CORNERS[shape].map(([u, v]) => [x + u * r, y + v * r])

/** The outline of a shape as path data, in the units of the disc it fills; large ones need no tenths. */
export const shapePath = (shape: Shape, disc: Disc, round = number): string => {
  if (shape !== 'circle') return polygon(cornersAt(shape, disc), round)
  const [r, d] = [round(disc.r), round(disc.r * 2)]
  return `M${round(disc.x - disc.r)} ${round(disc.y)}a${r} ${r} 0 1 1 ${d} 0a${r} ${r} 0 1 1-${d} 0z`
}

/** From where to where a line at this height lies inside; no shape here is cut twice by one line. */
export const spanAt = (corners: readonly Point[], at: number, axis: 0 | 1 = 1): [number, number] | undefined => {
  const other = axis === 1 ? 0 : 1
  const crossings = corners.flatMap((from, i) => {
    const to = corners[(i + 1) % corners.length] as Point
    if (from[axis] <= at === to[axis] <= at) return []
    return [from[other] + ((at - from[axis]) / (to[axis] - from[axis])) * (to[other] - from[other])]
  })
  return crossings.length > 1 ? [Math.min(...crossings), Math.max(...crossings)] : undefined
}

/** A cross is two bars, so that every piece is convex and cutting one by another needs no more than its edges. */
export const piecesAt = (shape: Shape, disc: Disc): Point[][] => {
  const corners = cornersAt(shape, disc)
  if (shape !== 'cross') return [corners]
  return [
    [0, 1, 6, 7],
    [10, 3, 4, 9],
  ].map((bar) => bar.map((i) => corners[i] as Point))
}

/** What two convex areas share, both given clockwise (Sutherland and Hodgman, 1974). */
export const sharedArea = (subject: readonly Point[], clip: readonly Point[]): Point[] =>
  clip.reduce<Point[]>(
    (area, from, i) => {
      const to = clip[(i + 1) % clip.length] as Point
      const side = ([x, y]: Point) => (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0])
      return area.flatMap((point, at) => {
        const before = area.at(at - 1) as Point
        const [a, b] = [side(before), side(point)]
        const share = a / (a - b)
        const cut: Point = [before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share]
        if (b >= 0) return a < 0 ? [cut, point] : [point]
        return a >= 0 ? [cut] : []
      })
    },
    [...subject],
  )
