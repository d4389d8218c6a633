import type { Where } from 'payload'
import type { Act } from '../kernel/act.ts'
import { correctedBy } from '../charges/standing.ts'
import type { Charge } from '../kernel/payload-types.ts'
import { change } from '../kernel/change.ts'
import { every, one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { withCorrections } from './corrections.ts'
import { markLines } from './actions.ts'

const ATTEMPTS = 20

const placeOn = async (act: Act, id: string, corrections: readonly Charge[]): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const invoice = await one(act, 'invoices', id)
    if (!invoice) return
    const fields = withCorrections(invoice, corrections, act.now.toString())
    // The log has the lines that correct it.
    const written = fields ? await change(act, 'invoices', invoice, fields, null) : invoice
    if (written) return markLines(act.payload, written)
  }
  throw new Error(`Statement ${id} changed too often to be corrected.`)
}

/**
 * Puts what takes back or lessens a line onto the statement that line is on, at once: what is asked for there is what is owed.
 * `which` narrows the lines that are looked at. Doing it again adds nothing.
 */
export const placeCorrections = async (act: Act, which: Where): Promise<void> => {
  const open = await every(act, 'charges', {
    and: [
      which,
      { invoice: { exists: false } },
      { or: [{ reverses: { exists: true } }, { adjusts: { exists: true } }] },
    ],
  })
  const corrected = new Map<string, Charge[]>()
  for (const charge of open) {
    const id = correctedBy(charge)
    const line = id ? await one(act, 'charges', id) : undefined
    const invoice = idOf(line?.invoice)
    if (invoice) corrected.set(invoice, [...(corrected.get(invoice) ?? []), charge])
  }
  for (const [invoice, charges] of corrected) await placeOn(act, invoice, charges)
}
