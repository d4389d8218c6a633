import type { Charge } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { writeEntry } from '../kernel/audit.ts'
import { createUnlessTaken } from '../kernel/keyed.ts'
import { first } from '../kernel/queries.ts'
import { dayIn } from '../values/day.ts'
import { formatMoney } from '../values/money.ts'
import { adjustmentLine, chargeEvent, rebillLine, reversalLine, type Billed, type Line } from './policy.ts'

/** Tells the log, and through it the webhooks, about a line; saying it again changes nothing. */
export const announceCharge = (act: Act, charge: Charge, reason?: string): Promise<void> =>
  writeEntry(act, {
    key: `charge:${charge.id}:booked`,
    kind: 'charge.booked',
    summary: `Booked for ${charge.payerName}: ${charge.title}`,
    registration: charge.registration,
    session: charge.session,
    application: charge.application,
    reason: reason ?? null,
    data: chargeEvent(charge),
  })

/**
 * Books a line, once: the unique key decides, and whoever books the same gets the line that is there. Lines are never changed
 * afterwards, but for the statement they are put on.
 */
export const book = async (act: Act, line: Line, reason?: string): Promise<Charge> => {
  const { payload, now, zone, actor } = act
  const booked = await createUnlessTaken(payload, 'charges', {
    ...line,
    bookedAt: now.toString(),
    bookedOn: dayIn(now, zone),
    bookedBy: actor.user,
  })
  const charge = booked ?? (await first(act, 'charges', { key: { equals: line.key } }))
  if (!charge) throw new Error(`The charge ${line.key} is neither new nor there.`)
  await announceCharge(act, charge, reason)
  return charge
}

/** Takes a line back, once however often it is asked for. */
export const reverse = (act: Act, charge: Charge, reason: string): Promise<Charge> =>
  book(act, reversalLine(charge, reason), reason)

/**
 * Moves a line from the payer who refused it to the one the registration has now. The new line comes first: cut off in
 * between, the old one is still there to say what is left to do.
 */
export const rebill = async (act: Act, charge: Charge, registration: Billed, reason: string): Promise<Charge> => {
  const moved = await book(act, rebillLine(charge, registration), reason)
  await reverse(act, charge, reason)
  return moved
}

/** Books an amount by hand, beside the line it corrects. `id` comes with the form, so that sending it twice books it once. */
export const adjust = (
  act: Act,
  charge: Charge,
  given: { id: string; cents: number; reason: string },
): Promise<Charge> => book(act, adjustmentLine(charge, given), `${formatMoney(given.cents)}: ${given.reason}`)
