import { isOneOf } from '../values/list.ts'
import { weekdayOf } from '../values/day.ts'
import { toSlug } from '../values/slug.ts'
import { heldDays } from './policy.ts'
import { TIMES, type TimeOfDay } from './states.ts'
import type { DayView, SessionFacts } from './view.ts'

// What a session is looked for by: where it is, and at which time of the day.

/** A place, without the room in it. */
export type Place = { slug: string; name: string }

type Days = Pick<SessionFacts, 'days'>

/** By its first hour and its last; 24-hour clock. */
const timeOf = ({ startTime, endTime }: Pick<DayView, 'startTime' | 'endTime'>): TimeOfDay => {
  if (startTime >= '16:00') return 'evening'
  if (startTime >= '11:30') return 'afternoon'
  return endTime <= '13:00' ? 'morning' : 'all-day'
}

/** The times of day at which its days are held, in the order of a day; a Saturday or Sunday is also a weekend. */
export const timesOf = ({ days }: Days): TimeOfDay[] => {
  const found = heldDays(days).flatMap((day) => [timeOf(day), ...(weekdayOf(day.date) > 5 ? ['weekend' as const] : [])])
  return TIMES.filter((time) => isOneOf(found, time))
}

/** The places its days are held at, each once: "Learning Center, Room 110" and "Learning Center, Room 2" are one. */
export const placesOf = ({ days }: Days): Place[] => {
  const places = new Map<string, string>()
  for (const { place } of heldDays(days)) {
    const [name = ''] = (place ?? '').split(',', 1)
    const slug = toSlug(name)
    if (slug && !places.has(slug)) places.set(slug, name.trim())
  }
  return [...places].map(([slug, name]) => ({ slug, name }))
}
