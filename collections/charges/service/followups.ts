import { SYSTEM } from '../../kernel/act.ts'
import { one } from '../../kernel/queries.ts'
import { announceCharge } from '../actions.ts'
import { actOf } from '../../context/context.ts'
import type { Step } from '../../followups/service/step.ts'

/** A process that stopped between a line and its entry in the log leaves the entry to be written now. */
export const chargeLog: Step = {
  name: 'charge-log',
  follows: { charges: ({ id }) => id },
  handle: async (context, id) => {
    const charge = await one(context, 'charges', id)
    if (charge) await announceCharge(actOf(context, SYSTEM), charge)
  },
}
