import { compareDays, type Day } from '../values/day.ts'
import type { HolidayRule } from './recurrence.ts'

/** Closing days that are entered anew for each school year, and the school years to come that have none yet. */
export type UnknownYears = { name: string; through: string; missing: string[] }

/** The school year of a day by the year it begins in: a winter break lies in one, whatever the calendar says. */
const schoolYear = (day: Day): number => Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 7 ? 1 : 0)

/** "2026–27" */
const nameOf = (year: number): string => `${year}–${String((year + 1) % 100).padStart(2, '0')}`

/** What a day is called without what tells one year's from another's: "Winter break 2026/27" and "Winter break". */
const commonName = (name: string): string =>
  name
    .replace(/\b\d{2,4}(\s*[-–/]\s*\d{2,4})?\b/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:()–-]+$/, '')
    .trim()

const isOnce = ({ repeats }: HolidayRule): boolean => !repeats || repeats === 'once'

/**
 * What is entered year by year and ends before days that are planned: deadlines there may be counted wrong. Rules reach every year;
 * of single days, those belong to it that were entered for several school years, or for several days of one, as a break is.
 * `planned` are the days of sessions to come.
 */
export const unknownYears = (rules: readonly HolidayRule[], planned: readonly Day[]): UnknownYears[] => {
  const years = [...new Set(planned.map(schoolYear))].sort((a, b) => a - b)
  const byName = Map.groupBy(rules.filter(isOnce), ({ name }) => commonName(name))
  return [...byName].flatMap(([name, days]) => {
    const last = days
      .map(({ date }) => date)
      .sort(compareDays)
      .at(-1)!
    const missing = years.filter((year) => year > schoolYear(last))
    return days.length < 2 || missing.length === 0
      ? []
      : [{ name, through: nameOf(schoolYear(last)), missing: missing.map(nameOf) }]
  })
}
