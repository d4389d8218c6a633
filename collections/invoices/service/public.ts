import type { StatementView } from '../view.ts'
import type { LinkRefusal } from '../../kernel/outcome.ts'
import type { Context } from '../../context/context.ts'
import { openLink } from '../../context/links.ts'
import { billingRules } from '../../agency/billing-rules.ts'
import { yearsPaid } from '../paid.ts'
import { statementsFor } from '../paying.ts'
import { downloadOf, viewOf, type Download } from './documents.ts'
import { paidLetterOf } from './paid-letter.ts'

type Opened<Value> = ({ ok: true } & Value) | { ok: false; refusal: LinkRefusal }

/** A statement as its payer sees it, through the signed link in the message. */
export type PublicInvoices = {
  read: (token: string) => Promise<Opened<{ view: StatementView }>>
  document: (token: string, kind: 'pdf' | 'csv') => Promise<Opened<{ download: Download }>>
  /** What the payer paid in a year, as a letter. */
  paidLetter: (token: string, year: number) => Promise<Opened<{ download: Download }>>
  /** Years something was paid in, and the name of the agency’s form W-9, if it is there. */
  papers: (token: string) => Promise<{ years: number[]; taxForm: string | null }>
}

export const publicInvoices = (context: Context): PublicInvoices => ({
  paidLetter: async (token, year) => {
    const opened = await openLink(context, 'statement', token)
    return opened.ok ? { ok: true, download: await paidLetterOf(context, opened.record, year) } : opened
  },
  papers: async (token) => {
    const opened = await openLink(context, 'statement', token)
    if (!opened.ok) return { years: [], taxForm: null }
    const { taxForm } = await billingRules(context)
    return { years: yearsPaid(await statementsFor(context, opened.record.payerKey)), taxForm }
  },
  read: async (token) => {
    const opened = await openLink(context, 'statement', token)
    return opened.ok ? { ok: true, view: await viewOf(context, opened.record) } : opened
  },
  document: async (token, kind) => {
    const opened = await openLink(context, 'statement', token)
    return opened.ok ? { ok: true, download: await downloadOf(context, opened.record, kind) } : opened
  },
})
