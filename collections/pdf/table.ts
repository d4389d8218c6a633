import { LEFT, SOFT, WIDTH, type PdfWriter } from './document.ts'

export type Column = { title: string; share: number; align?: 'left' | 'right' }

const PADDING = 2.5
const GAP = 10
const CELL = { size: 8.8 } as const

/**
 * A table with a head that is written again on each page: there for the eye only, as the cells know their column. The first
 * cell of a row is its heading.
 */
export const drawTable = (pdf: PdfWriter, columns: readonly Column[], rows: readonly (readonly string[])[]): void => {
  const { doc, root, say, write, heightOf, decorate, rule, bottom } = pdf
  const places = columns.map(({ share, align }, index) => {
    const before = columns.slice(0, index).reduce((sum, column) => sum + column.share, 0)
    return { x: LEFT + before * WIDTH, width: share * WIDTH - (index < columns.length - 1 ? GAP : 0), align }
  })
  const heading = { font: 'bold', size: 8.5, color: SOFT } as const
  const headHeight = Math.max(...columns.map(({ title }, index) => heightOf(title, places[index]!.width, heading)))
  const underline = (y: number) => rule(y, '#1f1b2b', 1.25)

  const table = doc.struct('Table')
  root.add(table)
  const head = doc.struct('TR')
  table.add(head)
  let y = doc.y
  for (const [index, { title }] of columns.entries())
    say(head, 'TH', title, { ...heading, ...places[index], y }, { scope: 'Column' })
  head.end()
  y += headHeight + PADDING
  underline(y)

  const beginPage = () => {
    doc.addPage()
    y = doc.y
    decorate(
      () => {
        for (const [index, { title }] of columns.entries()) write(title, { ...heading, ...places[index], y })
      },
      { type: 'Pagination', subtype: 'Header' },
    )
    y += headHeight + PADDING
    underline(y)
  }

  for (const cells of rows) {
    const height = Math.max(...cells.map((text, index) => heightOf(text, places[index]!.width, CELL)))
    if (y + height + 2 * PADDING > bottom) beginPage()
    const row = doc.struct('TR')
    table.add(row)
    for (const [index, text] of cells.entries()) {
      const how = { ...CELL, ...places[index], y: y + PADDING }
      if (index === 0) say(row, 'TH', text, how, { scope: 'Row' })
      else say(row, 'TD', text, how)
    }
    row.end()
    y += height + 2 * PADDING
    rule(y, '#d9cfbd', 0.5)
  }
  table.end()
  doc.x = LEFT
  doc.y = y
}
