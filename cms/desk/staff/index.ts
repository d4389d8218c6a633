import type { Act } from '#collections/act.ts'
import type { DeskContext } from '../context.ts'

/** The desk as a registrar uses it. */
export const staffDesk = (context: DeskContext, act: Act) => ({ now: act.now, zone: context.zone })

export type StaffDesk = ReturnType<typeof staffDesk>
