import { awardView, type AwardView } from '../view.ts'
import { AWARD_WORDS as WORDS } from '../words.ts'
import { paths } from '../../kernel/paths.ts'
import { every, pluck } from '../../kernel/queries.ts'
import type { Context } from '../../context/context.ts'
import type { Download } from '../../invoices/service/documents.ts'
import { dayIn } from '../../values/day.ts'
import { badgeIn } from './badges.ts'
import { certificatePdf, certificatesPdf, type Printed } from './pdf.ts'

const printedOf = async (context: Context, view: AwardView): Promise<Printed> => {
  const { circles } = await context.source.read()
  const slugs = view.certificate?.circles ?? []
  return {
    view,
    art: { circles, worn: circles.filter(({ slug }) => slugs.includes(slug)) },
    provider: view.certificate?.provider ?? (await context.agency()).name,
    address: context.siteUrl + paths.verify(view.code),
  }
}

/** An award as a document to print: it shows what the page of the award shows, no more. */
export const awardDownload = async (context: Context, view: AwardView): Promise<Download> => ({
  name: `award-${view.code}.pdf`,
  type: 'application/pdf',
  body: await certificatePdf(await printedOf(context, view)),
})

/** The certificates of everybody of a session that hold now, by name, in one document to print; undefined where there are none. */
export const sessionCertificates = async (context: Context, session: string): Promise<Download | undefined> => {
  const registrations = await pluck(context, 'registrations', { session: { equals: session } }, ['session'])
  const awards = await every(
    context,
    'awards',
    {
      and: [
        { kind: { equals: 'course' } },
        { registration: { in: registrations.map(({ id }) => id) } },
        { revokedAt: { exists: false } },
      ],
    },
    { sort: 'name' },
  )
  const [first] = awards
  if (!first) return undefined
  const views = awards.map((award) => awardView(award, badgeIn(award), context.now, context.zone))
  const printed = await Promise.all(views.map((view) => printedOf(context, view)))
  return {
    name: `certificates-${dayIn(context.now, context.zone)}.pdf`,
    type: 'application/pdf',
    body: await certificatesPdf(printed, `${WORDS.kinds.course}: ${first.title}`, context.now),
  }
}
