import type { Topic } from '../courses/states.ts'
import type { Day } from '../values/day.ts'
import { clockHours } from '../values/hours.ts'

/** A day that was attended: minutes of instruction, meals and breaks left out. */
export type TranscriptDay = { date: Day; minutes: number }

/** A course or program that was attended, as its certificate says, or as the ledger of days does where there is none yet. */
export type Entry = {
  title: string
  provider: string
  instructors: string | null
  days: readonly TranscriptDay[]
  minutes: number
  /** The letter of a category of the relicensure rule; null: not said. */
  category: string | null
  /** Required topics of a license that the course is for. */
  licenseTopics: readonly string[]
  /** Of a cultural competency training. */
  topics: readonly Topic[]
  /** Of its certificate, which anybody can check; null: none was given yet. */
  code: string | null
}

/** The forms a transcript can be saved in. */
export const TRANSCRIPT_KINDS = ['pdf', 'csv'] as const
export type TranscriptKind = (typeof TRANSCRIPT_KINDS)[number]

/** Days from and until which a license counts; null: no bound. */
export type Period = { from: Day | null; until: Day | null }

const isIn = ({ date }: TranscriptDay, { from, until }: Period): boolean =>
  (!from || date >= from) && (!until || date <= until)

/** What of a record lies in a period, the earliest first. Of something that began before, the days that lie in it. */
export const entriesIn = (entries: readonly Entry[], period: Period): Entry[] =>
  entries
    .map((entry) => {
      const days = entry.days.filter((day) => isIn(day, period))
      return { ...entry, days, minutes: days.reduce((sum, { minutes }) => sum + minutes, 0) }
    })
    .filter(({ minutes }) => minutes > 0)
    .toSorted((a, b) => (a.days[0]!.date < b.days[0]!.date ? -1 : 1))

export type Hours = { name: string; hours: number }
export type Totals = { minutes: number; hours: number; byCategory: Hours[]; byTopic: Hours[] }

const hoursBy = (entries: readonly Entry[], namesOf: (entry: Entry) => readonly string[]): Hours[] => {
  const sums = new Map<string, number>()
  for (const entry of entries)
    for (const name of namesOf(entry)) sums.set(name, (sums.get(name) ?? 0) + clockHours(entry.minutes))
  return [...sums].map(([name, hours]) => ({ name, hours })).toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/**
 * What a record comes to. Hours are added as each certificate says them, in half hours, so that a committee that adds the
 * certificates comes to the same; a course for two topics counts for each of them.
 */
export const totalsOf = (entries: readonly Entry[]): Totals => ({
  minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
  hours: entries.reduce((sum, { minutes }) => sum + clockHours(minutes), 0),
  byCategory: hoursBy(entries, ({ category }) => (category ? [category] : [])),
  byTopic: hoursBy(entries, ({ licenseTopics }) => licenseTopics),
})
