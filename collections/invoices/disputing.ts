import type { Act } from '../kernel/act.ts'
import { change } from '../kernel/change.ts'
import { first } from '../kernel/queries.ts'
import type { Invoice } from '../kernel/payload-types.ts'
import { linesOf } from './policy.ts'
import { disputesOf, type Dispute } from './reminding.ts'

export const DISPUTE_REFUSALS = {
  gone: 'There is no such statement.',
  'no-line': 'There is no such line on this statement.',
  'no-reason': 'Write down what the payer said. It stays with the line.',
  'changed-meanwhile': 'Somebody changed this statement in the same moment. Look at it again.',
} as const
type Refusal = keyof typeof DISPUTE_REFUSALS
type Done = { ok: true } | { ok: false; refusal: Refusal }

/** A line by the id of its charge, what the payer said, and the state the page showed. */
export type Disputing = { charge: string; reason: string; revision: number }

const refused = (refusal: Refusal): Done => ({ ok: false, refusal })

const write = async (
  act: Act,
  number: string,
  { charge, revision }: Omit<Disputing, 'reason'>,
  next: (invoice: Invoice) => { disputes: Dispute[]; said: string; reason?: string },
): Promise<Done> => {
  const invoice = await first(act, 'invoices', { number: { equals: number } })
  if (!invoice) return refused('gone')
  if (invoice.revision !== revision) return refused('changed-meanwhile')
  const line = linesOf(invoice).find((one) => one.charge === charge)
  if (!line) return refused('no-line')
  const { disputes, said, reason } = next(invoice)
  const changed = await change(act, 'invoices', invoice, { disputes }, ({ id, revision: now }) => ({
    key: `invoice:${id}:disputed:${now}`,
    kind: 'invoice.disputed',
    summary: `${said}: ${line.name}, statement ${number}`,
    registration: line.registration,
    reason: reason ?? null,
  }))
  return changed ? { ok: true } : refused('changed-meanwhile')
}

/** Writes down that the payer says a line is wrong; once more, it says something else. */
export const dispute = async (act: Act, number: string, given: Disputing): Promise<Done> => {
  const reason = given.reason.trim()
  if (!reason) return refused('no-reason')
  return write(act, number, given, (invoice) => ({
    disputes: [
      ...disputesOf(invoice).filter(({ charge }) => charge !== given.charge),
      { charge: given.charge, reason, at: act.now.toString(), by: act.actor.name },
    ],
    said: `${invoice.payerName} objects to a line`,
    reason,
  }))
}

/** It is cleared up: the line is asked for again as it stands. */
export const endDispute = (act: Act, number: string, given: Omit<Disputing, 'reason'>): Promise<Done> =>
  write(act, number, given, (invoice) => ({
    disputes: disputesOf(invoice).filter(({ charge }) => charge !== given.charge),
    said: 'No objection to a line any more',
  }))
