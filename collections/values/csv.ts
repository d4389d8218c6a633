import type { Cents } from './money.ts'

/** One cell: words, a number that is printed as it is, or an amount of money. */
export type Cell = string | number | { cents: Cents } | null

// What a spreadsheet takes for a formula, also behind spaces and in the full-width letters of other keyboards.
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\t\r|%\uff0b\uff0d\uff1d\uff20]/

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'

// What names something, and a spreadsheet makes a number, a date, a time or a truth of. Whole days (2026-10-15) are meant as such.
const RECKONED = new RegExp(
  [
    /0\d+/, // 00123 → 123
    /\d{12,}/, // 12345678901234567890 → 1.23457E+19
    /\d{1,3}(?:,\d{3})+/, // 1,234 → 1234
    /\d+\.\d*/, // 1.10 → 1.1
    /\d+(?:\.\d*)?e[+-]?\d+/, // 12E3 → 12000
    /\d{1,4}[-/.]\d{1,2}/, // 3-4 → March 4
    /\d{1,2}[-/.]\d{4}/, // 3-2026 → March 2026
    /\d{1,2}[-/.]\d{1,2}[-/.]\d{1,4}/, // 1/2/26 → January 2, 2026
    /\d{1,3}:\d{2}(?::\d{2})?(?:\s?[ap]m?)?/, // 8:30 → a third of a day
    /\d+\s+\d+\/\d+/, // 1 1/2 → 1.5
    new RegExp(`${MONTH}[-/. ]?\\d{1,4}`), // MAR4 → March 4
    new RegExp(`\\d{1,2}[-/. ]?${MONTH}(?:[-/. ]\\d{2,4})?`), // 4-Mar → March 4
    /true|false/, // true → TRUE
  ]
    .map(({ source }) => `^(?:${source})$`)
    .join('|'),
  'i',
)

/** "1234.50": dollars with two digits and nothing else, as accounting programs read them. */
const decimal = (cents: Cents): string => {
  const whole = Math.abs(cents)
  return `${cents < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}

const cellOf = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return decimal(cell.cents)
  const harmless = FORMULA.test(cell) || RECKONED.test(cell.trim()) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** What a table as CSV begins with. */
export const CSV_MARK = '\ufeff'

/** One row of a table as CSV. */
export const csvLine = (row: readonly Cell[]): string => `${row.map(cellOf).join(',')}\r\n`

/**
 * A table as CSV (RFC 4180), beginning with the mark by which spreadsheets know UTF-8. Words that a spreadsheet would run as a
 * formula, or make another number or a date of, get an apostrophe in front; numbers, money and whole days stay what they are.
 */
export const toCsv = (rows: readonly (readonly Cell[])[]): string => CSV_MARK + rows.map(csvLine).join('')
