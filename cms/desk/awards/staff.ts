import type { Act } from '#collections/act.ts'
import type { DeskContext } from '../context.ts'

/** Awards, for registrars: what was given, and taking one back. */
export const awardsDesk = (_context: DeskContext, _act: Act) => ({})
