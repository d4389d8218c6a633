import type { GROUP_KINDS } from './states.ts'

/** Courses to complete first: every one of them, or any single one. A group without courses asks for nothing. */
export type Group = { kind: (typeof GROUP_KINDS)[number]; courses: readonly string[] }

/**
 * What a course asks for, of what is on the site: what was taken down is asked for nowhere, so that nobody is refused for what no
 * page names. A group of which nothing is left asks for nothing.
 */
export const askedGroups = (groups: readonly Group[], isOnSite: (course: string) => boolean): Group[] =>
  groups
    .map(({ kind, courses }) => ({ kind, courses: courses.filter(isOnSite) }))
    .filter(({ courses }) => courses.length > 0)

/**
 * What each course asks for, by id. A group may name a course that is not in the graph: no way leads through it. Cycles are refused
 * on save, yet no function here loops on one.
 */
export type Graph = ReadonlyMap<string, { groups: readonly Group[]; equivalents?: readonly string[] }>

/** Something still to do. For 'all', every missing course; for 'any', one of them. Either can be met by one of its equivalents. */
export type Unmet = { kind: Group['kind']; missing: { course: string; equivalents: readonly string[] }[] }

type Links = ReadonlyMap<string, readonly string[]>
type Trail = { id: string; length: number; from?: Trail }

/** The courses each course leads back to, in a fixed order, so that answers do not depend on how the graph was loaded. */
const needsOf = (graph: Graph): Links => {
  const needed = ({ groups }: { groups: readonly Group[] }) => new Set(groups.flatMap(({ courses }) => courses))
  return new Map([...graph].map(([id, course]) => [id, [...needed(course)].filter((other) => graph.has(other)).sort()]))
}

const reversed = (links: Links): Links => {
  const back = new Map<string, string[]>([...links.keys()].map((id) => [id, []]))
  for (const id of [...links.keys()].sort()) for (const other of links.get(id) ?? []) back.get(other)?.push(id)
  return back
}

/** The links without the courses from which every way comes to an end: whatever is left leads into a cycle. */
const withoutDeadEnds = (links: Links): Links => {
  const back = reversed(links)
  const left = new Map([...links].map(([id, others]) => [id, others.length]))
  const ended = [...links.keys()].filter((id) => left.get(id) === 0)
  for (const id of ended) {
    for (const other of back.get(id) ?? []) {
      left.set(other, (left.get(other) ?? 0) - 1)
      if (left.get(other) === 0) ended.push(other)
    }
  }
  const gone = new Set(ended)
  return new Map([...links].filter(([id]) => !gone.has(id)))
}

const pathOf = (end: Trail | undefined): string[] => {
  const ids: string[] = []
  for (let trail = end; trail; trail = trail.from) ids.push(trail.id)
  return ids.toReversed()
}

/** The shortest way from a course back to itself with fewer than `limit` courses, breadth first. */
const wayBack = (start: string, links: Links, limit: number): string[] | undefined => {
  const seen = new Set<string>()
  const trails: Trail[] = [{ id: start, length: 1 }]
  for (const from of trails) {
    if (from.length >= limit) return undefined
    for (const id of links.get(from.id) ?? []) {
      if (id === start) return [...pathOf(from), start]
      if (!seen.has(id)) trails.push({ id, length: from.length + 1, from })
      seen.add(id)
    }
  }
  return undefined
}

/**
 * Prerequisites that lead back to where they began, as ['a', 'b', 'a'] (a asks for b, b asks for a) or ['a', 'a']; undefined
 * when there are none. Of several cycles the shortest, and of equal ones the first in the order of ids, so that the message
 * somebody reads stays the same. Courses of an 'any' group count too: a way in that leads back is a mistake even beside others.
 * `through`: only those that this course is part of; drafts of others may hold theirs.
 */
export const findCycle = (graph: Graph, through?: string): string[] | undefined => {
  const links = withoutDeadEnds(needsOf(graph))
  let shortest: string[] | undefined
  for (const id of through === undefined ? [...links.keys()].sort() : [through].filter((one) => links.has(one)))
    shortest = wayBack(id, links, (shortest?.length ?? Infinity) - 1) ?? shortest
  return shortest
}

/**
 * The groups a person has not met, reduced to what is missing; empty when the way is open. `equivalents` lists for a course
 * the others that count as it; this holds one way only and is not passed on from course to course.
 */
export const unmet = (
  groups: readonly Group[],
  completed: ReadonlySet<string>,
  equivalents: Links = new Map(),
): Unmet[] => {
  const countingAs = (course: string) => equivalents.get(course) ?? []
  const isMissing = (course: string) => ![course, ...countingAs(course)].some((id) => completed.has(id))
  return groups
    .map(({ kind, courses }) => ({ kind, courses, missing: [...new Set(courses)].filter(isMissing) }))
    .filter(({ kind, courses, missing }) =>
      kind === 'all' ? missing.length > 0 : courses.length > 0 && courses.every(isMissing),
    )
    .map(({ kind, missing }) => ({
      kind,
      missing: missing.map((course) => ({ course, equivalents: countingAs(course) })),
    }))
}

/** For each of these courses, the others that count as it. */
export const equivalentsOf = (graph: Graph, courses: readonly string[]): Links =>
  new Map(courses.map((id) => [id, graph.get(id)?.equivalents ?? []]))

/** These courses and all that count as one of them, each once. */
export const countingAs = (graph: Graph, courses: readonly string[]): string[] => [
  ...new Set([...equivalentsOf(graph, courses)].flatMap(([id, others]) => [id, ...others])),
]

const reach = (start: string, links: Links): string[] => {
  const reached = new Set([start])
  for (const id of reached) for (const other of links.get(id) ?? []) reached.add(other)
  return [...reached].slice(1)
}

/** Every course that comes before this one, the nearest first. */
export const wayIn = (graph: Graph, id: string): string[] => reach(id, needsOf(graph))

/** Every course this one opens the way to, the nearest first. */
export const wayOn = (graph: Graph, id: string): string[] => reach(id, reversed(needsOf(graph)))
