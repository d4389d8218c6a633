/**
 * The framework chart as geometry: circles on a ring around one result, and every course a mark in the region of its
 * circles. Pure and deterministic; lengths are in units of the view box. Angles are radians, clockwise from the right.
 */

import { distance, type Disc, type Edge, type Point, roomFor, relax, spreadOut } from './packing.ts'

export type ChartCircle = { slug: string }
export type ChartCourse = { slug: string; circles: readonly string[] }

/** Where a circle's name may run: an arc outside the rim, free of every other circle, read left to right. */
export type LabelArc = { radius: number; from: number; to: number; above: boolean }
export type PlacedCircle = { slug: string; cx: number; cy: number; r: number; angle: number; label: LabelArc }
export type Mark = { slug: string; x: number; y: number; r: number; region: string }
/** Courses that share a place, in the order of the keyboard: circle by circle, then where two meet, then where more do. */
export type Region = { key: string; circles: string[]; courses: string[] }
export type Chart = {
  viewBox: { x: number; y: number; width: number; height: number }
  circles: PlacedCircle[]
  result: { cx: number; cy: number; r: number }
  marks: Mark[]
  regions: Region[]
  markRadius: number
}

type Frame = { discs: (Disc & { angle: number })[]; result: Disc }
/** Which circles a place lies in, as a bit set: bit i is circle i. */
type Place = number

/** Units the widest chart is scaled to, and the band around it that holds the names. */
const WIDTH = 1000
const BAND = 64
/** Names stay this far off their rim. */
const RIM = 14

/** Sizes a mark may have, so that one course more seldom changes them all. Below the last, each step is a tenth less. */
const SIZES = [34, 30, 27, 24, 21, 18.5, 16.5, 15, 13.5, 12, 11, 10, 9, 8, 7.2, 6.5, 6, 5.4, 5]

/**
 * How wide the circles are against their ring: the first is the handsomest; the others serve where single circles or
 * overlaps are crowded.
 */
const SPREADS: Record<number, number[]> = {
  1: [1],
  2: [1.75, 2.1, 2.6],
  3: [1.7, 1.5, 1.95, 2.2],
  4: [1.6, 1.42, 1.85, 2.2],
  5: [1.68, 1.45, 1.95, 2.3],
  6: [1.75, 1.48, 2.05, 2.4],
}

const TURN = Math.PI * 2
const first = (n: number) => (n === 2 ? Math.PI : n === 4 ? (-3 * Math.PI) / 4 : -Math.PI / 2)
const round = (value: number) => Math.round(value * 10) / 10
const members = (place: Place, n: number) => Array.from({ length: n }, (_, i) => i).filter((i) => place & (1 << i))

/** The circles and the result for a spread, in units, before any course is placed. */
const frame = (n: number, spread: number, shared: boolean): Frame => {
  const angles = Array.from({ length: n }, (_, i) => first(n) + (i * TURN) / n)
  const lone = { x: 0, y: 0, r: 380, angle: -Math.PI / 2 }
  if (n < 2) return { discs: n ? [lone] : [], result: { x: 0, y: 0, r: 104 } }
  const reach = Math.max(...angles.map((angle) => Math.abs(Math.cos(angle)))) + spread
  const tall = (Math.max(...angles.map(Math.sin)) - Math.min(...angles.map(Math.sin))) / 2 + spread
  const ring = (WIDTH / 2 - BAND) / Math.max(reach, tall)
  const discs = angles.map((angle) => ({
    x: Math.cos(angle) * ring,
    y: Math.sin(angle) * ring,
    r: spread * ring,
    angle,
  }))
  return { discs, result: { x: 0, y: 0, r: (spread - 1) * ring * (shared ? (n > 4 ? 0.62 : 0.68) : 0.86) } }
}

/** The places that exist: circles on a ring meet in neighbors only, so opposite circles of four never meet alone. */
const exists = (place: Place, n: number): boolean => {
  if (n < 3) return true
  const starts = members(place, n).filter((i) => !(place & (1 << ((i + n - 1) % n))))
  return starts.length <= 1
}

/** The smallest existing place that lies in all circles wanted; the earliest circle decides between equals. */
const placeFor = (wanted: Place, n: number): Place => {
  if (exists(wanted, n)) return wanted
  const wider = Array.from({ length: 1 << n }, (_, place) => place).filter(
    (place) => (place & wanted) === wanted && exists(place, n),
  )
  const size = (place: Place) => members(place, n).length
  return wider.reduce((best, place) => (size(place) < size(best) ? place : best), (1 << n) - 1)
}

const edgesOf = ({ discs, result }: Frame, place: Place): Edge[] => [
  ...discs.map(({ x, y, r }, i) => ({ x, y, r, inside: (place & (1 << i)) !== 0 })),
  { ...result, inside: false },
]

/** The direction a place faces, away from the result. */
const facing = ({ discs }: Frame, place: Place): number => {
  const inside = discs.filter((_, i) => place & (1 << i))
  const [x, y] = [inside.reduce((sum, disc) => sum + disc.x, 0), inside.reduce((sum, disc) => sum + disc.y, 0)]
  return Math.hypot(x, y) > 1e-6 ? Math.atan2(y, x) : -Math.PI / 2
}

const sizeAt = (index: number): number => SIZES[index] ?? 5 * 0.9 ** (index - SIZES.length + 1)

type Plan = { shape: Frame; size: number; relaxed: Map<Place, Point[]> }

/** The largest size at which every place holds its marks. */
const plan = (shape: Frame, counts: ReadonlyMap<Place, number>): Plan => {
  const spreads = [...counts].map(([place, count]) => ({
    place,
    spread: spreadOut(edgesOf(shape, place), facing(shape, place), count),
  }))
  for (let size = 0; ; size++) {
    const relaxed = new Map<Place, Point[]>()
    const fits = spreads.every(({ place, spread }) => {
      const found = relax(spread, sizeAt(size))
      if (found) relaxed.set(place, found)
      return found !== undefined
    })
    if (fits) return { shape, size, relaxed }
  }
}

/** Marks that could be this large are comfortable. */
const COMFORTABLE = 15

/** The first spread that promises comfortable marks, or else the one that promises the largest. */
const bestFrame = (n: number, counts: ReadonlyMap<Place, number>): Frame => {
  const shapes = (SPREADS[n] ?? [1.8, 1.5, 2.1, 2.5]).map((spread) => frame(n, spread, counts.has((1 << n) - 1)))
  const promise = (shape: Frame) =>
    Math.min(...[...counts].map(([place, count]) => roomFor(edgesOf(shape, place), facing(shape, place), count)))
  const [first] = shapes as [Frame, ...Frame[]]
  if (promise(first) >= COMFORTABLE) return first
  return shapes.reduce((best, shape) => (promise(shape) > promise(best) ? shape : best), first)
}

/** Rows from top to bottom, each from left to right, so that the order of the keyboard follows the eye. */
const inReadingOrder = (points: readonly Point[], rowHeight: number): Point[] =>
  points.toSorted((a, b) => Math.round(a.y / rowHeight) - Math.round(b.y / rowHeight) || a.x - b.x)

/** The widest arc of a rim on which a name meets no other circle, turned toward the top or bottom for easy reading. */
const labelOf = (shape: Frame, i: number): LabelArc => {
  const disc = shape.discs[i] as Frame['discs'][number]
  const others = shape.discs.filter((other) => other !== disc)
  const far = disc.r + BAND
  const free = (angle: number) => {
    const p = { x: disc.x + Math.cos(angle) * far, y: disc.y + Math.sin(angle) * far }
    return others.every((other) => distance(p, other) > other.r + RIM / 2 && distance(p, disc) <= distance(p, other))
  }
  let half = 0
  while (half < Math.PI * 0.62 && free(disc.angle + half + 0.02) && free(disc.angle - half - 0.02)) half += 0.02
  const above = Math.sin(disc.angle) < 0.1
  return { radius: round(disc.r + RIM), from: disc.angle - half, to: disc.angle + half, above }
}

/** Courses by the set of their circles: circle by circle, then where two meet, then where more do. */
const regionsOf = (order: readonly string[], courses: readonly ChartCourse[]): (Region & { wanted: Place })[] => {
  const bySet = new Map<Place, string[]>()
  for (const course of courses) {
    const wanted = order.reduce((set, slug, i) => (course.circles.includes(slug) ? set | (1 << i) : set), 0)
    if (wanted) bySet.set(wanted, [...(bySet.get(wanted) ?? []), course.slug])
  }
  const rank = (place: Place) => members(place, order.length)
  return [...bySet]
    .map(([wanted, slugs]) => {
      const circles = rank(wanted).map((i) => order[i] as string)
      return { key: circles.join('+'), circles, courses: slugs, wanted }
    })
    .toSorted((a, b) => a.circles.length - b.circles.length || ringOrder(rank(a.wanted), rank(b.wanted)))
}

const ringOrder = (a: number[], b: number[]): number => {
  const i = a.findIndex((value, at) => value !== b[at])
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number)
}

/**
 * Lays out the chart for one to six circles and any number of courses. Every mark lies wholly inside all circles of its
 * course and outside the others where such a place exists (opposite circles of four or more never meet alone: such a
 * course lies in the smallest overlap that holds all its circles). A course without a known circle has no mark.
 * Another course moves only the marks of its own place, unless every mark has to become smaller.
 */
export const layOut = (input: { circles: readonly ChartCircle[]; courses: readonly ChartCourse[] }): Chart => {
  const order = input.circles.map(({ slug }) => slug)
  const n = order.length
  const regions = regionsOf(order, input.courses)
  const counts = new Map<Place, number>()
  for (const { wanted, courses } of regions) {
    const place = placeFor(wanted, n)
    counts.set(place, (counts.get(place) ?? 0) + courses.length)
  }
  const { shape, size, relaxed } = plan(bestFrame(n, counts), counts)
  const radius = sizeAt(size)
  const free = new Map([...relaxed].map(([place, points]) => [place, inReadingOrder(points, radius * 2)]))
  const marks = regions.flatMap(({ key, wanted, courses }) =>
    courses.map((slug): Mark => {
      const p = free.get(placeFor(wanted, n))?.shift() as Point
      return { slug, x: round(p.x), y: round(p.y), r: radius, region: key }
    }),
  )
  const xs = shape.discs.flatMap(({ x, r }) => [x - r, x + r])
  const ys = shape.discs.flatMap(({ y, r }) => [y - r, y + r])
  const [left, top] = [Math.floor(Math.min(...xs, 0)) - BAND, Math.floor(Math.min(...ys, 0)) - BAND]
  return {
    viewBox: {
      x: left,
      y: top,
      width: Math.ceil(Math.max(...xs, 0)) + BAND - left,
      height: Math.ceil(Math.max(...ys, 0)) + BAND - top,
    },
    circles: shape.discs.map(({ x, y, r, angle }, i) => ({
      slug: order[i] as string,
      cx: round(x),
      cy: round(y),
      r: round(r),
      angle,
      label: labelOf(shape, i),
    })),
    result: { cx: 0, cy: 0, r: round(shape.result.r) },
    marks,
    regions: regions.map(({ key, circles, courses }) => ({ key, circles, courses })),
    markRadius: radius,
  }
}

/**
 * A line of text along the free arc of a rim: path data that begins where the text does and has
 * room to spare, the middle of its first letter, and the length in units the text may take.
 */
export type NamePath = { d: string; head: { x: number; y: number }; room: number }

/**
 * The path for a circle's name of this length and height, as near to level as its free arc allows, read from left to
 * right. A name too long for the arc gets all of it; its letters have to shrink to `room`.
 */
export const namePath = ({ cx, cy, label }: PlacedCircle, length: number, height: number): NamePath => {
  // Below the result the text stands on the outside of its line, so the line moves out by the height of its letters.
  const radius = label.radius + (label.above ? 0 : height * 0.72)
  const room = (label.to - label.from) * radius
  const half = Math.min(length, room) / 2 / radius
  const level = label.above ? -Math.PI / 2 : Math.PI / 2
  const turned = level + TURN * Math.round(((label.from + label.to) / 2 - level) / TURN)
  const onward = label.above ? 1 : -1
  // Letters of another face may be wider than reckoned, and what runs over the end of a path is not drawn.
  const spare = Math.min(half * 0.22, room / radius / 2 - half)
  const [least, most] = [label.from + half, label.to - half]
  const middle = label.above
    ? Math.max(Math.min(turned, most - spare), least)
    : Math.min(Math.max(turned, least + spare), most)
  const start = middle - onward * half
  const end = middle + onward * (half + spare)
  const at = (angle: number, away: number) => ({
    x: round(cx + Math.cos(angle) * away),
    y: round(cy + Math.sin(angle) * away),
  })
  const [from, to] = [at(start, radius), at(end, radius)]
  const long = Math.abs(end - start) > Math.PI ? 1 : 0
  return {
    d: `M${from.x} ${from.y}A${round(radius)} ${round(radius)} 0 ${long} ${label.above ? 1 : 0} ${to.x} ${to.y}`,
    head: at(start + (onward * height) / 2 / radius, radius + onward * height * 0.34),
    room: round(room),
  }
}
