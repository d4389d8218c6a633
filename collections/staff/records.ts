import type { Where } from 'payload'
import { idOf } from '../kernel/related.ts'
import type { Context } from '../context/context.ts'
import { every } from '../kernel/queries.ts'
import type { ChargeEntry, LogEntry, MessageEntry } from './views.ts'

// What was written down about somebody, as the pages of the desk list it.

/** Lines of the log, the latest first. */
export const logEntries = async (
  context: Pick<Context, 'payload'>,
  where: Where,
  limit?: number,
): Promise<LogEntry[]> =>
  (await every(context, 'events', where, { sort: '-at', limit })).map(({ id, at, summary, actor, reason }) => ({
    id,
    at: Temporal.Instant.from(at),
    summary,
    actor,
    reason: reason || null,
  }))

/** Messages, the latest first. */
export const messageEntries = async (context: Context, where: Where, limit?: number): Promise<MessageEntry[]> =>
  (await every(context, 'messages', where, { sort: '-createdAt', limit })).flatMap(
    ({ id, kind, subject, state, createdAt }) =>
      kind === 'new-password' ? [] : [{ id, kind, subject, state, at: Temporal.Instant.from(createdAt) }],
  )

/** Lines of money as they were booked, each with the number of the statement it is on. */
export const chargeEntries = async (context: Context, where: Where): Promise<ChargeEntry[]> => {
  const charges = await every(context, 'charges', where, { sort: 'bookedAt' })
  const ids = [...new Set(charges.flatMap(({ invoice }) => idOf(invoice) ?? []))]
  const invoices = ids.length > 0 ? await every(context, 'invoices', { id: { in: ids } }) : []
  const numbers = new Map(invoices.map(({ id, number }) => [id, number]))
  return charges.map(({ id, title, bookedOn, cents, payerName, invoice }) => ({
    id,
    title,
    bookedOn,
    cents,
    payerName,
    invoice: numbers.get(idOf(invoice) ?? '') ?? null,
  }))
}
