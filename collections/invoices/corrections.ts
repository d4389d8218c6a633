import type { Charge, Invoice } from '../kernel/payload-types.ts'
import { correctedBy } from '../charges/standing.ts'
import type { Cents } from '../values/money.ts'
import type { Day } from '../values/day.ts'
import { lineOf, linesOf, paymentsOf, stateOf, totalOf, type StatementLine } from './policy.ts'

/** The fields of a statement once these lines correct others of it. What stood on it stays; the amount due is another. */
export const withCorrections = (invoice: Invoice, charges: readonly Charge[], addedAt: string) => {
  const known = new Set(linesOf(invoice).map(({ charge }) => charge))
  const added = charges
    .filter(({ id }) => !known.has(id))
    .map((charge): StatementLine => ({ ...lineOf(charge), corrects: correctedBy(charge)!, addedAt }))
  if (added.length === 0) return undefined
  const lines = [...linesOf(invoice), ...added]
  const totalCents = totalOf(lines)
  return { lines, totalCents, state: stateOf(totalCents, invoice.paidCents) }
}

/** A line that left a statement after it was made: why, and when. */
export type TakenBack = { line: StatementLine; reason: string; at: string | null }

/** What of a statement stands, and what was taken back since. Both together are all of its lines. */
export const partsOf = (lines: readonly StatementLine[]): { standing: StatementLine[]; takenBack: TakenBack[] } => {
  const reversals = new Map(
    lines.flatMap((line) => (line.kind === 'reversal' && line.corrects ? [[line.corrects, line] as const] : [])),
  )
  const takenBack = lines.flatMap((line): TakenBack[] => {
    const reversal = reversals.get(line.charge)
    return reversal ? [{ line, reason: reversal.rule, at: reversal.addedAt ?? null }] : []
  })
  const gone = new Set([
    ...takenBack.map(({ line }) => line.charge),
    ...[...reversals.values()].map(({ charge }) => charge),
  ])
  return { standing: lines.filter(({ charge }) => !gone.has(charge)), takenBack }
}

/** What came onto a statement, or was taken back of its payments, at one moment. */
export type StatementChange = {
  at: string
  lines: StatementLine[]
  bounced: { cents: Cents; day: Day; reason: string }[]
}

/** What changed on a statement since it was made, moment by moment: its payer is told of each. */
export const changesOf = ({ lines, payments }: Pick<Invoice, 'lines' | 'payments'>): StatementChange[] => {
  const added = linesOf({ lines }).filter(({ addedAt }) => addedAt)
  const reversed = paymentsOf({ payments }).filter(({ reverses }) => reverses)
  const moments = [...new Set([...added.map(({ addedAt }) => addedAt!), ...reversed.map(({ at }) => at)])].sort()
  return moments.map((at) => ({
    at,
    lines: added.filter(({ addedAt }) => addedAt === at),
    bounced: reversed
      .filter((payment) => payment.at === at)
      .map(({ cents, day, reason = '' }) => ({ cents: 0 - cents, day, reason })),
  }))
}
