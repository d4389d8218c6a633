import type { DeskContext } from '../context.ts'

/** What anyone may ask about an award whose address they have. */
export const publicAwards = (_context: DeskContext) => ({})

export type PublicAwards = ReturnType<typeof publicAwards>
