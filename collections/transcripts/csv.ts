import { toCsv, type Cell } from '../values/csv.ts'
import { clockHours } from '../values/hours.ts'
import type { Entry } from './policy.ts'
import { topicsText, TRANSCRIPT_WORDS as WORDS, unitsCell } from './words.ts'

type Given = { name: string; entries: readonly Entry[]; printsUnits: boolean; certificateOf: (code: string) => string }

/** A transcript as a table, one row for each course, for a program of the committee's. */
export const transcriptCsv = ({ name, entries, printsUnits, certificateOf }: Given): string => {
  // The word stands nowhere without what it means.
  const units = printsUnits ? [`${WORDS.units} (${WORDS.unitsDefined})`] : []
  const head: Cell[] = [
    WORDS.of,
    WORDS.provider,
    WORDS.course,
    'First day',
    'Last day',
    WORDS.instructors,
    WORDS.minutes,
    WORDS.hours,
    ...units,
    WORDS.category,
    WORDS.licenseTopics,
    WORDS.topics,
    WORDS.certificate,
    'Note',
  ]
  const rows = entries.map((entry): Cell[] => [
    name,
    entry.provider,
    entry.title,
    entry.days[0]!.date,
    entry.days.at(-1)!.date,
    entry.instructors,
    entry.minutes,
    clockHours(entry.minutes),
    ...(printsUnits ? [unitsCell(entry.minutes)] : []),
    entry.category,
    entry.licenseTopics.join('; '),
    topicsText(entry),
    entry.code && certificateOf(entry.code),
    WORDS.committee,
  ])
  return toCsv([head, ...rows])
}
