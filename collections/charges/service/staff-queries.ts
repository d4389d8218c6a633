import type { Where } from 'payload'
import type { Context } from '../../context/context.ts'
import type { Charge } from '../../kernel/payload-types.ts'
import { every } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { payersOf } from '../../organizations/queries.ts'
import { sumCents } from '../../values/money.ts'
import { reversalKey } from '../policy.ts'
import type { ChargeRow, ChargesView, Unpriced } from './staff-views.ts'

const MOST_LINES = 500

/** Lines with what can be done with each: one that is taken back, or takes another one back, stays as it is. */
export const rowsOf = async (context: Context, charges: readonly Charge[]): Promise<ChargeRow[]> => {
  const keys = charges.map(({ id }) => reversalKey(id))
  const reversed = new Set((await every(context, 'charges', { key: { in: keys } })).map(({ key }) => key))
  const invoices = await every(context, 'invoices', {
    id: { in: [...new Set(charges.flatMap(({ invoice }) => idOf(invoice) ?? []))] },
  })
  const numbers = new Map(invoices.map(({ id, number }) => [id, number]))
  return charges.map((charge) => ({
    id: charge.id,
    kind: charge.kind,
    name: charge.name,
    course: charge.courseTitle,
    day: charge.day,
    rule: charge.rule,
    cents: charge.cents,
    payerKey: charge.payerKey,
    payerName: charge.payerName,
    bookedOn: charge.bookedOn,
    registration: idOf(charge.registration) ?? null,
    statement: numbers.get(idOf(charge.invoice) ?? '') ?? null,
    isReversed: reversed.has(reversalKey(charge.id)),
    canReverse: charge.kind !== 'reversal' && !reversed.has(reversalKey(charge.id)),
  }))
}

/** Lines of a registration or a payer. */
export const chargesOf = async (
  context: Context,
  search: { registration?: string; payer?: string },
): Promise<ChargesView> => {
  const where: Where = {
    and: [
      ...(search.registration ? [{ registration: { equals: search.registration } }] : []),
      ...(search.payer ? [{ payerName: { like: search.payer } }] : []),
    ],
  }
  const rows = await rowsOf(context, await every(context, 'charges', where, { sort: '-bookedAt', limit: MOST_LINES }))
  const who = await payersOf(context.payload)
  const payers = Map.groupBy(rows, ({ payerKey }) => who.now(payerKey))
  return {
    payers: [...payers.values()].map((rows) => ({
      name: rows[0]!.payerName,
      rows,
      totalCents: sumCents(rows.map(({ cents }) => cents)),
    })),
    isCut: rows.length === MOST_LINES,
  }
}

/** Places whose price was on request when they were registered for, and that nobody has settled. */
export const unpricedOf = async (context: Context): Promise<Unpriced[]> => {
  const events = await every(context, 'events', { kind: { equals: 'registration.unpriced' } }, { sort: 'at' })
  const ids = events.flatMap(({ registration }) => idOf(registration) ?? [])
  const keys = ids.flatMap((id) => [`registration:${id}:rate`, `registration:${id}:free`])
  if (keys.length === 0) return []
  const [charges, settled, registrations] = await Promise.all([
    every(context, 'charges', { key: { in: keys } }),
    every(context, 'events', { key: { in: keys } }),
    every(context, 'registrations', { id: { in: ids } }),
  ])
  const done = new Set([...charges, ...settled].map(({ key }) => key.split(':')[1]))
  return registrations
    .filter(({ id }) => !done.has(id))
    .map((registration) => ({
      registration: registration.id,
      name: registration.name,
      title: registration.title ?? '',
      payerName: registration.payer.name,
    }))
}
