import type { Cell } from '../values/csv.ts'

/** What a list was narrowed to, by the names in the address of its page. */
export type Filter = Readonly<Record<string, string | undefined>>

/** A column of a list: what it is called, and what of a record stands in it. */
export type Column<Row> = { name: string; of: (row: Row) => Cell }

/** A list that leaves the house: named columns, and rows that are read as they are written. */
export type Table = {
  /** What the file is called, without its ending and the day. */
  name: string
  /** The name of its sheet, and of its entry in the list of lists. */
  title: string
  head: readonly string[]
  rows: AsyncIterable<readonly Cell[]>
}

/** A table from columns and the records that come, a page of them at a time. */
export const tableOf = <Row>(
  about: Pick<Table, 'name' | 'title'>,
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): Table => ({
  ...about,
  head: columns.map(({ name }) => name),
  rows: rowsOf(columns, pages),
})

async function* rowsOf<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly Cell[]> {
  for await (const page of pages) for (const row of page) yield columns.map(({ of }) => of(row))
}
