import type { Cents } from './money.ts'

/** One cell: words, a number that is printed as it is, or an amount of money. */
export type Cell = string | number | { cents: Cents } | null

// What a spreadsheet takes for a formula, also behind spaces and in the full-width letters of other keyboards.
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\t\r|%\uff0b\uff0d\uff1d\uff20]/

/** "1234.50": dollars with two digits and nothing else, as accounting programs read them. */
const decimal = (cents: Cents): string => {
  const whole = Math.abs(cents)
  return `${cents < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}

const cellOf = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return decimal(cell.cents)
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/**
 * A table as CSV (RFC 4180), beginning with the mark by which spreadsheets know UTF-8. Words that a spreadsheet would run as a
 * formula get an apostrophe in front; numbers stay numbers.
 */
export const toCsv = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`
