import { applicationsTable } from '../applications/service/export.ts'
import { awardsTable } from '../awards/service/export.ts'
import { chargesTable } from '../charges/service/export.ts'
import type { Context } from '../context/context.ts'
import { checksTable } from '../deposits/service/export.ts'
import { evaluationsTable } from '../evaluations/service/export.ts'
import { EXPORT_KINDS, exportOf, type Export, type ExportKind } from '../exports/service/write.ts'
import type { Filter, Table } from '../exports/table.ts'
import { LIST_NAMES, type ListName } from '../kernel/paths.ts'
import { agingTable } from '../invoices/service/aging.ts'
import { statementsTable } from '../invoices/service/export.ts'
import { messagesTable } from '../messages/service/export.ts'
import { organizationsTable } from '../organizations/service/export.ts'
import { consentsTable } from '../people/service/consents.ts'
import { peopleTable } from '../people/service/export.ts'
import { registrationsTable } from '../registrations/service/export.ts'
import { submissionsTable } from '../submissions/service/export.ts'
import { dayIn } from '../values/day.ts'
import { isOneOf } from '../values/list.ts'

/** Every list that can be saved, by its name in the address. */
const LISTS = {
  registrations: registrationsTable,
  people: peopleTable,
  consents: consentsTable,
  organizations: organizationsTable,
  charges: chargesTable,
  statements: statementsTable,
  checks: checksTable,
  applications: applicationsTable,
  submissions: submissionsTable,
  awards: awardsTable,
  messages: messagesTable,
  aging: agingTable,
  evaluations: evaluationsTable,
} as const satisfies Record<ListName, (context: Context, filter: Filter) => Promise<Table>>

/**
 * A list as the desk shows it, as a file: `file` is its name with the ending, such as `people.csv`. Undefined where there is no
 * such list or no such kind of file. It is read from the database while it is read from here.
 */
export const openExport = async (context: Context, file: string, filter: Filter): Promise<Export | undefined> => {
  const [name = '', kind = ''] = file.split('.')
  if (!isOneOf<unknown>(LIST_NAMES, name) || !isOneOf<unknown>(EXPORT_KINDS, kind)) return undefined
  const table = await LISTS[name as ListName](context, filter)
  return exportOf(table, kind as ExportKind, dayIn(context.now, context.zone))
}
