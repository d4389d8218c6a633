import type { Context } from '../../context/context.ts'
import type { Invoice } from '../../kernel/payload-types.ts'
import { LEFT, openPdf, SOFT, WIDTH, type PdfWriter } from '../../pdf/document.ts'
import { drawTable } from '../../pdf/table.ts'
import { dayIn, formatDay, type Day } from '../../values/day.ts'
import { formatAmount } from '../../values/money.ts'
import { receivedIn, type Received } from '../paid.ts'
import { statementsFor } from '../paying.ts'
import type { RemitTo } from '../view.ts'
import { PAID_WORDS as WORDS, STATEMENT_WORDS } from '../words.ts'
import { remitTo, type Download } from './documents.ts'

type Printed = {
  payer: string
  address: string | null
  year: number
  rows: readonly Received[]
  cents: number
  from: RemitTo
  on: Day
}

const paragraph = ({ doc, root, say }: PdfWriter, text: string, how: object = {}): void => {
  say(root, 'P', text, { size: 10.5, x: LEFT, y: doc.y + 8, width: WIDTH, ...how })
}

/** What was received of a payer in a year, as a letter on one or more sheets, tagged. */
const paidLetterPdf = ({ payer, address, year, rows, cents, from, on }: Printed): Promise<Uint8Array> => {
  const title = WORDS.title(year)
  const pdf = openPdf(`${title}, ${payer}`, 'en-US', new Date(`${on}T12:00:00Z`))
  const { doc, root, say } = pdf
  const sender = [from.name, from.address, from.taxId && `${STATEMENT_WORDS.taxId} ${from.taxId}`]
  say(root, 'P', sender.filter(Boolean).join('\n'), { size: 10, color: SOFT, x: LEFT, y: 46 })
  say(root, 'P', [payer, address].filter(Boolean).join('\n'), { size: 10.5, x: LEFT, y: doc.y + 24 })
  paragraph(pdf, formatDay(on, 'en'), { y: doc.y + 18 })
  say(root, 'H1', title, { font: 'display', size: 20, x: LEFT, y: doc.y + 10 })
  paragraph(pdf, rows.length === 0 ? WORDS.none(year) : WORDS.lead(from.name, payer, year, formatAmount(cents)))
  if (rows.length > 0) {
    doc.y += 14
    drawTable(
      pdf,
      [
        { title: WORDS.day, share: 0.24 },
        { title: WORDS.how, share: 0.36 },
        { title: WORDS.statement, share: 0.2 },
        { title: WORDS.amount, share: 0.2, align: 'right' },
      ],
      [
        ...rows.map(({ day, method, reference, statement, cents: amount }) => [
          formatDay(day, 'en', 'short'),
          [STATEMENT_WORDS.methods[method], reference].filter(Boolean).join(' '),
          statement,
          formatAmount(amount),
        ]),
        [WORDS.total, '', '', formatAmount(cents)],
      ],
    )
  }
  paragraph(pdf, WORDS.note, { color: SOFT, size: 9.5 })
  if (from.email) paragraph(pdf, WORDS.questions(from.email), { color: SOFT, size: 9.5 })
  return pdf.finish((page, of) => [`${from.name} · ${title}`, `Page ${page} of ${of}`])
}

/** The letter for the payer of a statement, with everything that came from them on any of their statements. */
export const paidLetterOf = async (context: Context, invoice: Invoice, year: number): Promise<Download> => {
  const { rows, cents } = receivedIn(await statementsFor(context, invoice.payerKey), year)
  const body = await paidLetterPdf({
    payer: invoice.payerName,
    address: invoice.payerAddress ?? null,
    year,
    rows,
    cents,
    from: await remitTo(await context.source.read(), context),
    on: dayIn(context.now, context.zone),
  })
  return { name: `paid-${year}.pdf`, type: 'application/pdf', body }
}
