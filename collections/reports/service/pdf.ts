import { LEFT, openPdf, SOFT, WIDTH, type PdfWriter } from '../../pdf/document.ts'
import { drawTable } from '../../pdf/table.ts'
import { formatDay } from '../../values/day.ts'
import { numberFormat } from '../../values/locale.ts'
import { DIMENSIONS, type Dimension, type Report } from '../policy.ts'
import { wholeOf } from '../whole.ts'
import { REPORT_WORDS as WORDS } from '../words.ts'
import type { Names } from './named.ts'

type Printed = { report: Report; nameOf: Names; provider: string; madeAt: Temporal.Instant }

const LOCALE = 'en'
const number = (value: number | null): string => (value === null ? WORDS.few : numberFormat(LOCALE, {}).format(value))

const heading = ({ doc, root, say, bottom }: PdfWriter, text: string): void => {
  if (doc.y + 70 > bottom) doc.addPage()
  say(root, 'H2', text, { font: 'display', size: 13, x: LEFT, y: doc.y + 16 })
  doc.y += 5
}

const nameIn = (dimension: Dimension, key: string, nameOf: Names): string =>
  dimension === 'month' ? formatDay(`${key}-01`, LOCALE, 'month') : nameOf(dimension, key)

/** A report as a tagged PDF on letter paper. */
export const reportPdf = ({ report, nameOf, provider, madeAt }: Printed): Promise<Uint8Array> => {
  const { from, until } = report.period
  const span = `${formatDay(from, LOCALE)} to ${formatDay(until, LOCALE)}`
  const pdf = openPdf(`${WORDS.title}, ${span}`, 'en-US', new Date(madeAt.epochMilliseconds))
  const { doc, root, say } = pdf
  say(root, 'P', provider, { size: 10, color: SOFT, x: LEFT, y: 46 })
  say(root, 'H1', WORDS.title, { font: 'display', size: 22, y: doc.y + 12 })
  say(root, 'P', span, { font: 'bold', size: 11, y: doc.y + 6 })
  doc.y += 12
  drawTable(
    pdf,
    [
      { title: '', share: 0.7 },
      { title: '', share: 0.3, align: 'right' },
    ],
    wholeOf(report, LOCALE),
  )
  for (const dimension of DIMENSIONS) {
    if (report.groups[dimension].length === 0) continue
    heading(pdf, WORDS.dimensions[dimension])
    drawTable(
      pdf,
      [
        { title: WORDS.dimensions[dimension], share: 0.4 },
        { title: WORDS.people, share: 0.15, align: 'right' },
        { title: WORDS.registrations, share: 0.15, align: 'right' },
        { title: WORDS.hours, share: 0.15, align: 'right' },
        { title: WORDS.missed, share: 0.15, align: 'right' },
      ],
      report.groups[dimension].map(({ key, figures }) => [
        nameIn(dimension, key, nameOf),
        ...(figures ? [figures.people, figures.registrations, figures.hours, figures.missed].map(number) : WORDS.few4),
      ]),
    )
  }
  if (report.map.rows.length > 0 && report.map.columns.length > 0) {
    heading(pdf, WORDS.map)
    const rows = report.map.rows.flatMap(({ key, cells }) =>
      cells.map((cell, at) => [
        nameOf('district', key),
        nameOf('circle', report.map.columns[at]!),
        cell === null ? WORDS.few : number(cell),
      ]),
    )
    drawTable(
      pdf,
      [
        { title: WORDS.dimensions.district, share: 0.4 },
        { title: `${WORDS.dimensions.circle}, ${WORDS.dimensions.strategy.toLowerCase()}`, share: 0.4 },
        { title: WORDS.people, share: 0.2, align: 'right' },
      ],
      rows.filter(([, , cell]) => cell !== '0'),
    )
  }
  say(root, 'P', WORDS.fewText, { size: 9.5, color: SOFT, x: LEFT, y: doc.y + 12, width: WIDTH })
  return pdf.finish((page, of) => [`${provider} · ${WORDS.title}`, `Page ${page} of ${of}`])
}
