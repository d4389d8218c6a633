import type { Session } from '../kernel/payload-types.ts'
import { compareDays, formatDay, formatTimeRange, type Day, type Time } from '../values/day.ts'

/** A day as somebody last heard of it: `registrations.told` keeps the zone and then one of these for each day. */
type ToldDay = [
  date: Day,
  startTime: Time,
  endTime: Time,
  place: string | null,
  address: string | null,
  isCanceled: boolean,
]

const placeOf = (place?: string | null, address?: string | null): string => [place, address].filter(Boolean).join(', ')

const changesOfDay = (before: ToldDay, after: Session['days'][number], locale: string): string[] => {
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
 * What is different from what somebody was told, a line for each change, by day. `told` is JSON, as the follow-ups of registrations write it; where
 * nothing was told there is nothing to compare with.
 */
export const changeLines = (told: string | null | undefined, session: Session, locale: string): string[] => {
  if (!told) return []
  const [zone, ...before] = JSON.parse(told) as [string, ...ToldDay[]]
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
