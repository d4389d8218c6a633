import { SYSTEM, type Act } from '#collections/act.ts'
import { announceCharge } from '#collections/charges/actions.ts'
import { actOf, type DeskContext } from '../context.ts'
import { settleHostCanceled, settleRefused } from '../money/corrections.ts'
import { settleFees } from '../money/fees.ts'
import { settleRates } from '../money/rates.ts'
import { each } from './each.ts'
import { every } from '../reading.ts'

const DAYS_LOOKED_BACK = 7

/** A process that stopped between a line and its entry in the log leaves the entry to be written now. */
const settleAnnouncements = async (context: DeskContext, act: Act): Promise<void> => {
  const since = act.now.subtract({ hours: 24 * DAYS_LOOKED_BACK }).toString()
  const booked = await every(act, 'charges', { bookedAt: { greater_than: since } }, { limit: 1000, sort: '-bookedAt' })
  if (booked.length === 0) return
  const keys = booked.map(({ id }) => `charge:${id}:booked`)
  const known = new Set((await every(act, 'events', { key: { in: keys } })).map(({ key }) => key))
  const silent = booked.filter(({ id }) => !known.has(`charge:${id}:booked`))
  await each(context, silent, 'A charge could not be announced', (charge) => announceCharge(act, charge))
}

/** Books every charge that follows from how things stand and is not there yet. Doing it again changes nothing. */
export const settleCharges = async (context: DeskContext): Promise<void> => {
  const act = actOf(context, SYSTEM)
  await settleRates(context, act)
  await settleFees(context, act)
  await settleHostCanceled(context, act)
  await settleRefused(context, act)
  await settleAnnouncements(context, act)
}
