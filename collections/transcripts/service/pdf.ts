import { LEFT, openPdf, SOFT, WIDTH, type PdfWriter } from '../../pdf/document.ts'
import { drawTable } from '../../pdf/table.ts'
import { clockHours } from '../../values/hours.ts'
import { countOf } from '../../values/words.ts'
import { totalsOf, type Entry, type Hours, type Period } from '../policy.ts'
import { categoryText, daysText, periodText, topicsText, TRANSCRIPT_WORDS as WORDS, unitsText } from '../words.ts'

export type Printed = {
  name: string
  provider: string
  entries: readonly Entry[]
  period: Period
  printsUnits: boolean
  madeAt: Temporal.Instant
  /** Where certificates are checked. */
  address: string
}

const heading = ({ doc, root, say, bottom }: PdfWriter, text: string): void => {
  if (doc.y + 60 > bottom) doc.addPage()
  say(root, 'H2', text, { font: 'display', size: 13, x: LEFT, y: doc.y + 14 })
  doc.y += 5
}

const paragraph = ({ doc, root, say, heightOf, bottom }: PdfWriter, text: string): void => {
  const how = { size: 9.5, color: SOFT, x: LEFT, width: WIDTH }
  if (doc.y + 8 + heightOf(text, WIDTH, how) > bottom) doc.addPage()
  say(root, 'P', text, { ...how, y: doc.y + 8 })
}

const drawHours = (pdf: PdfWriter, title: string, hours: readonly Hours[], nameOf: (name: string) => string): void => {
  if (hours.length === 0) return
  heading(pdf, title)
  drawTable(
    pdf,
    [
      { title: '', share: 0.75 },
      { title: WORDS.hours, share: 0.25, align: 'right' },
    ],
    hours.map(({ name, hours: count }) => [nameOf(name), String(count)]),
  )
}

const about = (entry: Entry): string =>
  [entry.title, entry.instructors && `${WORDS.instructors} ${entry.instructors}`, topicsText(entry)]
    .filter(Boolean)
    .join('\n')

/** A record of what somebody attended, for a relicensure committee, as a tagged PDF on letter paper. */
export const transcriptPdf = (printed: Printed): Promise<Uint8Array> => {
  const { name, provider, entries, period, printsUnits, madeAt, address } = printed
  const pdf = openPdf(`${WORDS.title}, ${name}`, 'en-US', new Date(madeAt.epochMilliseconds))
  const { doc, root, say } = pdf
  const totals = totalsOf(entries)
  say(root, 'P', provider, { size: 10, color: SOFT, x: LEFT, y: 46 })
  say(root, 'H1', WORDS.title, { font: 'display', size: 22, y: doc.y + 12 })
  say(root, 'P', `${WORDS.of} ${name}`, { font: 'bold', size: 13, y: doc.y + 8 })
  say(root, 'P', `${WORDS.period}: ${periodText(period)}`, { size: 10.5, y: doc.y + 4 })
  const sum = `${WORDS.total}: ${countOf(totals.hours, 'clock hour', 'clock hours')} (${countOf(totals.minutes, 'minute', 'minutes')})`
  say(root, 'P', [sum, unitsText(totals.minutes, printsUnits)].filter(Boolean).join(', '), {
    font: 'bold',
    size: 10.5,
    y: doc.y + 2,
  })
  doc.y += 14
  if (entries.length === 0) paragraph(pdf, WORDS.none)
  else
    drawTable(
      pdf,
      [
        { title: WORDS.day, share: 0.2 },
        { title: WORDS.course, share: 0.4 },
        { title: WORDS.category, share: 0.11 },
        { title: WORDS.minutes, share: 0.1, align: 'right' },
        { title: WORDS.hours, share: 0.1, align: 'right' },
        { title: WORDS.certificate, share: 0.09 },
      ],
      entries.map((entry) => [
        daysText(entry),
        about(entry),
        entry.category ?? '',
        String(entry.minutes),
        String(clockHours(entry.minutes)),
        entry.code ?? '',
      ]),
    )
  drawHours(pdf, WORDS.byCategory, totals.byCategory, categoryText)
  drawHours(pdf, WORDS.byTopic, totals.byTopic, (topic) => topic)
  if (totals.byTopic.length > 0) paragraph(pdf, WORDS.twice)
  paragraph(pdf, WORDS.committee)
  if (printsUnits) paragraph(pdf, WORDS.unitsDefined)
  paragraph(pdf, `${WORDS.check} ${address}`)
  return pdf.finish((page, of) => [`${provider} · ${WORDS.title}`, `Page ${page} of ${of}`])
}
