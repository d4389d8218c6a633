import type { Payload } from 'payload'
import { rebillKey } from '../charges/policy.ts'
import type { Charge, Invoice } from '../kernel/payload-types.ts'
import { every } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { linesOf } from './policy.ts'
import type { StatementLinks } from './view.ts'

const byIds = (payload: Payload, ids: readonly string[]): Promise<Charge[]> =>
  ids.length > 0 ? every({ payload }, 'charges', { id: { in: [...ids] } }) : Promise.resolve([])

/** Where the lines of a statement came from and went to: both sides of a bill that was refused name each other. */
export const linksOf = async (payload: Payload, invoice: Invoice): Promise<StatementLinks> => {
  const ids = linesOf(invoice).map(({ charge }) => charge)
  const lines = await byIds(payload, ids)
  const copies = await every({ payload }, 'charges', { key: { in: ids.map(rebillKey) } })
  const rebilled = lines.flatMap(({ rebills }) => idOf(rebills) ?? [])
  const refused = new Map((await byIds(payload, rebilled)).map((charge) => [charge.id, charge]))
  const on = [...refused.values(), ...copies].flatMap(({ invoice }) => idOf(invoice) ?? [])
  const statements = on.length > 0 ? await every({ payload }, 'invoices', { id: { in: on } }) : []
  const numbers = new Map(statements.map(({ id, number }) => [id, number]))
  const numberOf = ({ invoice }: Charge): string | null => numbers.get(idOf(invoice) ?? '') ?? null
  return {
    origins: new Map(
      lines.flatMap(({ id, rebills }) => {
        const first = refused.get(idOf(rebills) ?? '')
        return first ? [[id, { payer: first.payerName, number: numberOf(first) }] as const] : []
      }),
    ),
    moved: new Map(
      copies.map((copy) => [
        idOf(copy.rebills) ?? '',
        { number: numberOf(copy), payer: copy.payerKind === 'person' ? null : copy.payerName },
      ]),
    ),
  }
}
