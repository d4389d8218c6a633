import type { Context } from '../../context/context.ts'
import { tableOf, type Column, type Table } from '../../exports/table.ts'
import type { Submission } from '../../kernel/payload-types.ts'
import { every, passing } from '../../kernel/queries.ts'
import { naming } from '../../staff/known.ts'
import { organizationNames } from '../../staff/queries.ts'
import { momentCell } from '../../values/cells.ts'
import { SUBMISSION_STATUS_LABELS } from '../states.ts'

const FIELDS = [
  'credential',
  'name',
  'email',
  'organization',
  'employer',
  'status',
  'attempts',
  'startedAt',
  'submittedAt',
  'dueAt',
  'answeredAt',
] as const
type Row = Pick<Submission, (typeof FIELDS)[number]> & { id: string }

/** All work for micro-credentials, without what was handed in. */
export const submissionsTable = async (context: Context): Promise<Table> => {
  const organization = naming(await organizationNames(context))
  const credential = naming(new Map((await every(context, 'credentials', {})).map(({ id, title }) => [id, title])))
  const columns: Column<Row>[] = [
    { name: 'Micro-credential', of: (row) => credential(row.credential) },
    { name: 'Name', of: ({ name }) => name },
    { name: 'E-mail', of: ({ email }) => email },
    { name: 'Employer', of: (row) => organization(row.organization) || (row.employer ?? '') },
    { name: 'How it stands', of: ({ status }) => SUBMISSION_STATUS_LABELS[status] },
    { name: 'Attempts', of: ({ attempts }) => attempts },
    { name: 'Begun', of: ({ startedAt }) => momentCell(startedAt, context.zone) },
    { name: 'Sent', of: ({ submittedAt }) => momentCell(submittedAt, context.zone) },
    { name: 'Answer due', of: ({ dueAt }) => momentCell(dueAt, context.zone) },
    { name: 'Answered', of: ({ answeredAt }) => momentCell(answeredAt, context.zone) },
  ]
  return tableOf(
    { name: 'credential-work', title: 'Work for micro-credentials' },
    columns,
    passing(context, 'submissions', {}, FIELDS, {
      by: 'startedAt',
    }),
  )
}
