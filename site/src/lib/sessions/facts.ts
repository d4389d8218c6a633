import { heldDays } from '#collections/sessions/policy.ts'
import type { SessionLine } from '#collections/sessions/view.ts'
import { daysBetween, formatDay, formatTimeRange, weekdayOf, type Day } from '#collections/values/day.ts'
import { dateFormat } from '#collections/values/locale.ts'
import { formatMoney, type Cents } from '#collections/values/money.ts'
import { remembered } from '#collections/values/remembered.ts'
import { joinWords } from '#collections/values/words.ts'
import type { Messages } from '../../messages/index.ts'

const utcDate = (day: Day): Date => new Date(`${day}T12:00:00Z`)

const printed = (day: Day, locale: string, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale, { ...options, timeZone: 'UTC' }).format(utcDate(day))

const areInARow = (days: readonly Day[]): boolean =>
  days.every((day, at) => at === 0 || daysBetween(days[at - 1]!, day) === 1)

const daysOf = ({ days }: Pick<SessionLine, 'days'>): Day[] => [...new Set(heldDays(days).map(({ date }) => date))]

/** “Thu, Oct 15, 2026”, “Mon, Jun 1 – Tue, Jun 2, 2027”, “3 Tuesdays: Dec 22, Jan 19, and Feb 16, 2027” or “2 days: Tue, Jan 12 and Thu, Jan 21, 2027”. */
export const datesText = (session: Pick<SessionLine, 'days'>, t: Messages, locale: string): string =>
  textOfDays(daysOf(session), t, locale)

const textOfDays: (days: readonly Day[], t: Messages, locale: string) => string = remembered(
  (days, _t, locale) => `${days.join(' ')} ${locale}`,
  (days, t, locale) => {
    const [first, last] = [days[0]!, days.at(-1)!]
    if (days.length === 1) return formatDay(first, locale, 'short')
    if (areInARow(days))
      return dateFormat(locale, { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' })
        .formatRange(utcDate(first), utcDate(last))
        .replace(/[\u2009\u202f\u00a0]/g, ' ')
    const areAlike = days.every((day) => weekdayOf(day) === weekdayOf(first))
    const list = joinWords(
      days.map((day) =>
        areAlike ? printed(day, locale, { month: 'short', day: 'numeric' }) : formatDay(day, locale, 'brief'),
      ),
      locale,
    )
    return areAlike
      ? t.facts.sameDays(days.length, printed(first, locale, { weekday: 'long' }), `${list}, ${last.slice(0, 4)}`)
      : t.facts.days(days.length, `${list}, ${last.slice(0, 4)}`)
  },
)

/** The hours of a session where every day has the same ones; otherwise those of the first day that is held. */
export const hoursText = ({ days }: Pick<SessionLine, 'days'>, locale: string): string => {
  const [first] = heldDays(days)
  return formatTimeRange(first!.startTime, first!.endTime, locale)
}

/** Where a session is, in one line; the places of its days, each once. */
export const placeText = (
  { days, format }: Pick<SessionLine, 'days' | 'format'>,
  t: Messages,
  locale: string,
): string => {
  const places = [...new Set(days.flatMap(({ place }) => place ?? []))]
  if (format === 'online' || places.length === 0) return t.facts.formats[format]
  const where = joinWords(places, locale)
  return format === 'hybrid' ? `${where}; ${t.facts.online.toLowerCase()}` : where
}

/** Free, on request and an amount are three different facts. */
export const rateText = (rate: Cents | null, t: Messages, locale: string): string => {
  if (rate === null) return t.facts.onRequest
  return rate === 0 ? t.facts.noCharge : formatMoney(rate, locale)
}
