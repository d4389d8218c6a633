import type { DeskContext } from '../context.ts'

export const settleMinimum = async (_context: DeskContext): Promise<void> => {}
