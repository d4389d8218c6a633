import type { Act } from '#collections/act.ts'
import type { DeskContext } from '../context.ts'

/** Applications and their selection, for registrars. */
export const selectingDesk = (_context: DeskContext, _act: Act) => ({})
