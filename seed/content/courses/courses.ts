import { culturalCompetency } from './cultural-competency.ts'
import { equityLeadership } from './equity-leadership.ts'
import { practicesAndStrategies } from './practices-and-strategies.ts'
import { whereCirclesMeet } from './where-circles-meet.ts'
import type { CourseContent } from '../types.ts'

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
