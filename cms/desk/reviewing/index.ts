import type { Act } from '#collections/act.ts'
import type { DeskContext } from '../context.ts'

/** What a reviewer reads and scores. Nothing in it says whose work it is. */
export const reviewerDesk = (_context: DeskContext, act: Act) => ({ now: act.now, zone: act.zone })

export type ReviewerDesk = ReturnType<typeof reviewerDesk>
