import type { Deposit } from '../kernel/payload-types.ts'
import type { Cents } from '../values/money.ts'
import type { Day } from '../values/day.ts'

/** What the first of two people wants to deposit of a check; nothing has been done yet. */
export type Proposed = { cents: Cents; day: Day; reason: string; by: string; user: string | null; at: string }

export const proposedOf = ({ proposed }: Pick<Deposit, 'proposed'>): Proposed | null =>
  (proposed as Proposed | null) ?? null

/** Whether this member of staff is somebody else than who proposed it: known by the account, else by the name. */
export const isSecond = (
  { by, user }: Pick<Proposed, 'by' | 'user'>,
  actor: { name: string; user?: string | undefined },
): boolean => (user && actor.user ? user !== actor.user : by !== actor.name)
