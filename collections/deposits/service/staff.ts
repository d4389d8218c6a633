import type { Act } from '../../kernel/act.ts'
import { deposit, giveBack, giveUp, receive, refund, unreceive } from '../actions.ts'
import { OPEN_DEPOSITS } from '../states.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { checkLines, openChecks } from '../../staff/checks.ts'
import type { Cents } from '../../values/money.ts'
import type { Day } from '../../values/day.ts'
import type { ChecksView } from '../../staff/views.ts'
import { ofCheck } from '../../staff/refusals.ts'

const MOST_CLOSED = 100

export const staffDeposits = (context: Context, act: Act) => {
  return {
    list: async (): Promise<ChecksView> => {
      const closed = await every(
        context,
        'deposits',
        { state: { not_in: [...OPEN_DEPOSITS] } },
        { sort: '-updatedAt', limit: MOST_CLOSED },
      )
      return { open: await openChecks(context), closed: await checkLines(context, closed) }
    },
    receive: async (id: string, given: { number: string; cents: Cents; day: Day; confirmed: Cents }) =>
      ofCheck(await receive(act, id, given)),
    giveBack: async (id: string, given: { day: Day; reason: string }) => ofCheck(await giveBack(act, id, given)),
    deposit: async (id: string, given: { cents: Cents; day: Day; reason: string }) =>
      ofCheck(await deposit(act, id, given)),
    refund: async (id: string, given: { day: Day; reference: string }) => ofCheck(await refund(act, id, given)),
    unreceive: async (id: string, reason: string) => ofCheck(await unreceive(act, id, reason)),
    giveUp: async (id: string, reason: string) => ofCheck(await giveUp(act, id, reason)),
  }
}
