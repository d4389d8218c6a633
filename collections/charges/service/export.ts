import type { Where } from 'payload'
import type { Context } from '../../context/context.ts'
import { tableOf, type Column, type Filter, type Table } from '../../exports/table.ts'
import type { Charge } from '../../kernel/payload-types.ts'
import { passing } from '../../kernel/queries.ts'
import { PAYER_KIND_LABELS } from '../../registrations/states.ts'
import { naming, statementNumbers } from '../../staff/known.ts'
import { CHARGE_KIND_LABELS } from '../states.ts'

const FIELDS = [
  'bookedOn',
  'bookedAt',
  'kind',
  'name',
  'courseTitle',
  'day',
  'payerKind',
  'payerName',
  'payerEmail',
  'rule',
  'purchaseOrder',
  'cents',
  'invoice',
] as const
type Row = Pick<Charge, (typeof FIELDS)[number]> & { id: string }

/** Every line of money, or those of a payer (`payer`). */
export const chargesTable = async (context: Context, { payer }: Filter): Promise<Table> => {
  const statement = naming(await statementNumbers(context))
  const columns: Column<Row>[] = [
    { name: 'Booked', of: ({ bookedOn }) => bookedOn },
    { name: 'Kind', of: ({ kind }) => CHARGE_KIND_LABELS[kind] },
    { name: 'Who took part', of: ({ name }) => name },
    { name: 'Course', of: ({ courseTitle }) => courseTitle },
    { name: 'Day', of: ({ day }) => day },
    { name: 'Payer', of: ({ payerName }) => payerName },
    { name: 'Kind of payer', of: ({ payerKind }) => PAYER_KIND_LABELS[payerKind] },
    { name: 'Payer’s e-mail', of: ({ payerEmail }) => payerEmail ?? '' },
    { name: 'Why this payer', of: ({ rule }) => rule },
    { name: 'Purchase order', of: ({ purchaseOrder }) => purchaseOrder ?? '' },
    { name: 'Amount', of: ({ cents }) => ({ cents }) },
    { name: 'Statement', of: ({ invoice }) => statement(invoice) },
  ]
  const where: Where = payer?.trim() ? { payerName: { like: payer.trim() } } : {}
  return tableOf(
    { name: 'lines-of-money', title: 'Lines of money' },
    columns,
    passing(context, 'charges', where, FIELDS, { by: 'bookedAt' }),
  )
}
