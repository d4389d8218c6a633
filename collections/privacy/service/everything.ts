import type { Context } from '../../context/context.ts'
import { one } from '../../kernel/queries.ts'
import { linesOf } from '../../invoices/policy.ts'
import { HELD_IN, HOLDINGS, type HeldIn } from '../holdings.ts'
import { documentOf, factsOf, type Everything, type Part } from '../readable.ts'
import { heldOf, knownOf, type Held } from './held.ts'

export type EverythingKind = 'json' | 'html'
export type EverythingFile = { name: string; type: string; body: string }

/** Said nowhere else, and of nobody but this person. */
const ownRecords = (held: Held): Partial<{ [Slug in HeldIn]: readonly object[] }> => {
  const { emails } = knownOf(held.people)
  const mine = new Set(held.registrations.map(({ id }) => id))
  return {
    ...held,
    // On a district's statement stand others too.
    invoices: held.invoices.map((invoice) => ({
      ...invoice,
      ...(invoice.payerKind !== 'person' && {
        lines: linesOf(invoice).filter(({ registration }) => registration && mine.has(registration)),
        totalCents: null,
        paidCents: null,
        payments: null,
      }),
    })),
    // Letters to payers, hosts and colleagues have links that are theirs.
    messages: held.messages.filter(({ to }) => emails.includes(to)),
    // What reviewers said is told with the decision, not before.
    reviews: held.reviews.filter(({ releasedAt }) => releasedAt),
    deliveries: [],
  }
}

const read = async (context: Context, id: string): Promise<Everything | undefined> => {
  if (!(await one(context, 'people', id))) return undefined
  const records = ownRecords(await heldOf(context, id))
  const order: readonly HeldIn[] = ['people', ...HELD_IN.filter((slug) => slug !== 'people')]
  const parts = order.map((slug): Part => ({
    name: slug,
    label: HOLDINGS[slug].label,
    records: (records[slug] ?? []).map((record) => factsOf(record)),
  }))
  return {
    madeAt: context.now.toString(),
    agency: (await context.agency()).name,
    parts: parts.filter((part) => part.records.length > 0),
  }
}

/** Everything that is kept of one person, in one file; undefined where there is no such person. */
export const everythingOf = async (
  context: Context,
  id: string,
  kind: EverythingKind,
): Promise<EverythingFile | undefined> => {
  const everything = await read(context, id)
  if (!everything) return undefined
  const day = everything.madeAt.slice(0, 10)
  return kind === 'json'
    ? { name: `everything-${day}.json`, type: 'application/json', body: JSON.stringify(everything, null, 2) }
    : { name: `everything-${day}.html`, type: 'text/html; charset=utf-8', body: documentOf(everything) }
}
