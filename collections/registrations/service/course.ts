import { MOST_WAITING } from '../flood.ts'
import type { Closed } from './view.ts'
import type { Standing } from '../../sessions/states.ts'
import type { Course } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { decidingRulesOf, publicRulesOf, type SessionRules } from './rules.ts'

/** A session of a course, with all the rules that hold for it at this moment. */
export type CourseRules = SessionRules & { course: Course }

/** The rules of a session of this course; undefined where it has none of that id. */
export const rulesFor = async (context: Context, slug: string, session: string): Promise<CourseRules | undefined> => {
  const rules = await publicRulesOf(context, session)
  return rules?.course?.slug === slug ? { ...rules, course: rules.course } : undefined
}

/** The same as everything is at this moment, for what is decided now. */
export const decidingRulesFor = async (
  context: Context,
  slug: string,
  session: string,
): Promise<CourseRules | undefined> => {
  const rules = await decidingRulesOf(context, session)
  return rules?.course?.slug === slug ? { ...rules, course: rules.course } : undefined
}

const CLOSED: Partial<Record<Standing, Closed>> = {
  canceled: 'canceled',
  past: 'past',
  'under-way': 'under-way',
  'not-open': 'not-open',
  closed: 'closed',
}

/** Why nobody can register for the session now; undefined while people can. */
export const closedOf = ({ view, facts }: Pick<SessionRules, 'view' | 'facts'>): Closed | undefined =>
  view.standing === 'full' && facts.waiting >= MOST_WAITING ? 'waitlist-full' : CLOSED[view.standing]
