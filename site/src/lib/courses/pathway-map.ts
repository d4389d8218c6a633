import type { CircleView } from '#collections/circles/view.ts'
import { around, pathwaysThrough, type Role, rolesAround } from '#collections/courses/pathways.ts'
import type { Group } from '#collections/courses/prerequisites.ts'
import { layOutPathways, type PathwayLayout } from './pathway-layout.ts'

type Drawable = { id: string; slug: string; title: string; circles: readonly CircleView[]; groups: readonly Group[] }

/** How many courses the small map shows, and how many one drawing can show before nobody finds the way any more. */
const MOST = { compact: 24, focused: 120, whole: 250 }

/** Lines that stand out are drawn over the others. */
const RANK = { off: 0, in: 1, on: 1, self: 2 }

export type PathwayMap<Course> = Omit<PathwayLayout<Course>, 'tracks'> & {
  /** The course whose way stands out. */
  self: Course | undefined
  roleOf: (id: string) => Role | undefined
  tracks: { d: string; role: Role | undefined; circles: readonly CircleView[] }[]
  /** How many courses on its way are not shown; whether anything could be drawn. */
  left: number
  isDrawn: boolean
}

/** Everything the map of pathways shows; `compact`: of one course, the nearest before and after it. */
export const pathwayMap = <Course extends Drawable>(
  courses: readonly Course[],
  highlight: string | undefined,
  compact: boolean,
): PathwayMap<Course> => {
  const self = courses.find(({ slug }) => slug === highlight)
  const whole = pathwaysThrough(courses)
  const isFocused = self !== undefined && (compact || whole.nodes.length > MOST.focused)
  const shown = isFocused ? around(courses, self.id, compact ? MOST.compact : MOST.focused) : { courses, left: 0 }
  const isDrawn = isFocused || whole.nodes.length <= MOST.whole
  const pathways = isFocused ? pathwaysThrough(shown.courses) : isDrawn ? whole : pathwaysThrough<Course>([])
  const { tracks, ...layout } = layOutPathways(pathways, compact ? 'compact' : 'full')
  const roles = self && rolesAround(shown.courses, pathways, self.id)
  const circlesOf = new Map(layout.nodes.map(({ course }) => [course.id, course.circles]))
  return {
    ...layout,
    self,
    roleOf: (id) => roles?.of.get(id),
    tracks: tracks
      .map(({ d, course, ...line }) => ({
        d,
        role: roles?.ofLine({ course, ...line }),
        circles: circlesOf.get(course) ?? [],
      }))
      .toSorted((a, b) => RANK[a.role ?? 'off'] - RANK[b.role ?? 'off']),
    left: shown.left,
    isDrawn,
  }
}
