import { toCsv, type Cell } from '../values/csv.ts'
import { DIMENSIONS, type Dimension, type Report } from './policy.ts'
import { REPORT_WORDS as WORDS } from './words.ts'

type Named = (dimension: Dimension, key: string) => string

/** A report as a table: a line for each figure, with what it is about; what is not shown says why. */
export const reportCsv = ({ period, totals, seats, money, groups, map }: Report, nameOf: Named): string => {
  const about: Cell[] = [period.from, period.until]
  const lines: Cell[][] = [
    [
      ...about,
      WORDS.all,
      '',
      ...(totals ? [totals.people, totals.registrations, totals.hours, totals.missed ?? WORDS.few] : WORDS.few4),
    ],
    [...about, WORDS.unmet, '', '', totals?.unmet ?? WORDS.few],
    [...about, WORDS.seatsOffered, '', '', seats.offered],
    [...about, WORDS.seatsTaken, '', '', seats.taken],
    [...about, WORDS.billed, '', '', { cents: money.billed }],
    [...about, WORDS.fees, '', '', { cents: money.fees }],
    [...about, WORDS.received, '', '', { cents: money.received }],
  ]
  for (const dimension of DIMENSIONS)
    for (const { key, figures } of groups[dimension])
      lines.push([
        ...about,
        WORDS.dimensions[dimension],
        dimension === 'month' ? `${key}-01` : nameOf(dimension, key),
        ...(figures ? [figures.people, figures.registrations, figures.hours, figures.missed ?? WORDS.few] : WORDS.few4),
      ])
  for (const row of map.rows)
    for (const [at, column] of map.columns.entries())
      lines.push([
        ...about,
        `${WORDS.map}: ${nameOf('circle', column)}`,
        nameOf('district', row.key),
        row.cells[at] ?? WORDS.few,
      ])
  return toCsv([[...WORDS.head], ...lines])
}
