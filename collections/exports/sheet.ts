import type { Cell } from '../values/csv.ts'

// A sheet as a spreadsheet program reads it (ECMA-376, "SpreadsheetML"), row by row. Words are written as words, so that nothing in
// them is run as a formula, and no number, date or truth is made of them.

/** Characters XML 1.0 has no way to write, and lone halves of others. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
/** What a cell of Excel holds at most. */
const LONGEST = 32_767

const escaped = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(UNWRITABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const DAY = /^\d{4}-\d\d-\d\d$/
/** Days are counted from here; Excel believes that 1900 was a leap year. */
const EPOCH = Temporal.PlainDate.from('1899-12-30')
const FIRST = '1900-03-01'

/** The number a spreadsheet counts a day by; undefined for what is no day, or one from before it counts right. */
export const dayNumber = (text: string): number | undefined => {
  if (!DAY.test(text) || text < FIRST) return undefined
  try {
    return EPOCH.until(Temporal.PlainDate.from(text, { overflow: 'reject' })).days
  } catch {
    return undefined
  }
}

/** The looks in `STYLES`, by their place. */
const LOOKS = { plain: 0, head: 1, money: 2, day: 3 } as const

const cellOf = (cell: Cell, look: number): string => {
  if (cell === null || cell === '') return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c s="${LOOKS.money}"><v>${(cell.cents / 100).toFixed(2)}</v></c>`
  const day = look === LOOKS.plain ? dayNumber(cell) : undefined
  if (day !== undefined) return `<c s="${LOOKS.day}"><v>${day}</v></c>`
  return `<c t="inlineStr" s="${look}"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

const row = (cells: readonly Cell[], look: number): string =>
  `<row>${cells.map((cell) => cellOf(cell, look)).join('')}</row>`

export const sheetRow = (cells: readonly Cell[]): string => row(cells, LOOKS.plain)

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What a sheet begins with: the names of its columns stay in sight. */
export const sheetBegin = (head: readonly string[]): string =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  `<cols><col min="1" max="${Math.max(1, head.length)}" width="20" customWidth="1"/></cols><sheetData>${row(head, LOOKS.head)}`

export const SHEET_END = '</sheetData></worksheet>'

const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>'

/** Excel takes 31 characters, and none of these. */
const sheetName = (title: string): string => escaped(title.replace(/[[\]:*?/\\"]/g, ' ').slice(0, 31))

/** Where the sheet lies in the file. */
export const SHEET_PATH = 'xl/worksheets/sheet1.xml'

/** Everything of a workbook but its one sheet, by where it lies. */
export const workbookParts = (title: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml':
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
    `<Override PartName="/${SHEET_PATH}" ContentType="${TYPES}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${sheetName(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': STYLES,
})
