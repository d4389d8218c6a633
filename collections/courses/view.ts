import type { Course } from '../kernel/payload-types.ts'
import type { CircleView } from '../circles/view.ts'
import type { ContactView } from '../contacts/view.ts'
import type { ImageView } from '../media/view.ts'
import { paths } from '../kernel/paths.ts'
import type { Place } from '../sessions/facets.ts'
import type { SessionLine, SessionView } from '../sessions/view.ts'
import type { Cents } from '../values/money.ts'
import type { Audience, Topic } from './states.ts'
import type { Format, TimeOfDay } from '../sessions/states.ts'

/**
 * A course where it is only named: in a list of prerequisites, on the chart, in a search result. `path`: where its page is, for
 * what people register for that is no course.
 */
export type CourseRef = { slug: string; title: string; summary: string; circles: CircleView[]; path?: string }

/** The address of the page about something people register for. */
export const pathOf = ({ slug, path }: Pick<CourseRef, 'slug' | 'path'>): string => path ?? paths.course(slug)

/** A row of the catalog. */
export type CourseCard = CourseRef & {
  format: Format
  audience: Audience[]
  clockMinutes: number
  /** null: on request; 0: no charge. */
  memberRate: Cents | null
  nonMemberRate: Cents | null
  /** The names of strategies, by slug. */
  strategies: { slug: string; name: string }[]
  topics: Topic[]
  /** Where and at which times of day sessions still to come are held; canceled ones left out. */
  places: Place[]
  times: TimeOfDay[]
  /** The next session one could still go to; canceled ones only if there is no other. */
  next: SessionLine | null
  /** Sessions still to come, canceled ones left out. */
  upcoming: number
  updatedAt: string
}

export type GroupView = { kind: 'all' | 'any'; courses: CourseRef[] }

/** The prospectus of a course. */
export type CourseView = CourseCard & {
  /** HTML, made from the formatted text. */
  story: string
  outcomes: string[]
  /** Who teaches; a session may say otherwise. */
  instructors: string | null
  prerequisites: GroupView[]
  /** Courses that count as this one. */
  equivalents: CourseRef[]
  /** Courses that ask for this one. */
  opens: CourseRef[]
  sessions: SessionView[]
  past: SessionLine[]
  contacts: ContactView[]
  image: ImageView | null
}

export const courseFacts = ({
  format,
  audience,
  topics,
  clockMinutes,
  memberRate,
  nonMemberRate,
  updatedAt,
}: Course) => ({
  format,
  audience,
  topics: topics ?? [],
  clockMinutes,
  memberRate: memberRate ?? null,
  nonMemberRate: nonMemberRate ?? null,
  updatedAt,
})
