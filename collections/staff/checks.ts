import type { TaskKind } from '../deposits/policy.ts'
import { amountsOf } from '../deposits/amounts.ts'
import { OPEN_DEPOSITS } from '../deposits/states.ts'
import { heldDays, isBrought } from '../deposits/due.ts'
import { proposedOf } from '../deposits/second.ts'
import { checkCase, type CheckCase } from '../deposits/queries.ts'
import type { Deposit } from '../kernel/payload-types.ts'
import type { Context } from '../context/context.ts'
import { every } from '../kernel/queries.ts'
import { parentOf } from './queries.ts'
import type { CheckLine } from './check-views.ts'

// How the desk shows checks of member guests.

/** What has to be done first stands first. */
const ORDER = [
  'refund',
  'deposit',
  'return',
  'chase',
  'wait',
  'hold',
  'release',
  'void',
  'nothing',
] as const satisfies readonly TaskKind[]

export const checkLine = async (
  context: Context,
  { deposit, registration, session, task }: CheckCase,
): Promise<CheckLine> => ({
  id: deposit.id,
  revision: deposit.revision,
  registration: registration.id,
  name: deposit.name,
  email: registration.email,
  session: { id: session.id, title: (await parentOf(context, session)).title },
  state: deposit.state,
  task,
  amounts: amountsOf(deposit),
  dueOn: deposit.dueOn,
  lastMailDay: deposit.lastMailDay,
  isToBring: isBrought(deposit, heldDays(session.days)),
  number: deposit.checkNumber ?? null,
  receivedOn: deposit.receivedOn ?? null,
  refundedOn: deposit.refundedOn ?? null,
  closedOn: deposit.closedOn ?? null,
  reason: deposit.reason || null,
  proposed: proposedOf(deposit),
})

/** Checks as the desk shows them, without those whose registration is gone. */
export const checkLines = async (context: Context, deposits: readonly Deposit[]): Promise<CheckLine[]> => {
  const lines = await Promise.all(
    deposits.map(async (deposit) => {
      const found = await checkCase(context.payload, deposit, context.now)
      return found ? [await checkLine(context, found)] : []
    }),
  )
  return lines.flat()
}

const byTask = (a: CheckLine, b: CheckLine): number =>
  ORDER.indexOf(a.task.do) - ORDER.indexOf(b.task.do) || a.dueOn.localeCompare(b.dueOn) || a.name.localeCompare(b.name)

/** Checks that were asked for, are in the drawer, or of which something is to be refunded. */
export const openChecks = async (context: Context): Promise<CheckLine[]> => {
  const deposits = await every(context, 'deposits', { state: { in: [...OPEN_DEPOSITS] } }, { sort: 'dueOn' })
  return (await checkLines(context, deposits)).sort(byTask)
}
