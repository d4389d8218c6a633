import type { Act } from '#collections/act.ts'
import type { DeskContext } from '../context.ts'
import type { Paper } from '../money/papers.ts'
import { applicationCase } from './case.ts'
import { callLines } from './lines.ts'
import { moveDesk } from './moves.ts'
import { callView } from './ranking.ts'
import { releaseDesk } from './releasing.ts'
import { rankingTable } from './table.ts'
import type { ApplicationCase, CallLine, CallView, RowFilter } from './views.ts'

/** Applications and their selection, for registrars. */
export const selectingDesk = (context: DeskContext, act: Act) => ({
  calls: (): Promise<CallLine[]> => callLines(context),
  call: (key: string, filter: RowFilter): Promise<CallView | undefined> => callView(context, key, filter),
  ranking: (key: string): Promise<Paper | undefined> => rankingTable(context, key),
  application: (id: string): Promise<ApplicationCase | undefined> => applicationCase(context, id),
  ...releaseDesk(context, act),
  ...moveDesk(context, act),
})
