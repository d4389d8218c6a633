import type { DeskContext } from '../context.ts'

export const settleApplications = async (_context: DeskContext): Promise<void> => {}
