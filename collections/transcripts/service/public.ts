import type { Context } from '../../context/context.ts'
import { openLink } from '../../context/links.ts'
import { csvDownload, type Download } from '../../invoices/service/documents.ts'
import type { Person } from '../../kernel/payload-types.ts'
import { one } from '../../kernel/queries.ts'
import { paths } from '../../kernel/paths.ts'
import { peopleOfMailbox } from '../../people/actions.ts'
import { dayIn } from '../../values/day.ts'
import { transcriptCsv } from '../csv.ts'
import { entriesIn, type Period, type TranscriptKind } from '../policy.ts'
import { transcriptPdf } from './pdf.ts'
import { entriesOf } from './read.ts'

const transcriptOf = async (
  context: Context,
  person: Person,
  period: Period,
  kind: TranscriptKind,
): Promise<Download> => {
  const { name: provider, printsUnits } = await context.agency()
  const entries = entriesIn(await entriesOf(context, person.id), period)
  const given = { name: person.name, entries, printsUnits }
  const file = `transcript-${dayIn(context.now, context.zone)}`
  const address = context.siteUrl + paths.check
  if (kind === 'csv')
    return csvDownload(file, transcriptCsv({ ...given, certificateOf: (code) => context.siteUrl + paths.verify(code) }))
  const body = await transcriptPdf({ ...given, provider, period, madeAt: context.now, address })
  return { name: `${file}.pdf`, type: 'application/pdf', body }
}

/** A transcript, to the person it is about: by the link to their mailbox, and their place on its page. */
export const publicTranscripts = (context: Context) => ({
  download: async (
    token: string,
    place: number,
    period: Period,
    kind: TranscriptKind,
  ): Promise<Download | undefined> => {
    const opened = await openLink(context, 'my', token)
    if (!opened.ok) return undefined
    const person = (await peopleOfMailbox(context, opened.record))[place]
    return person && transcriptOf(context, person, period, kind)
  },
})

/** The same at the desk. */
export const staffTranscripts = (context: Context) => ({
  download: async (id: string, period: Period, kind: TranscriptKind): Promise<Download | undefined> => {
    const person = await one(context, 'people', id)
    return person && transcriptOf(context, person, period, kind)
  },
})
