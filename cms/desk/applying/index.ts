import type { DeskContext } from '../context.ts'

/** Applying for a place in a collaborative, as the public pages may ask for it. */
export const publicApplying = (_context: DeskContext) => ({})

export type PublicApplying = ReturnType<typeof publicApplying>
