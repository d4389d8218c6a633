/** Where everything on the map of pathways lies: layers from left to right, and tracks that merge like rails. */
import { Graph, layout } from '@dagrejs/dagre'
import { type Junction, type Line, partsOf, type Pathways, type PathwayNode } from '#collections/courses/pathways.ts'
import type { Group } from '#collections/courses/prerequisites.ts'
import { columnsOf, type Point, trackPath } from './pathway-tracks.ts'

type Titled = { id: string; title: string; groups: readonly Group[] }
type Box = { x: number; y: number; width: number; height: number }
export type PlacedNode<Course> = PathwayNode<Course> & Box
export type PlacedJunction = Junction & Box
/** A line as path data, from the right edge of where it comes from to the left edge of where it leads. */
export type Track = Line & { d: string }
/** Boxes give their upper left corner; everything is in units of which 18 are the height of letters around the map. */
export type PathwayLayout<Course> = {
  width: number
  height: number
  nodes: PlacedNode<Course>[]
  junctions: PlacedJunction[]
  tracks: Track[]
}

const JUNCTION = { width: 64, height: 26, before: 14 }
/** How wide nodes are and how far apart layers, without and with room for a junction between them. */
const MEASURES = {
  full: { node: 208, gap: 90, joined: 152 },
  compact: { node: 184, gap: 72, joined: 132 },
} as const
type Measures = keyof typeof MEASURES
const NODE = { padding: 12, sign: 42, leading: 20 }
/** Where several ways lead in, they arrive this far below each other. */
const ENTRY = 34
/** How wide a letter of 15 units is, on average and with room to spare: pages never measure text. */
const LETTER = 8.4
const MARGIN = 12
/** From this many boxes on, the quicker way to rank them, which draws some lines longer. */
const MANY = 60

/** How many lines a text takes, broken between words. */
export const lineCount = (text: string, width: number): number => {
  const room = Math.max(1, Math.floor(width / LETTER))
  let [lines, used] = [1, 0]
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const length = Array.from(word).length
    if (used > 0 && used + 1 + length > room) [lines, used] = [lines + 1, 0]
    used += (used > 0 ? 1 : 0) + length
    // A word longer than a line is broken where it has to be.
    if (used > room) [lines, used] = [lines + Math.ceil(used / room) - 1, used % room || room]
  }
  return lines
}

const heightOf = ({ course, unseen }: PathwayNode<{ title: string }>, width: number, entries: number): number => {
  const lines = lineCount(course.title, width - 2 * NODE.padding - NODE.sign)
  return Math.max(48, entries * ENTRY, (lines + (unseen > 0 ? 1 : 0)) * NODE.leading + 2 * NODE.padding)
}

const round = (value: number): number => Math.round(value * 10) / 10

/** The ways into a course, from top to bottom: all that have to be gone, and each junction by itself. */
type Entries = ReadonlyMap<string, readonly string[]>

const entriesOf = ({ junctions, lines }: Pathways<unknown>): Entries => {
  const junctionIds = new Set(junctions.map(({ id }) => id))
  const entries = new Map<string, string[]>()
  for (const { from, to } of lines) {
    if (junctionIds.has(to)) continue
    const entry = junctionIds.has(from) ? from : to
    const others = entries.get(to) ?? []
    if (!others.includes(entry)) entries.set(to, [...others, entry])
  }
  return entries
}

type Placed = {
  boxes: ReadonlyMap<string, Box>
  bends: (from: string, to: string) => Point[]
  width: number
  height: number
}

/** The layers: boxes and the bends of lines between them. Junctions are put in afterward, in front of their course. */
const layersOf = (pathways: Pathways<Titled>, entries: Entries, top: number, measures: Measures): Placed => {
  const { node: width, gap, joined } = MEASURES[measures]
  const { nodes, junctions, lines } = pathways
  const into = new Map(junctions.map(({ id, into }) => [id, into]))
  const graph = new Graph()
  graph.setGraph({
    rankdir: 'LR',
    ranksep: junctions.length > 0 ? joined : gap,
    nodesep: 20,
    edgesep: 14,
    marginx: MARGIN,
    marginy: MARGIN,
    ranker: nodes.length < MANY ? 'network-simplex' : 'tight-tree',
  })
  for (const node of nodes) {
    const { id } = node.course
    graph.setNode(id, { width, height: heightOf(node, width, entries.get(id)?.length ?? 0) })
  }
  for (const { from, to } of lines) if (!into.has(from)) graph.setEdge(from, into.get(to) ?? to, {})
  layout(graph)
  const boxOf = (id: string): Box => {
    const { x, y, width, height } = graph.node(id) as Box
    return { x: round(x - width / 2), y: round(top + y - height / 2), width, height }
  }
  return {
    ...(graph.graph() as { width: number; height: number }),
    boxes: new Map(nodes.map(({ course }) => [course.id, boxOf(course.id)])),
    bends: (from, to) => {
      const edge = graph.edge(from, into.get(to) ?? to) as { points?: Point[] } | undefined
      return (edge?.points ?? []).map(({ x, y }) => ({ x, y: top + y }))
    },
  }
}

/** One part of the map, from `top` on down. */
const layOutPart = <Course extends Titled>(
  pathways: Pathways<Course>,
  top: number,
  measures: Measures,
): PathwayLayout<Course> => {
  const { nodes, junctions, lines } = pathways
  const entries = entriesOf(pathways)
  const { boxes, bends, width, height } = layersOf(pathways, entries, top, measures)

  /** Where an entry meets the left edge of its course; entries lie in the order of where their lines come from. */
  const heights = new Map<string, number>()
  for (const [course, own] of entries) {
    const { y, height } = boxes.get(course) as Box
    const from = (entry: string) =>
      lines.filter(({ from, to }) => to === entry && boxes.has(from)).map(({ from }) => (boxes.get(from) as Box).y)
    const source = (entry: string) => from(entry).reduce((sum, y) => sum + y, 0) / (from(entry).length || 1)
    own
      .toSorted((a, b) => source(a) - source(b))
      .forEach((entry, i) => heights.set(entry, y + height / 2 + (i - (own.length - 1) / 2) * ENTRY))
  }
  const placed = junctions.map((junction): PlacedJunction => {
    const x = (boxes.get(junction.into) as Box).x - JUNCTION.before - JUNCTION.width
    const y = (heights.get(junction.id) ?? 0) - JUNCTION.height / 2
    return { ...junction, x: round(x), y: round(y), width: JUNCTION.width, height: JUNCTION.height }
  })
  const columns = columnsOf([...boxes.values()], placed)
  const all = new Map([...boxes, ...placed.map((junction) => [junction.id, junction] as const)])
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes
      .map((node) => ({ ...node, ...(boxes.get(node.course.id) as Box) }))
      .toSorted((a, b) => a.x - b.x || a.y - b.y),
    junctions: placed,
    tracks: lines.map((line) => {
      const [from, to] = [all.get(line.from) as Box, all.get(line.to) as Box]
      const isJoined = !boxes.has(line.from)
      const start = { x: from.x + from.width, y: from.y + from.height / 2 }
      const end = { x: to.x, y: heights.get(isJoined ? line.from : line.to) ?? to.y + to.height / 2 }
      return {
        ...line,
        d: isJoined ? `M${start.x} ${start.y}H${to.x}` : trackPath(start, end, bends(line.from, line.to), columns),
      }
    }),
  }
}

/** Parts of the map lie this close below each other. */
const BETWEEN = 24

/**
 * Lays out what is connected, the largest part on top; courses on no way are not drawn. Stops come in the order of the
 * keyboard: part by part, layer by layer, from top to bottom.
 */
export const layOutPathways = <Course extends Titled>(
  pathways: Pathways<Course>,
  measures: Measures = 'full',
): PathwayLayout<Course> => {
  const map: PathwayLayout<Course> = { width: 0, height: 0, nodes: [], junctions: [], tracks: [] }
  for (const part of partsOf(pathways).toSorted((a, b) => b.nodes.length - a.nodes.length)) {
    const top = map.height > 0 ? map.height + BETWEEN - 2 * MARGIN : 0
    const { nodes, junctions, tracks, ...size } = layOutPart(part, top, measures)
    map.nodes.push(...nodes)
    map.junctions.push(...junctions)
    map.tracks.push(...tracks)
    map.width = Math.max(map.width, size.width)
    map.height = top + size.height
  }
  return map
}
