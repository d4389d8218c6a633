/** The prerequisite graph as something to draw: courses as nodes, the lines between them, and where ways into one join. */
import { type Graph, type Group, wayIn, wayOn } from './prerequisites.ts'

type Linked = { id: string; groups: readonly Group[] }

/** Where the ways of an 'any' group run together, before the course that asks for one of them. */
export type Junction = { id: string; into: string }
/** From a course or junction to another. It is drawn in the color of `course`, the one the way belongs to. */
export type Line = { from: string; to: string; course: string }
/** `unseen` counts the courses it asks for that are not among those given. */
export type PathwayNode<Course> = { course: Course; unseen: number }

export type Pathways<Course> = {
  nodes: PathwayNode<Course>[]
  junctions: Junction[]
  lines: Line[]
  /** Courses that ask for none of the others and open none. */
  alone: Course[]
}

const graphOf = (courses: readonly Linked[]): Graph => new Map(courses.map(({ id, groups }) => [id, { groups }]))

/** Everything to draw, in the order of the courses given. Courses outside of them lead nowhere. */
export const pathwaysThrough = <Course extends Linked>(courses: readonly Course[]): Pathways<Course> => {
  const known = new Set(courses.map(({ id }) => id))
  const junctions: Junction[] = []
  const lines = new Map<string, Line>()
  const link = (from: string, to: string, course: string) => lines.set(`${from} ${to}`, { from, to, course })
  for (const { id, groups } of courses)
    groups.forEach((group, at) => {
      const asked = [...new Set(group.courses)]
      const ways = asked.filter((course) => known.has(course) && course !== id)
      if (group.kind === 'all' || asked.length === 1) return ways.forEach((course) => link(course, id, course))
      if (ways.length === 0) return
      const junction = { id: `${id}/${at}`, into: id }
      junctions.push(junction)
      ways.forEach((course) => link(course, junction.id, course))
      link(junction.id, id, id)
    })
  const linked = new Set([...lines.values()].flatMap(({ from, to }) => [from, to]))
  const unseenOf = ({ groups }: Linked) =>
    new Set(groups.flatMap((group) => group.courses).filter((course) => !known.has(course))).size
  return {
    nodes: courses.filter(({ id }) => linked.has(id)).map((course) => ({ course, unseen: unseenOf(course) })),
    junctions,
    lines: [...lines.values()],
    alone: courses.filter(({ id }) => !linked.has(id)),
  }
}

/** The parts no line leads between, each with its own junctions and lines, in the order of their first node. */
export const partsOf = <Course extends Linked>({ nodes, junctions, lines }: Pathways<Course>): Pathways<Course>[] => {
  const beside = new Map<string, string[]>()
  const connect = (one: string, other: string) => beside.set(one, [...(beside.get(one) ?? []), other])
  for (const { from, to } of lines) {
    connect(from, to)
    connect(to, from)
  }
  const partOf = new Map<string, Pathways<Course>>()
  const parts: Pathways<Course>[] = []
  for (const { course } of nodes) {
    if (partOf.has(course.id)) continue
    const part: Pathways<Course> = { nodes: [], junctions: [], lines: [], alone: [] }
    parts.push(part)
    const reached = new Set([course.id])
    for (const id of reached) {
      partOf.set(id, part)
      for (const other of beside.get(id) ?? []) reached.add(other)
    }
  }
  for (const node of nodes) partOf.get(node.course.id)?.nodes.push(node)
  for (const junction of junctions) partOf.get(junction.id)?.junctions.push(junction)
  for (const line of lines) partOf.get(line.from)?.lines.push(line)
  return parts
}

/**
 * A course with its whole way in and way on, in the order given. With a limit, the nearest to both sides; `left` says how
 * many more there are.
 */
export const around = <Course extends Linked>(
  courses: readonly Course[],
  id: string,
  limit = Infinity,
): { courses: Course[]; left: number } => {
  const graph = graphOf(courses)
  const [before, after] = [wayIn(graph, id), wayOn(graph, id)]
  const byTurns = Array.from({ length: Math.max(before.length, after.length) }, (_, i) => [before[i], after[i]]).flat()
  const ids = [...new Set([id, ...byTurns.filter((one) => one !== undefined)])]
  const shown = new Set(ids.slice(0, Math.max(1, limit)))
  return { courses: courses.filter((course) => shown.has(course.id)), left: ids.length - shown.size }
}

/** What a course or line is to one course: itself, on its way in, on its way on, or neither. */
export type Role = 'self' | 'in' | 'on' | 'off'

/** The roles of everything drawn; lines and junctions have those of the ways they are part of. */
export const rolesAround = <Course extends Linked>(
  courses: readonly Course[],
  { nodes, junctions, lines }: Pathways<Course>,
  id: string,
): { of: ReadonlyMap<string, Role>; ofLine: (line: Line) => Role } => {
  const graph = graphOf(courses)
  const [before, after] = [new Set(wayIn(graph, id)), new Set(wayOn(graph, id))]
  const roleOf = (course: string): Role =>
    course === id ? 'self' : before.has(course) ? 'in' : after.has(course) ? 'on' : 'off'
  const leadsIn = (role: Role | undefined) => role === 'self' || role === 'in'
  const leadsOn = (role: Role | undefined) => role === 'self' || role === 'on'
  const of = new Map<string, Role>(nodes.map(({ course }) => [course.id, roleOf(course.id)]))
  for (const junction of junctions) {
    const isOn = lines.some(({ from, to }) => to === junction.id && leadsOn(of.get(from)))
    of.set(junction.id, leadsIn(of.get(junction.into)) ? 'in' : isOn ? 'on' : 'off')
  }
  const ofLine = ({ from, to }: Line): Role =>
    of.get(from) === 'in' && leadsIn(of.get(to)) ? 'in' : leadsOn(of.get(from)) && of.get(to) === 'on' ? 'on' : 'off'
  return { of, ofLine }
}

/** A course in the outline with what it opens. Where it `isRepeated`, its own entry is elsewhere, and it opens nothing here. */
export type Entry<Course> = { course: Course; isRepeated: boolean; opens: Entry<Course>[] }

/** Deeper than this an outline is hard to follow; what lies deeper begins again at the margin. */
const DEEPEST = 6

/**
 * The same graph as nested lists, from courses that ask for nothing to what they open. Every course with a way in or on
 * has one entry of its own; other mentions are repeats.
 */
export const outlineOf = <Course extends Linked>(courses: readonly Course[]): Entry<Course>[] => {
  const { nodes, junctions, lines } = pathwaysThrough(courses)
  const into = new Map(junctions.map(({ id, into }) => [id, into]))
  const byId = new Map(nodes.map(({ course }) => [course.id, course]))
  const opens = new Map<string, string[]>()
  const asking = new Set<string>()
  for (const { from, to } of lines) {
    const target = into.get(to) ?? to
    asking.add(target)
    const others = opens.get(from) ?? []
    if (!into.has(from) && !others.includes(target)) opens.set(from, [...others, target])
  }
  const listed = new Set<string>()
  const margin = [...byId.keys()].filter((id) => !asking.has(id))
  const entryOf = (id: string, depth: number): Entry<Course> => {
    const course = byId.get(id) as Course
    if (listed.has(id)) return { course, isRepeated: true, opens: [] }
    if (depth > DEEPEST) {
      margin.push(id)
      return { course, isRepeated: true, opens: [] }
    }
    listed.add(id)
    return { course, isRepeated: false, opens: (opens.get(id) ?? []).map((next) => entryOf(next, depth + 1)) }
  }
  const entries: Entry<Course>[] = []
  for (const id of margin) if (!listed.has(id)) entries.push(entryOf(id, 1))
  // Only a cycle leaves a course without a beginning.
  for (const id of byId.keys()) if (!listed.has(id)) entries.push(entryOf(id, 1))
  return entries
}
