import type { StatementView } from '../view.ts'
import type { LinkRefusal } from '../../kernel/outcome.ts'
import type { Context } from '../../context/context.ts'
import { openLink } from '../../context/links.ts'
import { downloadOf, viewOf, type Download } from './documents.ts'

type Opened<Value> = ({ ok: true } & Value) | { ok: false; refusal: LinkRefusal }

/** A statement as its payer sees it, through the signed link in the message. */
export type PublicInvoices = {
  read: (token: string) => Promise<Opened<{ view: StatementView }>>
  document: (token: string, kind: 'pdf' | 'csv') => Promise<Opened<{ download: Download }>>
}

export const publicInvoices = (context: Context): PublicInvoices => ({
  read: async (token) => {
    const opened = await openLink(context, 'statement', token)
    return opened.ok ? { ok: true, view: await viewOf(context, opened.record) } : opened
  },
  document: async (token, kind) => {
    const opened = await openLink(context, 'statement', token)
    return opened.ok ? { ok: true, download: await downloadOf(context, opened.record, kind) } : opened
  },
})
