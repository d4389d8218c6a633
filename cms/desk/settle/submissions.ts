import type { DeskContext } from '../context.ts'

export const settleSubmissions = async (_context: DeskContext): Promise<void> => {}
