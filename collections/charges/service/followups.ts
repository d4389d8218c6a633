import { SYSTEM, type Act } from '../../kernel/act.ts'
import { announceCharge } from '../actions.ts'
import { actOf, type Context } from '../../context/context.ts'
import { settleHostCanceled, settleRefused } from './corrections.ts'
import { settleFees } from './fees.ts'
import { settleRates } from './rates.ts'
import { each } from '../../context/each.ts'
import { every } from '../../kernel/queries.ts'

const DAYS_LOOKED_BACK = 7

/** A process that stopped between a line and its entry in the log leaves the entry to be written now. */
const settleAnnouncements = async (context: Context, act: Act): Promise<void> => {
  const since = act.now.subtract({ hours: 24 * DAYS_LOOKED_BACK }).toString()
  const booked = await every(act, 'charges', { bookedAt: { greater_than: since } }, { limit: 1000, sort: '-bookedAt' })
  if (booked.length === 0) return
  const keys = booked.map(({ id }) => `charge:${id}:booked`)
  const known = new Set((await every(act, 'events', { key: { in: keys } })).map(({ key }) => key))
  const silent = booked.filter(({ id }) => !known.has(`charge:${id}:booked`))
  await each(context, silent, 'A charge could not be announced', (charge) => announceCharge(act, charge))
}

/** Books every charge that follows from how things stand and is not there yet. Doing it again changes nothing. */
export const settleCharges = async (context: Context): Promise<void> => {
  const act = actOf(context, SYSTEM)
  await settleRates(context, act)
  await settleFees(context, act)
  await settleHostCanceled(context, act)
  await settleRefused(context, act)
  await settleAnnouncements(context, act)
}
