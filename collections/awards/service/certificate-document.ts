import type { AwardView } from '../view.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../context/context.ts'
import type { Download } from '../../invoices/service/documents.ts'
import { certificatePdf } from './pdf.ts'

/** An award as a document to print: it shows what the page of the award shows, no more. */
export const awardDownload = async (context: Context, view: AwardView): Promise<Download> => {
  const { circles } = await context.source.read()
  const slugs = view.certificate?.circles ?? []
  const body = await certificatePdf({
    view,
    art: { circles, worn: circles.filter(({ slug }) => slugs.includes(slug)) },
    provider: view.certificate?.provider ?? (await context.agency()).name,
    address: context.siteUrl + paths.verify(view.code),
  })
  return { name: `award-${view.code}.pdf`, type: 'application/pdf', body }
}
