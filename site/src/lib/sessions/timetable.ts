import { heldDays } from '#collections/sessions/policy.ts'
import type { CourseCard } from '#collections/courses/view.ts'
import type { SessionLine } from '#collections/sessions/view.ts'
import { daysBetween, type Day } from '#collections/values/day.ts'
import { dateFormat } from '#collections/values/locale.ts'

/** The date of a session as a timetable shows it: “8–9” over “Tue–Wed”. */
export type DateMark = {
  numbers: string
  weekdays: string
  month: string
  /** How many days follow that are not in a row with the first. */
  more: number
}

const partOf = (day: Day, locale: string, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))

/** From the first day to the last that follows it without a gap; what lies further off is only counted. */
export const dateMark = ({ days }: Pick<SessionLine, 'days'>, locale: string): DateMark => {
  const dates = [...new Set(days.map(({ date }) => date))]
  const gap = dates.findIndex((day, at) => at > 0 && daysBetween(dates[at - 1]!, day) !== 1)
  const run = gap === -1 ? dates : dates.slice(0, gap)
  const ends = run.length > 1 ? [run[0]!, run.at(-1)!] : [run[0]!]
  const print = (options: Intl.DateTimeFormatOptions) => ends.map((day) => partOf(day, locale, options)).join('–')
  return {
    numbers: print({ day: 'numeric' }),
    weekdays: print({ weekday: 'short' }),
    month: partOf(run[0]!, locale, { month: 'short' }),
    more: dates.length - run.length,
  }
}

export type Month = { month: string | null; courses: CourseCard[] }

/** Courses by the month of their next date, in the order they come; those without a date stand last, under null. */
export const byMonth = (courses: readonly CourseCard[]): Month[] => {
  const months = new Map<string | null, CourseCard[]>()
  for (const course of courses) {
    const month = (course.next && heldDays(course.next.days)[0]?.date.slice(0, 7)) ?? null
    months.set(month, [...(months.get(month) ?? []), course])
  }
  const undated = months.get(null)
  const dated = [...months].filter(([month]) => month !== null)
  return [...dated, ...(undated ? [[null, undated] as const] : [])].map(([month, courses]) => ({ month, courses }))
}
