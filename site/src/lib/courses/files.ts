import type { Dated } from '#collections/catalog/dated.ts'
import { paths } from '#collections/kernel/paths.ts'
import { heldDays, isToCome } from '#collections/sessions/policy.ts'
import type { CourseCard } from '#collections/courses/view.ts'
import { toCsv, type Cell } from '#collections/values/csv.ts'
import { formatClockHours } from '#collections/values/hours.ts'
import type { Messages } from '../../messages/index.ts'

// A list of courses for other programs, with the sessions still to come.

type List = { courses: readonly CourseCard[]; dated: readonly Dated[] }

const sessionsOf = ({ dated }: List, { slug }: CourseCard): Dated['session'][] =>
  dated.filter((one) => one.slug === slug && isToCome(one.session)).map(({ session }) => session)

/** For programs. Money is in cents, lengths in minutes, days and hours by the clock of the session's zone. */
export const jsonList = (list: List, origin: string): object => ({
  courses: list.courses.map((course) => ({
    title: course.title,
    summary: course.summary,
    url: origin + paths.course(course.slug),
    circles: course.circles.map(({ name }) => name),
    strategies: course.strategies.map(({ name }) => name),
    audience: course.audience,
    topics: course.topics,
    format: course.format,
    clockMinutes: course.clockMinutes,
    memberRate: course.memberRate,
    nonMemberRate: course.nonMemberRate,
    sessions: sessionsOf(list, course).map(({ id, days, timeZone, format, standing, seatsLeft }) => ({
      id,
      standing,
      seatsLeft,
      format,
      timeZone,
      days: days.map(({ date, startTime, endTime, place, address, isCanceled }) => ({
        date,
        startTime,
        endTime,
        place,
        address,
        isCanceled,
      })),
      registerUrl: origin + paths.register(course.slug, id),
    })),
  })),
})

const money = (cents: number | null): Cell => (cents === null ? null : { cents })

/** For spreadsheets: a line for each session; a course without dates has one with none. */
export const csvList = (list: List, origin: string, t: Messages): string => {
  const lines = list.courses.flatMap((course): Cell[][] => {
    const about: Cell[] = [
      course.title,
      course.circles.map(({ name }) => name).join('; '),
      course.audience.map((one) => t.facts.audiences[one]).join('; '),
      formatClockHours(course.clockMinutes),
      money(course.memberRate),
      money(course.nonMemberRate),
      origin + paths.course(course.slug),
    ]
    const sessions = sessionsOf(list, course).map(({ days, format, standing, seatsLeft }): Cell[] => {
      const held = heldDays(days)
      const [first, last] = [held.at(0)!, held.at(-1)!]
      const place = [...new Set(held.map((day) => day.place).filter(Boolean))].join('; ')
      const hours = `${first.startTime}–${first.endTime}`
      return [first.date, last.date, hours, place, t.facts.formats[format], t.standing[standing], seatsLeft]
    })
    return (sessions.length > 0 ? sessions : [Array<Cell>(7).fill(null)]).map((session) => [...about, ...session])
  })
  return toCsv([t.courses.csvHead, ...lines])
}
