import { heldDays } from '../sessions/policy.ts'
import { type Standing, FORMATS } from '../sessions/states.ts'
import { addDays, dayIn } from '../values/day.ts'
import type { CourseQuery } from './schema.ts'
import type { CourseCard } from './view.ts'

export type Facet = 'circle' | 'strategy' | 'format' | 'when' | 'open'
export type When = 'month' | 'quarter' | 'later' | 'none'
/** One way to narrow the list, and how many courses it would leave. */
export type Choice = { value: string; label: string | null; count: number; chosen: boolean }
export type Facets = Record<Facet, Choice[]>

const REGISTRABLE: readonly Standing[] = ['open', 'few-left']

/** When the next session of a course is: within a month, within three, later, or not planned. Days are those of `zone`. */
const whenOf = ({ next }: Pick<CourseCard, 'next'>, now: Temporal.Instant, zone: string): When => {
  if (!next) return 'none'
  const [today, day] = [dayIn(now, zone), heldDays(next.days)[0]!.date]
  if (day <= addDays(today, 31)) return 'month'
  return day <= addDays(today, 92) ? 'quarter' : 'later'
}

type Clock = { now: Temporal.Instant; zone: string }

const valuesOf = (card: CourseCard, { now, zone }: Clock): Record<Facet, readonly string[]> => ({
  circle: card.circles.map(({ slug }) => slug),
  strategy: card.strategies.map(({ slug }) => slug),
  format: [card.format],
  when: [whenOf(card, now, zone)],
  open: card.next && REGISTRABLE.includes(card.next.standing) ? ['1'] : [],
})

const FACETS: readonly Facet[] = ['circle', 'strategy', 'format', 'when', 'open']

/** Cards that meet the query, and for each facet what its other choices would give with the rest of the query kept. */
export const filterCourses = (cards: readonly CourseCard[], query: CourseQuery, clock: Clock) => {
  const valued = cards.map((card) => ({ card, values: valuesOf(card, clock) }))
  const asked = FACETS.filter((facet) => query[facet] !== undefined)
  const meets = (values: Record<Facet, readonly string[]>, but?: Facet) =>
    asked.every((facet) => facet === but || values[facet].includes(query[facet]!))

  const countsOf = (facet: Facet): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const { values } of valued)
      if (meets(values, facet)) for (const value of values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1)
    return counts
  }
  return {
    found: valued.filter(({ values }) => meets(values)).map(({ card }) => card),
    counts: Object.fromEntries(FACETS.map((facet) => [facet, countsOf(facet)])) as Record<Facet, Map<string, number>>,
  }
}

export const FACET_VALUES = { format: FORMATS, when: ['month', 'quarter', 'later', 'none'], open: ['1'] } as const
