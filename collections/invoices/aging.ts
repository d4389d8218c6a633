import type { Invoice } from '../kernel/payload-types.ts'
import type { Day } from '../values/day.ts'
import type { Cents } from '../values/money.ts'
import { balanceOf } from './policy.ts'

/** How long what is owed has been overdue, in days: not yet, up to 30, up to 60, up to 90, longer. */
export const AGES = ['current', 'to-30', 'to-60', 'to-90', 'older'] as const
export type Age = (typeof AGES)[number]

export const AGE_LABELS = {
  current: 'Not due yet',
  'to-30': '1 to 30 days late',
  'to-60': '31 to 60 days late',
  'to-90': '61 to 90 days late',
  older: 'More than 90 days late',
} satisfies Record<Age, string>

/** The age of a statement on a day; it is late from the day after the due day. */
export const ageOf = (dueOn: Day, today: Day): Age => {
  const late = Temporal.PlainDate.from(dueOn).until(today).total('days')
  if (late <= 0) return 'current'
  if (late <= 30) return 'to-30'
  if (late <= 60) return 'to-60'
  return late <= 90 ? 'to-90' : 'older'
}

/** What a payer owes, by how long it has been overdue. */
export type AgingRow = { payer: string; owed: Record<Age, Cents>; total: Cents; statements: string[] }

const nothing = (): Record<Age, Cents> => ({ current: 0, 'to-30': 0, 'to-60': 0, 'to-90': 0, older: 0 })

type Open = Pick<Invoice, 'number' | 'payerName' | 'totalCents' | 'paidCents' | 'dueOn'>

/** What is owed, by payer (`payerOf` names who pays now), the largest first. A credit lessens nothing: it is not owed to us. */
export const agingOf = <One extends Open>(
  invoices: readonly One[],
  today: Day,
  payerOf: (invoice: One) => string,
): AgingRow[] => {
  const rows = new Map<string, AgingRow>()
  for (const invoice of invoices) {
    const cents = balanceOf(invoice)
    if (cents <= 0) continue
    const key = payerOf(invoice)
    const row = rows.get(key) ?? { payer: invoice.payerName, owed: nothing(), total: 0, statements: [] }
    row.owed[ageOf(invoice.dueOn, today)] += cents
    row.total += cents
    row.statements.push(invoice.number)
    rows.set(key, row)
  }
  return [...rows.values()].toSorted((a, b) => b.total - a.total || a.payer.localeCompare(b.payer, 'en'))
}
