import type { Context } from '../../context/context.ts'
import { tableOf, type Column, type Filter, type Table } from '../../exports/table.ts'
import type { Person } from '../../kernel/payload-types.ts'
import { passing } from '../../kernel/queries.ts'
import { foundIn } from '../../staff/found.ts'
import { naming } from '../../staff/known.ts'
import { organizationNames } from '../../staff/queries.ts'
import { momentCell, yes } from '../../values/cells.ts'

const FIELDS = [
  'name',
  'email',
  'phone',
  'address',
  'organization',
  'employer',
  'jobTitle',
  'mediaRelease',
  'mailingList',
  'createdAt',
] as const
type Row = Pick<Person, (typeof FIELDS)[number]> & { id: string }

const NOT_ERASED = { erasedAt: { exists: false } }

/** Everybody, or those a search finds. */
export const peopleTable = async (context: Context, filter: Filter): Promise<Table> => {
  const employer = naming(await organizationNames(context))
  const columns: Column<Row>[] = [
    { name: 'Name', of: ({ name }) => name },
    { name: 'E-mail', of: ({ email }) => email },
    { name: 'Telephone', of: ({ phone }) => phone ?? '' },
    { name: 'Postal address', of: ({ address }) => address ?? '' },
    { name: 'Employer', of: (row) => employer(row.organization) || (row.employer ?? '') },
    { name: 'Job title', of: ({ jobTitle }) => jobTitle ?? '' },
    { name: 'Media release', of: ({ mediaRelease }) => yes(mediaRelease.given) },
    { name: 'Mailing list', of: ({ mailingList }) => yes(mailingList.given) },
    { name: 'Known since', of: ({ createdAt }) => momentCell(createdAt, context.zone) },
  ]
  const where = { and: [NOT_ERASED, foundIn('search', filter['q'] ?? '') ?? {}] }
  return tableOf(
    { name: 'people', title: 'People' },
    columns,
    passing(context, 'people', where, FIELDS, { by: 'name' }),
  )
}
