import type { Holiday } from '../holidays/policy.ts'
import { addDays, compareDays, daysBetween, type Day } from '../values/day.ts'
import { toSlug } from '../values/slug.ts'

// A new season of a program, worked out from the old one. Nothing is guessed from texts: those that name old dates are listed.

/** A year, or two that make a school year: "2027", "2027-28", "2027–2028". */
const SEASON = /\b20\d{2}(?:\s?[-–]\s?(?:20)?\d{2})?\b/

/** The name of the new season: the year in it is changed, or said behind it where there is none. */
export const renamed = (name: string, season: string): string =>
  SEASON.test(name) ? name.replace(SEASON, season) : `${name} ${season}`

/** The address of one of its pages. */
export const addressOf = (name: string, season: string): string => toSlug(renamed(name, season)) ?? ''

/** The days of meetings, moved so that the first of all falls on `firstDay`; they keep their distances. */
export const movedDays = (meetings: readonly (readonly Day[])[], firstDay: Day): Day[][] => {
  const [first] = meetings.flat().toSorted(compareDays)
  const by = first ? daysBetween(first, firstDay) : 0
  return meetings.map((days) => days.map((day) => addDays(day, by)))
}

/** Days on which we are closed, with why. */
export const closedOn = (days: readonly Day[], holidays: readonly Holiday[]): { day: Day; name: string }[] =>
  days.flatMap((day) => {
    const holiday = holidays.find((one) => one.day === day && one.closed)
    return holiday ? [{ day, name: holiday.name }] : []
  })

const MONTHS =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
const DATE = new RegExp(
  String.raw`\b${MONTHS}\.?\s+\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s+20\d{2})?|\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b20\d{2}-\d{2}-\d{2}\b|\b20\d{2}\b`,
  'g',
)

/** The dates and years a text names, each once. */
export const datesNamed = (text: string): string[] => [...new Set<string>(text.match(DATE) ?? [])]

/** A text of the new season that still names dates, by where it stands. */
export type Dated = { where: string; dates: string[] }

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** Texts that name dates, field by field. `fields`: what each field is called in the panel. */
export const datedTexts = (doc: Readonly<Record<string, unknown>>, fields: Readonly<Record<string, string>>): Dated[] =>
  Object.entries(fields).flatMap(([name, where]) => {
    const dates = datesNamed(textsIn(doc[name]).join('\n'))
    return dates.length > 0 ? [{ where, dates }] : []
  })

/** What is given for a new season. `firstDay`: of its first live meeting; '' where there is none. */
export type SeasonForm = { season: string; opensOn: string; appliesUntil: string; firstDay: string }

/** What is wrong with it, by field; empty where nothing is. */
export const refusalsOfSeason = (
  { season, opensOn, appliesUntil, firstDay }: SeasonForm,
  { hasMeetings, isDay }: { hasMeetings: boolean; isDay: (text: string) => boolean },
): Partial<Record<keyof SeasonForm, string>> => {
  const wrong = 'Give a day, such as 2027-10-15, or nothing.'
  return {
    ...(season.trim() === '' && { season: 'Say what tells this season from the last one, such as 2027–28.' }),
    ...(opensOn && !isDay(opensOn) && { opensOn: wrong }),
    ...(appliesUntil && !isDay(appliesUntil) && { appliesUntil: wrong }),
    ...(isDay(opensOn) &&
      isDay(appliesUntil) &&
      appliesUntil < opensOn && { appliesUntil: 'Applications would close before they open.' }),
    ...(hasMeetings && !isDay(firstDay) && { firstDay: 'Give the day of the first live meeting.' }),
    ...(isDay(firstDay) &&
      isDay(appliesUntil) &&
      firstDay <= appliesUntil && { firstDay: 'The first meeting would be before the deadline to apply.' }),
  }
}
