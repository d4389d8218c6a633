import { formatDay } from '../../values/day.ts'
import { formatAmount } from '../../values/money.ts'
import { firstDayOf } from '../policy.ts'
import type { StatementView } from '../view.ts'
import { STATEMENT_WORDS as WORDS } from '../words.ts'
import { LEFT, openPdf, SOFT, WIDTH, type PdfWriter } from '../../pdf/document.ts'
import { drawTable } from '../../pdf/table.ts'

/** The colors of the three circles, where the catalog has others. */
const CIRCLES = ['#0f5c66', '#8a2b4b', '#b4570f']

const COLUMNS = [
  { title: WORDS.person, share: 0.18 },
  { title: WORDS.course, share: 0.325 },
  { title: WORDS.kind, share: 0.195 },
  { title: WORDS.day, share: 0.175 },
  { title: WORDS.amount, share: 0.125, align: 'right' },
] as const

/** Three circles that meet: the picture of the program. */
const drawCircles = ({ doc, decorate }: PdfWriter, colors: readonly string[]): void =>
  decorate(() => {
    const [x, y, radius] = [LEFT + WIDTH - 34, 70, 19]
    const places = [
      [x, y - 11],
      [x - 12, y + 9],
      [x + 12, y + 9],
    ] as const
    for (const [index, [cx, cy]] of places.entries()) {
      const color = colors[index] ?? CIRCLES[index]!
      doc.circle(cx, cy, radius).fillOpacity(0.16).fill(color)
      doc.circle(cx, cy, radius).lineWidth(1.5).strokeColor(color).stroke()
    }
    doc.fillOpacity(1)
  })

const drawParties = (pdf: PdfWriter, statement: StatementView): void => {
  const { doc, root, say } = pdf
  const top = doc.y
  const { remitTo } = statement
  const parties = [
    [WORDS.billTo, [statement.payerName, statement.payerAddress, statement.payerEmail, statement.references]],
    [
      WORDS.remitTo,
      [remitTo.name, remitTo.address, remitTo.email, remitTo.phone, remitTo.taxId && `${WORDS.taxId} ${remitTo.taxId}`],
    ],
  ] as const
  let lowest = top
  for (const [index, [title, texts]] of parties.entries()) {
    const x = LEFT + index * (WIDTH / 2)
    const width = WIDTH / 2 - 24
    say(root, 'H2', title, { font: 'display', size: 12, x, y: top, width })
    say(root, 'P', texts.filter(Boolean).join('\n'), { size: 10, x, y: doc.y + 2, width })
    lowest = Math.max(lowest, doc.y)
  }
  doc.x = LEFT
  doc.y = lowest + 10
}

/** The facts in one row, each with its name above: a list for those who listen. */
const drawFacts = (pdf: PdfWriter, statement: StatementView): void => {
  const { doc, root, say, rule } = pdf
  const facts = [
    [WORDS.issued, formatDay(statement.issuedOn, 'en', 'short')],
    ...(statement.totalCents > 0
      ? [
          [WORDS.due, formatDay(statement.dueOn, 'en', 'short')] as const,
          [WORDS.terms, WORDS.termsDays(statement.termsDays)] as const,
        ]
      : []),
    [WORDS.period, formatDay(firstDayOf(statement.period), 'en', 'month')],
    ...(statement.purchaseOrder ? [[WORDS.purchaseOrder, statement.purchaseOrder] as const] : []),
  ] as const
  const top = doc.y
  rule(top)
  const width = WIDTH / facts.length
  const list = doc.struct('L')
  root.add(list)
  for (const [index, [name, value]] of facts.entries()) {
    const item = doc.struct('LI')
    list.add(item)
    const place = { x: LEFT + index * width, width: width - 8 }
    say(item, 'Lbl', name, { size: 8, color: SOFT, ...place, y: top + 8 })
    say(item, 'LBody', value, { font: 'bold', size: 10, ...place, y: doc.y })
    item.end()
  }
  list.end()
  doc.x = LEFT
  doc.y = top + 42
}

const HALF = WIDTH * 0.48

/** What it comes to, in the right half from `top` on. Returns where it ends. */
const drawTotals = (pdf: PdfWriter, statement: StatementView, top: number): number => {
  const { doc, root, say } = pdf
  const { totalCents, paidCents, balanceCents } = statement
  const totals = [
    [WORDS.total, formatAmount(totalCents)],
    ...(paidCents === 0 ? [] : [[WORDS.paid, formatAmount(paidCents)] as const]),
    [WORDS.balance(balanceCents), formatAmount(Math.abs(balanceCents))],
  ] as const
  const table = doc.struct('Table')
  root.add(table)
  doc.y = top
  for (const [index, [name, amount]] of totals.entries()) {
    const isLast = index === totals.length - 1
    const how = { font: isLast ? 'bold' : 'text', size: isLast ? 12 : 10, y: doc.y + 3 } as const
    const row = doc.struct('TR')
    table.add(row)
    say(row, 'TH', name, { ...how, x: LEFT + WIDTH - HALF, width: HALF * 0.6 }, { scope: 'Row' })
    say(row, 'TD', amount, { ...how, x: LEFT + WIDTH - HALF * 0.4, width: HALF * 0.4, align: 'right' })
    row.end()
  }
  table.end()
  return doc.y
}

const RULE = { size: 8.8 } as const

/** The rules behind the lines, numbered as in the table, in the left half from `top` on. Returns where it ends. */
const drawRules = (pdf: PdfWriter, rules: readonly string[], top: number): number => {
  const { doc, root, say, heightOf, bottom } = pdf
  say(root, 'H2', WORDS.rule, { font: 'display', size: 12, x: LEFT, y: top, width: HALF })
  const list = doc.struct('L')
  root.add(list)
  for (const [index, rule] of rules.entries()) {
    const item = doc.struct('LI')
    list.add(item)
    if (doc.y + heightOf(rule, HALF - 14, RULE) + 2 > bottom) doc.addPage()
    const y = doc.y + 2
    say(item, 'Lbl', `${index + 1}`, { ...RULE, x: LEFT, y, width: 14, color: SOFT })
    say(item, 'LBody', rule, { ...RULE, x: LEFT + 14, y, width: HALF - 14 })
    item.end()
  }
  list.end()
  return doc.y
}

/** What left the statement since it was made, and where each line came from that was another payer's first. */
const drawTakenBack = ({ root, say, doc }: PdfWriter, { standing, takenBack }: StatementView): void => {
  const shortDay = (day: string) => formatDay(day, 'en', 'short')
  const origins = standing.flatMap(({ name, origin }) =>
    origin ? [`${name}: ${WORDS.origin(origin.payer, origin.number)}`] : [],
  )
  const gone = takenBack.map(({ line, reason, on, movedTo }) =>
    [
      `${line.name}, ${line.course}, ${shortDay(line.day)}, ${formatAmount(line.cents)}.`,
      on && `${shortDay(on)}:`,
      reason,
      movedTo && WORDS.moved(movedTo),
    ]
      .filter(Boolean)
      .join(' '),
  )
  if (gone.length > 0)
    say(root, 'H2', WORDS.takenBack, { font: 'display', size: 12, x: LEFT, y: doc.y + 8, width: WIDTH })
  for (const text of [...gone, ...origins]) say(root, 'P', text, { ...RULE, x: LEFT, y: doc.y + 2, width: WIDTH })
}

/** Below the lines: why each is there, what it comes to, and how to pay it. */
const drawEnd = (pdf: PdfWriter, statement: StatementView, rules: readonly string[]): void => {
  const { doc, root, say, heightOf, bottom } = pdf
  const heights = rules.map((rule) => heightOf(rule, HALF - 14, RULE) + 2)
  if (doc.y + heights.reduce((sum, height) => sum + height, 40) > bottom) doc.addPage()
  const top = doc.y + 8
  const ends = [drawTotals(pdf, statement, top), drawRules(pdf, rules, top + 2)]
  doc.y = ends[0]! + 4
  if (statement.balanceCents > 0)
    say(root, 'P', WORDS.how(statement.number), { ...RULE, color: SOFT, x: LEFT + WIDTH - HALF, width: HALF })
  doc.y = Math.max(doc.y, ends[1]!)
}

/** A statement as a tagged PDF on letter paper. `colors` are those of the circles of the catalog. */
export const statementPdf = (statement: StatementView, colors: readonly string[] = []): Promise<Uint8Array> => {
  const { number, standing: lines, issuedOn, payerName, remitTo } = statement
  const title = statement.totalCents < 0 ? WORDS.credit(number) : WORDS.title(number)
  const madeAt = new Date(`${issuedOn}T12:00:00Z`)
  const pdf = openPdf(`${title}, ${payerName}`, 'en-US', madeAt)
  const { doc, root, say } = pdf
  drawCircles(pdf, colors)
  say(root, 'P', remitTo.name, { size: 10, color: SOFT, x: LEFT, y: 46, width: WIDTH - 90 })
  say(root, 'H1', title, { font: 'display', size: 25, y: doc.y + 2, width: WIDTH - 90 })
  doc.y += 14
  drawParties(pdf, statement)
  drawFacts(pdf, statement)
  say(root, 'H2', WORDS.linesTitle, { font: 'display', size: 12 })
  doc.y += 6
  const rules = [...new Set(lines.map(({ rule }) => rule))]
  const orderOf = ({ purchaseOrder }: (typeof lines)[number]): string =>
    purchaseOrder && purchaseOrder !== statement.purchaseOrder ? `, ${WORDS.purchaseOrder} ${purchaseOrder}` : ''
  drawTable(
    pdf,
    COLUMNS,
    lines.map((line) => [
      line.name,
      `${line.course}${orderOf(line)}`,
      `${WORDS.kinds[line.kind]} (${rules.indexOf(line.rule) + 1})`,
      formatDay(line.day, 'en', 'short'),
      formatAmount(line.cents),
    ]),
  )
  drawTakenBack(pdf, statement)
  drawEnd(pdf, statement, rules)
  return pdf.finish((page, of) => [`${title} · ${payerName}`, WORDS.pageOf(page, of)])
}
