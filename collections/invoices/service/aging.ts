import type { Context } from '../../context/context.ts'
import { tableOf, type Column, type Table } from '../../exports/table.ts'
import { every } from '../../kernel/queries.ts'
import { payersOf } from '../../organizations/queries.ts'
import { dayIn } from '../../values/day.ts'
import { AGE_LABELS, AGES, agingOf, type AgingRow } from '../aging.ts'

/** What is owed by each payer, with what it took over, by how long it is overdue. */
export const aging = async (context: Context): Promise<AgingRow[]> => {
  const [open, payers] = await Promise.all([
    every(context, 'invoices', { state: { in: ['issued', 'part-paid'] } }, { sort: '-number' }),
    payersOf(context.payload),
  ])
  return agingOf(open, dayIn(context.now, context.zone), ({ payerKey }) => payers.now(payerKey))
}

const COLUMNS: readonly Column<AgingRow>[] = [
  { name: 'Payer', of: ({ payer }) => payer },
  ...AGES.map((age) => ({ name: AGE_LABELS[age], of: ({ owed }: AgingRow) => ({ cents: owed[age] }) })),
  { name: 'In all', of: ({ total }) => ({ cents: total }) },
  { name: 'Statements', of: ({ statements }) => statements.join(' ') },
]

async function* once(rows: Promise<AgingRow[]>): AsyncGenerator<AgingRow[]> {
  yield await rows
}

export const agingTable = (context: Context): Promise<Table> =>
  Promise.resolve(tableOf({ name: 'aging', title: 'What is owed' }, COLUMNS, once(aging(context))))
