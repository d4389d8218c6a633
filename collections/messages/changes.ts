import type { Session } from '../kernel/payload-types.ts'
import { compareDays, formatDay, formatTimeRange, type Day, type Time } from '../values/day.ts'

/** A day as somebody last heard of it: `registrations.notifiedDays` keeps the zone and then one of these for each day. */
type NotifiedDay = [
  date: Day,
  startTime: Time,
  endTime: Time,
  place: string | null,
  address: string | null,
  isCanceled: boolean,
]

type HeldDay = {
  date: Day
  startTime: Time
  endTime: Time
  place?: string | null
  address?: string | null
  isCanceled: boolean
}

/** The days of a session as one text, to see later whether people have to be told of a change. */
export const daysText = ({ days, timeZone }: { days: readonly HeldDay[]; timeZone: string }): string =>
  JSON.stringify([
    timeZone,
    ...days.map(({ date, startTime, endTime, place, address, isCanceled }) => [
      date,
      startTime,
      endTime,
      place,
      address,
      isCanceled,
    ]),
  ])

/** The days that were called off when somebody was notified. */
export const canceledIn = (notified: string): Set<Day> => {
  const [, ...days] = JSON.parse(notified) as [string, ...NotifiedDay[]]
  return new Set(days.filter(([, , , , , isCanceled]) => isCanceled).map(([date]) => date))
}

const placeOf = (place?: string | null, address?: string | null): string => [place, address].filter(Boolean).join(', ')

const changesOfDay = (before: NotifiedDay, after: Session['days'][number], locale: string): string[] => {
  const [date, startTime, endTime, place, address] = before
  const day = formatDay(date, locale)
  const [hoursThen, hoursNow] = [
    formatTimeRange(startTime, endTime, locale),
    formatTimeRange(after.startTime, after.endTime, locale),
  ]
  const [placeThen, placeNow] = [placeOf(place, address), placeOf(after.place, after.address)]
  return [
    ...(hoursThen === hoursNow ? [] : [`${day} is now ${hoursNow}, not ${hoursThen}`]),
    ...(placeThen === placeNow ? [] : [`${day} is now at ${placeNow || 'a place to be announced'}`]),
  ]
}

/**
 * What is different from what somebody was notified of, a line for each change, by day. `notified` is JSON, as `daysText` writes
 * it; where there is none there is nothing to compare with.
 */
export const changeLines = (notified: string | null | undefined, session: Session, locale: string): string[] => {
  if (!notified) return []
  const [zone, ...before] = JSON.parse(notified) as [string, ...NotifiedDay[]]
  const held = session.days.filter(({ canceled }) => !canceled)
  const known = before.filter(([, , , , , isCanceled]) => !isCanceled)
  const lines = [
    ...known
      .filter(([date]) => !held.some((day) => day.date === date))
      .map(([date]) => ({ date, lines: [`${formatDay(date, locale)} is no longer one of the days`] })),
    ...held.map((day, at) => {
      // A session may meet twice on one day.
      const nth = held.slice(0, at).filter(({ date }) => date === day.date).length
      const earlier = known.filter(([date]) => date === day.date)[nth]
      const lines = earlier ? changesOfDay(earlier, day, locale) : [`${formatDay(day.date, locale)} is a new day`]
      return { date: day.date, lines }
    }),
  ]
  return [
    ...(zone === session.timeZone ? [] : [`All hours are now given in the zone ${session.timeZone}`]),
    ...lines.sort((a, b) => compareDays(a.date, b.date)).flatMap(({ lines }) => lines),
  ]
}
