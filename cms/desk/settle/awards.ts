import type { DeskContext } from '../context.ts'

export const settleAwards = async (_context: DeskContext): Promise<void> => {}
