import type { TaskKind } from '#collections/deposits/policy.ts'
import type { Act } from '#collections/act.ts'
import { checkCase, deposit, giveBack, giveUp, receive, type CheckCase } from '#collections/deposits/actions.ts'
import type { Deposit } from '../../payload-types.ts'
import type { DeskContext } from '../context.ts'
import { every } from '../reading.ts'
import { parentOf } from './read.ts'
import type { Cents } from '#collections/values/money.ts'
import type { Day } from '#collections/values/day.ts'
import type { CheckLine, ChecksView, StaffDone } from './views.ts'
import { ofCheck } from './words.ts'

const MOST_CLOSED = 100

/** What has to be done first stands first. */
const ORDER = ['deposit', 'return', 'chase', 'wait', 'hold', 'void', 'nothing'] as const satisfies readonly TaskKind[]

export const checkLine = async (
  context: DeskContext,
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

const linesOf = async (context: DeskContext, deposits: readonly Deposit[]): Promise<CheckLine[]> => {
  const lines = await Promise.all(
    deposits.map(async (deposit) => {
      const found = await checkCase(context.payload, deposit, context.clock())
      return found ? [await checkLine(context, found)] : []
    }),
  )
  return lines.flat()
}

const byTask = (a: CheckLine, b: CheckLine): number =>
  ORDER.indexOf(a.task.do) - ORDER.indexOf(b.task.do) || a.dueOn.localeCompare(b.dueOn) || a.name.localeCompare(b.name)

/** Checks that were asked for or are in the drawer. */
export const openChecks = async (context: DeskContext): Promise<CheckLine[]> => {
  const deposits = await every(context, 'deposits', { state: { in: ['due', 'received'] } }, { sort: 'dueOn' })
  return (await linesOf(context, deposits)).sort(byTask)
}

export const checksDesk = (context: DeskContext, act: Act) => {
  const settled = (done: StaffDone): StaffDone => {
    context.settleSoon()
    return done
  }
  return {
    checks: async (): Promise<ChecksView> => {
      const closed = await every(
        context,
        'deposits',
        { state: { in: ['returned', 'deposited', 'void'] } },
        { sort: '-updatedAt', limit: MOST_CLOSED },
      )
      return { open: await openChecks(context), closed: await linesOf(context, closed) }
    },
    receiveCheck: async (id: string, given: { number: string; cents: Cents; day: Day }) =>
      settled(ofCheck(await receive(act, id, given))),
    returnCheck: async (id: string, given: { day: Day; reason: string }) =>
      settled(ofCheck(await giveBack(act, id, given))),
    depositCheck: async (id: string, given: { cents: Cents; day: Day; reason: string }) =>
      settled(ofCheck(await deposit(act, id, given))),
    giveUpCheck: async (id: string, reason: string) => settled(ofCheck(await giveUp(act, id, reason))),
  }
}
