import type { Act } from '../../kernel/act.ts'
import type { Context } from '../../context/context.ts'
import type { Download } from '../../invoices/service/documents.ts'
import { applicationCase } from './detail.ts'
import { callLines } from './call-lines.ts'
import { deskActions } from './transitions.ts'
import { callView } from './ranking.ts'
import { releaseDesk } from './release.ts'
import { rankingTable } from './ranking-table.ts'
import type { ApplicationCase, CallLine, CallView, RowFilter } from './staff-views.ts'

/** Applications and their selection, for registrars. */
export const staffApplications = (context: Context, act: Act) => ({
  calls: (): Promise<CallLine[]> => callLines(context),
  call: (key: string, filter: RowFilter): Promise<CallView | undefined> => callView(context, key, filter),
  rankingTable: (key: string): Promise<Download | undefined> => rankingTable(context, key),
  read: (id: string): Promise<ApplicationCase | undefined> => applicationCase(context, id),
  ...releaseDesk(context, act),
  ...deskActions(context, act),
})
