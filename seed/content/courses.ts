import { culturalCompetency } from './courses/cultural-competency.ts'
import { equityLeadership } from './courses/equity-leadership.ts'
import { practicesAndStrategies } from './courses/practices-and-strategies.ts'
import { whereCirclesMeet } from './courses/where-circles-meet.ts'
import type { CourseContent } from './types.ts'

/**
 * The course list of the Cultural Collaborative, written for this demonstration. The source names a non-member rate but
 * no amount, so every rate here is a demonstration figure.
 */
export const courses: CourseContent[] = [
  ...culturalCompetency,
  ...practicesAndStrategies,
  ...equityLeadership,
  ...whereCirclesMeet,
]
