import type { StatementView } from '../view.ts'
import type { LinkRefusal } from '../../kernel/outcome.ts'
import type { Invoice } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { one } from '../../kernel/queries.ts'
import { paperOf, viewOf, type Paper } from './documents.ts'

type Opened<Value> = ({ ok: true } & Value) | { ok: false; refusal: LinkRefusal }

/** A statement as its payer sees it, through the signed link in the message. */
export type PublicInvoices = {
  read: (token: string) => Promise<Opened<{ view: StatementView }>>
  document: (token: string, kind: 'pdf' | 'csv') => Promise<Opened<{ paper: Paper }>>
}

const invoiceOf = async ({ payload, tokens, clock }: Context, token: string): Promise<Opened<{ invoice: Invoice }>> => {
  const opened = await tokens.open('statement', token, clock())
  if (!opened.ok) return opened
  const invoice = await one({ payload }, 'invoices', String(opened.claims['i']))
  if (!invoice) return { ok: false, refusal: 'invalid' }
  return invoice.linkVersion === opened.claims['v'] ? { ok: true, invoice } : { ok: false, refusal: 'replaced' }
}

export const publicInvoices = (context: Context): PublicInvoices => ({
  read: async (token) => {
    const opened = await invoiceOf(context, token)
    return opened.ok ? { ok: true, view: await viewOf(context, opened.invoice) } : opened
  },
  document: async (token, kind) => {
    const opened = await invoiceOf(context, token)
    return opened.ok ? { ok: true, paper: await paperOf(context, opened.invoice, kind) } : opened
  },
})
