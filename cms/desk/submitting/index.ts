import type { DeskContext } from '../context.ts'

/** Handing in work for a micro-credential, as the public pages may ask for it. */
export const publicSubmitting = (_context: DeskContext) => ({})

export type PublicSubmitting = ReturnType<typeof publicSubmitting>
