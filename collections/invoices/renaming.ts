import type { Act } from '../kernel/act.ts'
import { change } from '../kernel/change.ts'
import { compareAndSet } from '../kernel/keyed.ts'
import type { Invoice, Person } from '../kernel/payload-types.ts'
import { every } from '../kernel/queries.ts'
import { formerOf, type Former } from '../people/identity.ts'
import { linesOf } from './policy.ts'

// A name was corrected: lines that are still to be billed, and statements that are still to be paid, carry the right one. What was
// paid stays as it was paid.

/** The payer of a statement, where that is the person. */
const payerNow = ({ payerKind, payerName, payerEmail }: Payable, person: Person, { names, emails }: Former) => ({
  ...(payerKind === 'person' && names.includes(payerName) && { payerName: person.name }),
  ...(payerKind === 'person' && emails.includes(payerEmail ?? '') && { payerEmail: person.email }),
})
type Payable = Pick<Invoice, 'payerKind' | 'payerName' | 'payerEmail'>

/** Lines of somebody, as they should be; undefined where they are. */
const renamedLine = <Line extends { name: string; registration: string | null }>(
  line: Line,
  person: Person,
  { names }: Former,
  registrations: ReadonlySet<string>,
): Line | undefined =>
  line.registration && registrations.has(line.registration) && names.includes(line.name)
    ? { ...line, name: person.name }
    : undefined

const renameStatement = async (
  act: Act,
  invoice: Invoice,
  person: Person,
  registrations: ReadonlySet<string>,
): Promise<void> => {
  const former = formerOf(person)
  const payer = invoice.person === person.id ? payerNow(invoice, person, former) : {}
  const lines = linesOf(invoice).map((line) => renamedLine(line, person, former, registrations) ?? line)
  const isChanged = JSON.stringify(lines) !== JSON.stringify(linesOf(invoice))
  if (!isChanged && Object.keys(payer).length === 0) return
  // To another mailbox it goes again, by a link of its own.
  const link = 'payerEmail' in payer ? { linkVersion: invoice.linkVersion + 1 } : {}
  const changed = await change(act, 'invoices', invoice, { ...payer, ...link, lines }, ({ id, revision }) => ({
    key: `invoice:${id}:renamed:${revision}`,
    kind: 'invoice.renamed',
    summary: `Statement ${invoice.number} carries the corrected name or address of ${person.name}`,
    person: person.id,
  }))
  if (!changed) throw new Error(`Statement ${invoice.number} changed in the same moment.`)
}

/** Brings the lines and open statements of somebody in line with who they are now. Doing it again changes nothing. */
export const renameLines = async (act: Act, person: Person): Promise<void> => {
  const former = formerOf(person)
  const own = await every(act, 'registrations', { person: { equals: person.id } })
  const registrations = new Set(own.map(({ id }) => id))
  if (registrations.size === 0) return
  const charges = await every(act, 'charges', { registration: { in: [...registrations] } })
  for (const charge of charges.filter(({ invoice }) => !invoice)) {
    const isNamed = former.names.includes(charge.name)
    const data = {
      ...(charge.person === person.id && payerNow(charge, person, former)),
      ...(isNamed && { name: person.name, title: charge.title.replace(charge.name, person.name) }),
    }
    if (Object.keys(data).length > 0) await compareAndSet(act.payload, 'charges', charge.id, {}, data)
  }
  const ids = [...new Set(charges.flatMap(({ invoice }) => (typeof invoice === 'string' ? invoice : [])))]
  const open =
    ids.length > 0
      ? await every(act, 'invoices', { and: [{ id: { in: ids } }, { state: { in: ['issued', 'part-paid'] } }] })
      : []
  for (const invoice of open) await renameStatement(act, invoice, person, registrations)
}
