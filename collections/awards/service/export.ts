import type { Context } from '../../context/context.ts'
import { tableOf, type Column, type Filter, type Table } from '../../exports/table.ts'
import type { Award } from '../../kernel/payload-types.ts'
import { passing } from '../../kernel/queries.ts'
import { paths } from '../../kernel/paths.ts'
import { dayIn } from '../../values/day.ts'
import { clockHours } from '../../values/hours.ts'
import { statusOf } from '../policy.ts'
import { AWARD_KIND_LABELS, AWARD_STATUS_LABELS } from '../states.ts'
import { awardsFound } from './found.ts'

const FIELDS = [
  'code',
  'kind',
  'title',
  'name',
  'email',
  'awardedAt',
  'expiresAt',
  'minutes',
  'revokedAt',
  'revokeReason',
] as const
type Row = Pick<Award, (typeof FIELDS)[number]> & { id: string }

/** Every award that was given, or those a search finds (`q`). */
export const awardsTable = (context: Context, { q = '' }: Filter): Promise<Table> => {
  const { siteUrl, zone, now } = context
  const day = (at: string | null | undefined) => (at ? dayIn(Temporal.Instant.from(at), zone) : '')
  const columns: Column<Row>[] = [
    { name: 'Code', of: ({ code }) => code },
    { name: 'Kind', of: ({ kind }) => AWARD_KIND_LABELS[kind] },
    { name: 'Title', of: ({ title }) => title },
    { name: 'Name', of: ({ name }) => name },
    { name: 'E-mail', of: ({ email }) => email },
    { name: 'Given on', of: ({ awardedAt }) => day(awardedAt) },
    { name: 'Valid until', of: ({ expiresAt }) => day(expiresAt) },
    { name: 'Minutes', of: ({ minutes }) => minutes ?? null },
    { name: 'Clock hours', of: ({ minutes }) => (minutes ? clockHours(minutes) : null) },
    { name: 'How it stands', of: (row) => AWARD_STATUS_LABELS[statusOf(row, now)] },
    { name: 'Taken back on', of: ({ revokedAt }) => day(revokedAt) },
    { name: 'Why', of: ({ revokeReason }) => revokeReason ?? '' },
    { name: 'Address', of: ({ code }) => siteUrl + paths.verify(code) },
  ]
  const pages = passing(context, 'awards', awardsFound(q), FIELDS, {
    by: 'awardedAt',
  })
  return Promise.resolve(tableOf({ name: 'awards', title: 'Awards' }, columns, pages))
}
