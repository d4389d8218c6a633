import { formatDay } from '#collections/values/day.ts'
import { formatAmount } from '#collections/values/money.ts'
import { firstDayOf } from '#collections/invoices/policy.ts'
import type { StatementView } from '#collections/invoices/view.ts'
import { STATEMENT_WORDS as WORDS } from '#collections/invoices/words.ts'
import { LEFT, openPaper, SOFT, WIDTH, type Paper } from './paper.ts'
import { drawTable } from './table.ts'

/** The colors of the three circles, where the catalog has others. */
const CIRCLES = ['#0f5c66', '#8a2b4b', '#b4570f']

const COLUMNS = [
  { title: WORDS.person, share: 0.19 },
  { title: WORDS.course, share: 0.33 },
  { title: WORDS.kind, share: 0.2 },
  { title: WORDS.day, share: 0.155 },
  { title: WORDS.amount, share: 0.125, align: 'right' },
] as const

/** Three circles that meet: the picture of the program. */
const drawCircles = ({ doc, decorate }: Paper, colors: readonly string[]): void =>
  decorate(() => {
    const [x, y, radius] = [LEFT + WIDTH - 34, 74, 19]
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

const drawParties = (paper: Paper, statement: StatementView): void => {
  const { doc, root, say } = paper
  const top = doc.y
  const { remitTo } = statement
  const parties = [
    [WORDS.billTo, [statement.payerName, statement.payerAddress, statement.payerEmail]],
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
  doc.y = lowest + 14
}

/** The facts in one row, each with its name above: a list for those who listen. */
const drawFacts = (paper: Paper, statement: StatementView): void => {
  const { doc, root, say, rule } = paper
  const facts = [
    [WORDS.issued, formatDay(statement.issuedOn, 'en', 'short')],
    [WORDS.due, formatDay(statement.dueOn, 'en', 'short')],
    [WORDS.terms, WORDS.termsDays(statement.termsDays)],
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
  doc.y = top + 44
}

const drawTotals = (paper: Paper, statement: StatementView): void => {
  const { doc, root, say, bottom } = paper
  const { totalCents, paidCents, balanceCents } = statement
  const balance = balanceCents < 0 ? WORDS.creditLeft : WORDS.balance
  const totals = [
    [WORDS.total, formatAmount(totalCents)],
    ...(paidCents === 0 ? [] : [[WORDS.paid, formatAmount(paidCents)] as const]),
    [balance, formatAmount(Math.abs(balanceCents))],
  ] as const
  if (doc.y + totals.length * 20 + 24 > bottom) doc.addPage()
  doc.y += 8
  const table = doc.struct('Table')
  root.add(table)
  for (const [index, [name, amount]] of totals.entries()) {
    const isLast = index === totals.length - 1
    const how = { font: isLast ? 'bold' : 'text', size: isLast ? 12 : 10, y: doc.y + 3 } as const
    const row = doc.struct('TR')
    table.add(row)
    say(row, 'TH', name, { ...how, x: LEFT + WIDTH * 0.5, width: WIDTH * 0.3 }, { scope: 'Row' })
    say(row, 'TD', amount, { ...how, x: LEFT + WIDTH * 0.8, width: WIDTH * 0.2, align: 'right' })
    row.end()
  }
  table.end()
  doc.x = LEFT
}

/** The rules behind the lines, numbered as in the table. */
const drawRules = (paper: Paper, rules: readonly string[]): void => {
  const { doc, root, say, heightOf, bottom } = paper
  const needed = rules.reduce((sum, rule) => sum + heightOf(rule, WIDTH), 30)
  if (doc.y + needed > bottom) doc.addPage()
  doc.y += 10
  say(root, 'H2', WORDS.rule, { font: 'display', size: 12 })
  const list = doc.struct('L')
  root.add(list)
  for (const [index, rule] of rules.entries()) {
    const item = doc.struct('LI')
    list.add(item)
    const y = doc.y + 2
    say(item, 'Lbl', `${index + 1}`, { x: LEFT, y, width: 14, color: SOFT })
    say(item, 'LBody', rule, { x: LEFT + 14, y, width: WIDTH - 14 })
    item.end()
  }
  list.end()
  doc.x = LEFT
}

/** A statement as a tagged PDF on letter paper. `colors` are those of the circles of the catalog. */
export const statementPdf = (statement: StatementView, colors: readonly string[] = []): Promise<Uint8Array> => {
  const { number, lines, issuedOn, payerName, remitTo } = statement
  const title = statement.totalCents < 0 ? WORDS.credit(number) : WORDS.title(number)
  const madeAt = new Date(`${issuedOn}T12:00:00Z`)
  const paper = openPaper(`${title}, ${payerName}`, 'en-US', madeAt)
  const { doc, root, say } = paper
  drawCircles(paper, colors)
  say(root, 'P', remitTo.name, { size: 10, color: SOFT, x: LEFT, y: 54, width: WIDTH - 90 })
  say(root, 'H1', title, { font: 'display', size: 25, y: doc.y + 2, width: WIDTH - 90 })
  doc.y += 18
  drawParties(paper, statement)
  drawFacts(paper, statement)
  say(root, 'H2', WORDS.linesTitle, { font: 'display', size: 12 })
  doc.y += 6
  const rules = [...new Set(lines.map(({ rule }) => rule))]
  const orderOf = ({ purchaseOrder }: (typeof lines)[number]): string =>
    purchaseOrder && purchaseOrder !== statement.purchaseOrder ? `, ${WORDS.purchaseOrder} ${purchaseOrder}` : ''
  drawTable(
    paper,
    COLUMNS,
    lines.map((line) => [
      line.name,
      `${line.course}${orderOf(line)}`,
      `${WORDS.kinds[line.kind]} (${rules.indexOf(line.rule) + 1})`,
      formatDay(line.day, 'en', 'short'),
      formatAmount(line.cents),
    ]),
  )
  drawTotals(paper, statement)
  drawRules(paper, rules)
  if (statement.balanceCents > 0) {
    doc.y += 8
    say(root, 'P', WORDS.how(number), { color: SOFT })
  }
  return paper.finish((page, of) => [`${title} · ${payerName}`, WORDS.pageOf(page, of)])
}
