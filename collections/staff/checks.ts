import type { TaskKind } from '../deposits/policy.ts'
import { checkCase, type CheckCase } from '../deposits/actions.ts'
import type { Deposit } from '../kernel/payload-types.ts'
import type { Context } from '../context/context.ts'
import { every } from '../kernel/queries.ts'
import { parentOf } from './queries.ts'
import type { CheckLine } from './views.ts'

// How the desk shows checks of member guests.

/** What has to be done first stands first. */
const ORDER = ['deposit', 'return', 'chase', 'wait', 'hold', 'void', 'nothing'] as const satisfies readonly TaskKind[]

export const checkLine = async (
  context: Context,
  { deposit, registration, session, task }: CheckCase,
): Promise<CheckLine> => ({
  id: deposit.id,
  registration: registration.id,
  name: deposit.name,
  email: registration.email,
  session: { id: session.id, title: (await parentOf(context, session)).title },
  state: deposit.state,
  task,
  dueCents: deposit.dueCents,
  dueOn: deposit.dueOn,
  lastMailDay: deposit.lastMailDay,
  number: deposit.checkNumber ?? null,
  receivedCents: deposit.receivedCents ?? null,
  receivedOn: deposit.receivedOn ?? null,
  depositedCents: deposit.depositedCents ?? null,
  closedOn: deposit.closedOn ?? null,
  reason: deposit.reason || null,
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

/** Checks that were asked for or are in the drawer. */
export const openChecks = async (context: Context): Promise<CheckLine[]> => {
  const deposits = await every(context, 'deposits', { state: { in: ['due', 'received'] } }, { sort: 'dueOn' })
  return (await checkLines(context, deposits)).sort(byTask)
}
