import type { Where } from 'payload'
import type { Context } from '../../context/context.ts'
import { tableOf, type Column, type Filter, type Table } from '../../exports/table.ts'
import type { Application } from '../../kernel/payload-types.ts'
import { every, passing } from '../../kernel/queries.ts'
import { naming } from '../../staff/known.ts'
import { organizationNames } from '../../staff/queries.ts'
import { momentCell } from '../../values/cells.ts'
import { teamOf } from '../form.ts'
import { APPLICANT_LABELS, APPLICATION_STATUS_LABELS } from '../states.ts'

const FIELDS = [
  'applicant',
  'collaborative',
  'name',
  'email',
  'phone',
  'organization',
  'employer',
  'jobTitle',
  'team',
  'status',
  'score',
  'place',
  'purchaseOrder',
  'offeredAt',
  'offerUntil',
  'submittedAt',
  'startedAt',
] as const
type Row = Pick<Application, (typeof FIELDS)[number]> & { id: string }

/** Every application, or those of a call (`call`). */
export const applicationsTable = async (context: Context, { call }: Filter): Promise<Table> => {
  const organization = naming(await organizationNames(context))
  const collaboratives = await every(context, 'collaboratives', {})
  const program = naming(new Map(collaboratives.map(({ id, name }) => [id, name])))
  const columns: Column<Row>[] = [
    { name: 'Program', of: ({ collaborative }) => program(collaborative) },
    { name: 'Applicant', of: ({ applicant }) => APPLICANT_LABELS[applicant] },
    { name: 'Name', of: ({ name }) => name },
    { name: 'E-mail', of: ({ email }) => email },
    { name: 'Telephone', of: ({ phone }) => phone ?? '' },
    { name: 'Team', of: (row) => teamOf(row)?.name ?? '' },
    { name: 'Members', of: (row) => teamOf(row)?.members.length ?? null },
    { name: 'Employer', of: (row) => organization(row.organization) || (row.employer ?? '') },
    { name: 'Job title', of: ({ jobTitle }) => jobTitle ?? '' },
    { name: 'How it stands', of: ({ status }) => APPLICATION_STATUS_LABELS[status] },
    { name: 'Score', of: ({ score }) => score ?? null },
    { name: 'Place in', of: ({ place }) => program(place) },
    { name: 'Purchase order', of: ({ purchaseOrder }) => purchaseOrder ?? '' },
    { name: 'Begun', of: ({ startedAt }) => momentCell(startedAt, context.zone) },
    { name: 'Sent', of: ({ submittedAt }) => momentCell(submittedAt, context.zone) },
    { name: 'Offered', of: ({ offeredAt }) => momentCell(offeredAt, context.zone) },
    { name: 'Offered until', of: ({ offerUntil }) => momentCell(offerUntil, context.zone) },
  ]
  const where: Where = call ? { call: { equals: call } } : {}
  return tableOf(
    { name: 'applications', title: 'Applications' },
    columns,
    passing(context, 'applications', where, FIELDS, {
      by: 'startedAt',
    }),
  )
}
