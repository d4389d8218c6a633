import { heldDays, isRegistrable } from '../sessions/policy.ts'
import { placesOf, timesOf } from '../sessions/facets.ts'
import { FORMATS, TIMES } from '../sessions/states.ts'
import type { SessionLine } from '../sessions/view.ts'
import { addDays, dayIn } from '../values/day.ts'
import type { Cents } from '../values/money.ts'
import type { CourseQuery } from './schema.ts'
import { AUDIENCES, PRICES, TOPICS, type PriceBand } from './states.ts'
import type { CourseCard } from './view.ts'

/** What the list is narrowed by, in the order of the page. */
export const FACETS = [
  'circle',
  'when',
  'time',
  'format',
  'place',
  'open',
  'audience',
  'price',
  'strategy',
  'topic',
] as const
export type Facet = (typeof FACETS)[number]
export type When = 'month' | 'quarter' | 'later' | 'none'
/** One way to narrow the list, and how many courses it would leave. */
export type Choice = { value: string; label: string | null; count: number; chosen: boolean }
export type Facets = Record<Facet, Choice[]>

/** When the next session of a course is: within a month, within three, later, or not planned. Days are those of `zone`. */
const whenOf = ({ next }: Pick<CourseCard, 'next'>, now: Temporal.Instant, zone: string): When => {
  if (!next) return 'none'
  const [today, day] = [dayIn(now, zone), heldDays(next.days)[0]!.date]
  if (day <= addDays(today, 31)) return 'month'
  return day <= addDays(today, 92) ? 'quarter' : 'later'
}

/** By the price for members, in cents. */
export const priceBandOf = (rate: Cents | null): PriceBand => {
  if (rate === null) return 'on-request'
  if (rate === 0) return 'none'
  if (rate < 100_00) return 'below-100'
  return rate < 250_00 ? 'below-250' : 'more'
}

type Clock = { now: Temporal.Instant; zone: string }

const valuesOf = (card: CourseCard, { now, zone }: Clock): Record<Facet, readonly string[]> => ({
  circle: card.circles.map(({ slug }) => slug),
  strategy: card.strategies.map(({ slug }) => slug),
  format: [card.format],
  when: [whenOf(card, now, zone)],
  open: card.next && isRegistrable(card.next) ? ['1'] : [],
  // What is for everyone is for each of them.
  audience: card.audience.includes('everyone') ? AUDIENCES : card.audience,
  topic: card.topics,
  place: card.places.map(({ slug }) => slug),
  time: card.times,
  price: [priceBandOf(card.memberRate)],
})

/** Whether a session of a course that meets the query is meant by it: at that place, and at that time of day. */
export const meansSession = (session: Pick<SessionLine, 'days'>, { place, time }: Partial<CourseQuery>): boolean =>
  (!place || placesOf(session).some(({ slug }) => slug === place)) && (!time || timesOf(session).includes(time))

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

export const FACET_VALUES = {
  format: FORMATS,
  when: ['month', 'quarter', 'later', 'none'],
  open: ['1'],
  audience: AUDIENCES,
  topic: TOPICS,
  time: TIMES,
  price: PRICES,
} as const
