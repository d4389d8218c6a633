import type { Act } from '#collections/act.ts'
import type { DeskContext } from '../context.ts'

/** Work for micro-credentials, for the lead: completeness, release of scores, coaching. */
export const worksDesk = (_context: DeskContext, _act: Act) => ({})
