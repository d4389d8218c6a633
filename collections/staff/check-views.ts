import type { CheckAmounts } from '../deposits/amounts.ts'
import type { CheckTask } from '../deposits/policy.ts'
import type { Proposed } from '../deposits/second.ts'
import type { DepositState } from '../deposits/states.ts'
import type { Day } from '../values/day.ts'

// What the page of checks is given.

export type CheckLine = {
  id: string
  revision: number
  registration: string
  name: string
  email: string
  session: { id: string; title: string }
  state: DepositState
  task: CheckTask
  /** Where every cent of it is. */
  amounts: CheckAmounts
  dueOn: Day
  lastMailDay: Day
  /** Mail would come too late: the guest brings it along. */
  isToBring: boolean
  number: string | null
  receivedOn: Day | null
  refundedOn: Day | null
  closedOn: Day | null
  reason: string | null
  /** What somebody wrote down that a second person has to confirm. */
  proposed: Proposed | null
}

export type ChecksView = { open: CheckLine[]; closed: CheckLine[] }
