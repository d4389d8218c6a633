import { Readable } from 'node:stream'
import { CSV_MARK, csvLine, type Cell } from '../../values/csv.ts'
import { SHEET_END, SHEET_PATH, sheetBegin, sheetRow, workbookParts } from '../sheet.ts'
import type { Table } from '../table.ts'
import { zipped, type Entry } from './zip.ts'

/** The forms a list can be saved in. */
export const EXPORT_KINDS = ['csv', 'xlsx'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} satisfies Record<ExportKind, string>

/** Characters that are handed on at once. */
const PIECE = 64_000

/** Rows as text, many in a piece. */
async function* inPieces(
  first: string,
  rows: AsyncIterable<readonly Cell[]>,
  text: (row: readonly Cell[]) => string,
  last = '',
): AsyncGenerator<string> {
  let piece = first
  for await (const row of rows) {
    piece += text(row)
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece + last
}

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text)
}

const workbook = ({ title, head, rows }: Table): AsyncIterable<Buffer> => {
  const parts: Entry[] = Object.entries(workbookParts(title)).map(([path, text]) => ({ path, content: once(text) }))
  return zipped([...parts, { path: SHEET_PATH, content: inPieces(sheetBegin(head), rows, sheetRow, SHEET_END) }])
}

/** A list as a file that is read while it is written. */
export type Export = { name: string; type: string; content: Readable }

/** `day`: as of when, in its name. */
export const exportOf = (table: Table, kind: ExportKind, day: string): Export => ({
  name: `${table.name}-${day}.${kind}`,
  type: TYPES[kind],
  content: Readable.from(
    kind === 'csv' ? inPieces(CSV_MARK + csvLine(table.head), table.rows, csvLine) : workbook(table),
    { objectMode: false, highWaterMark: PIECE },
  ),
})
