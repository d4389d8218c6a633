import { TOPIC_LABELS } from '../courses/states.ts'
import { formatDay } from '../values/day.ts'
import { continuingEducationUnits, formatUnits } from '../values/hours.ts'
import type { Entry, Period } from './policy.ts'

// The words of a transcript, the same on the page, in the document and in the table.

export const TRANSCRIPT_WORDS = {
  title: 'Transcript of professional learning',
  of: 'Attended by',
  period: 'Days',
  all: 'All',
  total: 'In all',
  day: 'Date',
  course: 'Course',
  instructors: 'Taught by',
  provider: 'Provider',
  minutes: 'Minutes',
  hours: 'Clock hours',
  category: 'Category',
  licenseTopics: 'Required topics',
  topics: 'Cultural competency topics (Minn. R. 8710.0310)',
  units: 'CEU',
  certificate: 'Certificate',
  byCategory: 'Hours by category',
  byTopic: 'Hours by required topic',
  noCategory: 'No category is said for these courses; your committee assigns them.',
  twice: 'A course for two topics counts for each.',
  check: 'Anyone can check a certificate at',
  none: 'Nothing was attended in this time.',
  committee:
    'A clock hour is 60 minutes of instruction; meals and breaks are left out, and only full half hours of each course count. Your local continuing education and relicensure committee decides what it accepts, and into which category it goes.',
  unitsDefined: 'By the definition of IACET, 1 CEU is 10 contact hours. It is not a clock hour.',
} as const

/** "Category B" */
export const categoryText = (letter: string): string => `${TRANSCRIPT_WORDS.category} ${letter}`

/** "Thu, Oct 15, 2026", or from the first day to the last. */
export const daysText = ({ days }: Pick<Entry, 'days'>, locale = 'en'): string => {
  const [first, last] = [days[0]!.date, days.at(-1)!.date]
  const begin = formatDay(first, locale, 'short')
  return first === last ? begin : `${begin} to ${formatDay(last, locale, 'short')}`
}

export const periodText = ({ from, until }: Period, locale = 'en'): string => {
  if (!from && !until) return TRANSCRIPT_WORDS.all
  const begin = from ? `from ${formatDay(from, locale)}` : ''
  const end = until ? `until ${formatDay(until, locale)}` : ''
  return [begin, end].filter(Boolean).join(' ')
}

export const topicsText = ({ topics }: Pick<Entry, 'topics'>): string =>
  topics.map((topic) => TOPIC_LABELS[topic]).join('; ')

/** Continuing education units of a record, with what they are; '' where the agency does not print them. */
export const unitsText = (minutes: number, printsUnits: boolean): string => (printsUnits ? formatUnits(minutes) : '')

/** The same as a number for a table, whose head says what it is. */
export const unitsCell = (minutes: number): number => continuingEducationUnits(minutes)
