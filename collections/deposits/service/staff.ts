import type { Act } from '../../kernel/act.ts'
import { deposit, giveBack, giveUp, receive } from '../actions.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { checkLines, openChecks } from '../../staff/checks.ts'
import type { Cents } from '../../values/money.ts'
import type { Day } from '../../values/day.ts'
import type { ChecksView, StaffDone } from '../../staff/views.ts'
import { ofCheck } from '../../staff/refusals.ts'

const MOST_CLOSED = 100

export const staffDeposits = (context: Context, act: Act) => {
  return {
    list: async (): Promise<ChecksView> => {
      const closed = await every(
        context,
        'deposits',
        { state: { in: ['returned', 'deposited', 'void'] } },
        { sort: '-updatedAt', limit: MOST_CLOSED },
      )
      return { open: await openChecks(context), closed: await checkLines(context, closed) }
    },
    receive: async (id: string, given: { number: string; cents: Cents; day: Day }) =>
      ofCheck(await receive(act, id, given)),
    giveBack: async (id: string, given: { day: Day; reason: string }) => ofCheck(await giveBack(act, id, given)),
    deposit: async (id: string, given: { cents: Cents; day: Day; reason: string }) =>
      ofCheck(await deposit(act, id, given)),
    giveUp: async (id: string, reason: string) => ofCheck(await giveUp(act, id, reason)),
  }
}
