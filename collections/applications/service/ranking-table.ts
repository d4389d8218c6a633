import { RANKED_BY } from '../explain.ts'
import { APPLICATION_STATUS_LABELS } from '../states.ts'
import { toCsv } from '../../values/csv.ts'
import type { Context } from '../../context/context.ts'
import { csvDownload, type Download } from '../../invoices/service/documents.ts'
import { callView } from './ranking.ts'

const HEAD = [
  'Rank',
  'Name',
  'District or organization',
  'Kind or role',
  'Score',
  'Readings',
  'Lowest',
  'Highest',
  'Ranked by',
  'Sent',
  'Stands',
  'Place',
  'Choices',
  'Now',
]

/** The ranking of a call as a table; undefined where there is no such call. */
export const rankingTable = async (context: Context, key: string): Promise<Download | undefined> => {
  const view = await callView(context, key, { status: '', organization: '', kind: '' })
  if (!view) return undefined
  const rows = view.rows.map((row) => [
    row.rank,
    row.name,
    row.organization,
    row.kind,
    row.score,
    row.readings?.done ?? null,
    row.readings?.least ?? null,
    row.readings?.most ?? null,
    row.by ? RANKED_BY[row.by] : '',
    row.submittedAt?.toString() ?? '',
    APPLICATION_STATUS_LABELS[row.status],
    row.place,
    row.choices.map(({ name }) => name).join(' > '),
    row.next,
  ])
  return csvDownload(`ranking-${key.replace(/[^\w-]+/g, '-')}`, toCsv([HEAD, ...rows]))
}
