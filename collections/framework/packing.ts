/**
 * Marks spread evenly over an area that discs bound: inside some, outside others. Deterministic; lengths are in units of
 * the drawing.
 */

export type Point = { x: number; y: number }
export type Disc = Point & { r: number }
/** An edge of an area: the disc it belongs to, and whether the area is inside or outside of it. */
export type Edge = Disc & { inside: boolean }

/** Clear space around a mark, as a share of its radius. */
const AIR = 0.22
/** Rounds of evening out; more change little. */
const ROUNDS = 16

/** Rows of triangles are this much closer than their columns. */
const ROW = Math.sqrt(3) / 2

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** How far a point is inside an area; negative outside. The largest mark it may carry. */
const clearance = (edges: readonly Edge[], p: Point): number => {
  let least = Infinity
  for (const edge of edges) {
    const inside = edge.r - Math.sqrt((p.x - edge.x) * (p.x - edge.x) + (p.y - edge.y) * (p.y - edge.y))
    least = Math.min(least, edge.inside ? inside : -inside)
  }
  return least
}

type Sample = Point & { clear: number }

/** Points in even rows over the area, turned with it, so that like areas fill alike. */
const samplesOf = (edges: readonly Edge[], turn: number, step: number): Sample[] => {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  // Nothing of the area lies outside of a disc that it is inside of.
  const around = edges.find(({ inside }) => inside)
  if (!around) return []
  const { r } = around
  const [u, v] = [around.x * cos + around.y * sin, around.y * cos - around.x * sin]
  const rowHeight = step * ROW
  const found: Sample[] = []
  // From the far side inward: between equal places the one away from the result is taken.
  for (let row = Math.floor((u + r) / rowHeight); row * rowHeight >= u - r; row--)
    for (let column = Math.ceil((v - r) / step) - 1; column * step <= v + r; column++) {
      const along = row * rowHeight
      const across = (column + (row & 1 ? 0.5 : 0)) * step
      const p = { x: along * cos - across * sin, y: along * sin + across * cos, clear: 0 }
      p.clear = clearance(edges, p)
      if (p.clear > 0) found.push(p)
    }
  return found
}

/** Starts far apart: each next point is the sample farthest from all points before it and from the edge. */
const farApart = (samples: readonly Sample[], count: number): Point[] => {
  const reach = Float64Array.from(samples, ({ clear }) => (2 * clear) ** 2)
  return Array.from({ length: count }, () => {
    let farthest = 0
    for (let i = 1; i < reach.length; i++) if ((reach[i] as number) > (reach[farthest] as number) + 1e-6) farthest = i
    const { x, y } = samples[farthest] as Sample
    samples.forEach((sample, i) => {
      const d = (sample.x - x) * (sample.x - x) + (sample.y - y) * (sample.y - y)
      if (d < (reach[i] as number)) reach[i] = d
    })
    return { x, y }
  })
}

/** Answers which point is nearest, looking from its column outward instead of at all points. */
const nearestTo = (points: readonly Point[]): ((p: Point) => number) => {
  const byX = points.map((_, i) => i).toSorted((i, j) => (points[i] as Point).x - (points[j] as Point).x)
  const xs = Float64Array.from(byX, (i) => (points[i] as Point).x)
  const ys = Float64Array.from(byX, (i) => (points[i] as Point).y)
  let start = 0
  return (p) => {
    // Samples come row by row, so the column of the last one is a good place to begin.
    while (start < xs.length - 1 && (xs[start] as number) < p.x) start++
    while (start > 0 && (xs[start] as number) > p.x) start--
    let best = start
    let least = Infinity
    const ask = (i: number): boolean => {
      const dx = (xs[i] as number) - p.x
      if (dx * dx >= least) return false
      const dy = (ys[i] as number) - p.y
      if (dx * dx + dy * dy < least) {
        best = i
        least = dx * dx + dy * dy
      }
      return true
    }
    for (let i = start; i >= 0 && ask(i); i--);
    for (let i = start + 1; i < xs.length && ask(i); i++);
    return byX[best] as number
  }
}

/** Moves every point to the middle of what is nearest to it (Lloyd), which spreads them evenly over the place. */
const evenOut = (points: Point[], samples: readonly Sample[]): Point[] => {
  let spread = points
  for (let turn = 0; turn < ROUNDS; turn++) {
    const nearest = nearestTo(spread)
    const sums = spread.map(() => ({ x: 0, y: 0, n: 0 }))
    for (const sample of samples) {
      const sum = sums[nearest(sample)] as { x: number; y: number; n: number }
      sum.x += sample.x
      sum.y += sample.y
      sum.n += 1
    }
    spread = sums.map((sum, i) => (sum.n ? { x: sum.x / sum.n, y: sum.y / sum.n } : (spread[i] as Point)))
  }
  return spread
}

/**
 * Around a hole or in a bay the middle of what is nearest may lie at an edge. Such a point moves to the roomiest spot
 * of what is nearest to it.
 */
const offEdges = (points: readonly Point[], samples: readonly Sample[], edges: readonly Edge[]): Point[] => {
  const gapFrom = (p: Point, own: number, among: readonly Point[]) =>
    among.reduce((least, other, i) => (i === own ? least : Math.min(least, distance(p, other))), Infinity)
  const nearest = nearestTo(points)
  const moved = [...points]
  points.forEach((p, own) => {
    const gap = gapFrom(p, own, moved)
    if (clearance(edges, p) > 0.35 * Math.min(gap, 160)) return
    let most = 0
    for (const sample of samples) {
      if (nearest(sample) !== own) continue
      const room = Math.min(2 * sample.clear, gapFrom(sample, own, moved))
      if (room <= most) continue
      most = room
      moved[own] = { x: sample.x, y: sample.y }
    }
  })
  return moved
}

/** An area with its marks evenly spread, before their size is known. */
export type Spread = { edges: readonly Edge[]; area: number; points: readonly Point[] }

/** Spreads so many points over an area; `turn` is the direction it faces, in radians. */
export const spreadOut = (edges: readonly Edge[], turn: number, count: number): Spread => {
  let step = 24
  let samples = samplesOf(edges, turn, step)
  while (samples.length < Math.max(120, 18 * count) && step > 0.2) {
    step *= samples.length > 40 ? Math.sqrt(samples.length / Math.max(130, 20 * count)) : 0.5
    samples = samplesOf(edges, turn, step)
  }
  return {
    edges,
    area: samples.length * step * step * ROW,
    points: offEdges(evenOut(farApart(samples, count), samples), samples, edges),
  }
}

/** The least area a mark takes in the densest packing, over its radius squared; an even spread reaches nine tenths. */
const DENSEST = (2 * Math.sqrt(3)) / 0.9

/** About the largest radius at which so many marks could fit an area; quick, and rather too hopeful. */
export const roomFor = (edges: readonly Edge[], turn: number, count: number): number => {
  const samples = samplesOf(edges, turn, 20)
  const widest = samples.reduce((most, { clear }) => Math.max(most, clear), 0)
  const share = (samples.length * 20 * 20 * ROW) / count / DENSEST
  return Math.min(widest, Math.sqrt(share)) / (1 + AIR)
}

/** The nearest point with the clearance asked for, by stepping off each edge in turn; undefined if none is found. */
const inward = (edges: readonly Edge[], from: Point, margin: number): Point | undefined => {
  let p = from
  for (let turn = 0; turn < 40; turn++) {
    if (clearance(edges, p) >= margin - 1e-6) return p
    for (const edge of edges) {
      const away = distance(p, edge) || 1e-6
      const wanted = edge.inside ? Math.min(away, edge.r - margin) : Math.max(away, edge.r + margin)
      if (wanted === away) continue
      if (wanted < 0) return undefined
      p = { x: edge.x + ((p.x - edge.x) * wanted) / away, y: edge.y + ((p.y - edge.y) * wanted) / away }
    }
  }
  return undefined
}

/** Pushes points that crowd each other apart and back off the edges; undefined if they do not all find room. */
export const relax = ({ edges, area, points }: Spread, radius: number): Point[] | undefined => {
  if (points.length * DENSEST * (radius * (1 + AIR)) ** 2 > area) return undefined
  const apart = 2 * radius * (1 + AIR)
  const margin = radius * (1 + AIR)
  const moved = points.map((p) => ({ ...p }))
  const byX = moved.map((_, i) => i)
  for (let turn = 0; turn < 60; turn++) {
    let worst = 0
    for (let i = 0; i < moved.length; i++) {
      const pulled = inward(edges, moved[i] as Point, margin)
      if (!pulled) return undefined
      moved[i] = pulled
    }
    byX.sort((i, j) => (moved[i] as Point).x - (moved[j] as Point).x || i - j)
    for (let at = 0; at < byX.length; at++) {
      const i = byX[at] as number
      const x = (moved[i] as Point).x
      for (let next = at + 1; next < byX.length; next++) {
        const j = byX[next] as number
        const a = moved[i] as Point
        const b = moved[j] as Point
        // Pushing may have moved either by now, so the sweep looks one mark farther than it needs.
        if (b.x - x > 2 * apart) break
        const dx = b.x - a.x
        const dy = b.y - a.y
        const gap = Math.sqrt(dx * dx + dy * dy)
        if (gap >= apart - 1e-3) continue
        worst = Math.max(worst, apart - gap)
        // Points on the same spot part along a direction of their own, so that no two pairs stay in step.
        const ux = gap > 1e-6 ? dx / gap : Math.cos(i + j)
        const uy = gap > 1e-6 ? dy / gap : Math.sin(i + j)
        const push = (apart - gap) / 2 + 0.05
        a.x -= ux * push
        a.y -= uy * push
        b.x += ux * push
        b.y += uy * push
      }
    }
    if (worst === 0) return moved
    // Where there is room, crowding is nearly over by now.
    if (turn > 14 && worst > apart * 0.3) return undefined
  }
  return undefined
}
