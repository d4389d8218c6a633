import type { Context } from '../../context/context.ts'
import type { Act } from '../../kernel/act.ts'
import type { Charge } from '../../kernel/payload-types.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { refuseBill } from '../../registrations/service/staff-actions.ts'
import { DONE, GONE, NO_REASON, ofRegistration, refused } from '../../staff/refusals.ts'
import type { StaffDone } from '../../staff/views.ts'
import { dayIn } from '../../values/day.ts'
import type { Cents } from '../../values/money.ts'
import { adjust, book, reverse } from '../actions.ts'
import { placeCorrections } from '../../invoices/placing.ts'
import { isFarOff, rateLine } from '../policy.ts'
import { billRefused } from './corrections.ts'
import { firstHeldDay, recordFree } from './rates.ts'
import { areOn, isPayer, lookAtRebill, rebillMany } from './rebilling.ts'
import { chargesOf, rowsOf, unpricedOf } from './staff-queries.ts'
import type { ChargesView, Unpriced } from './staff-views.ts'

const WORDS = {
  meanwhile: 'The others are billed. Somebody else changed these in the same moment, look at them again:',
  reversed: 'This line is taken back already.',
  reversal: 'A line that takes another one back cannot be taken back. Adjust the other line instead.',
  nothing: 'Give an amount other than $0.',
  priced: 'The price is settled already.',
  'far-off': 'That is more than the line itself. Is the amount right?',
}

/** Charges, as a registrar sees and corrects them. */
export const staffCharges = (context: Context, act: Act) => {
  const onCharge = async (id: string, work: (charge: Charge) => Promise<StaffDone>): Promise<StaffDone> => {
    const charge = await one(context, 'charges', id)
    return charge ? work(charge) : GONE
  }

  return {
    list: (search: { registration?: string; payer?: string }): Promise<ChargesView> => chargesOf(context, search),
    unpriced: (): Promise<Unpriced[]> => unpricedOf(context),

    /** The payer of a registration refuses: what is not paid of it goes to the person, at once. */
    refusePayment: async (registration: string, reason: string): Promise<StaffDone> => {
      if (!reason) return NO_REASON
      const done = await refuseBill(context, act.actor, registration, reason)
      if (!done.ok) return ofRegistration(done)
      await billRefused(context, act, registration)
      await placeCorrections(act, { registration: { equals: registration } })
      return DONE
    },

    /** What several people of a statement owe, and whom it would be billed to. */
    lookAtRebill: (number: string, to: string) => lookAtRebill(context, number, to),
    /** Bills what they owe to another payer: an organization, or each person. */
    rebill: async (number: string, asked: Parameters<typeof rebillMany>[2]): Promise<StaffDone> => {
      if (!asked.reason) return NO_REASON
      if (!(await isPayer(context, asked.to)) || !(await areOn(context, number, asked.who))) return GONE
      const failed = await rebillMany(context, act, asked)
      return failed.length === 0 ? DONE : refused(`${WORDS.meanwhile} ${failed.join(', ')}.`, 409)
    },

    reverse: (id: string, reason: string): Promise<StaffDone> =>
      onCharge(id, async (charge) => {
        if (!reason) return NO_REASON
        if (charge.kind === 'reversal') return refused(WORDS.reversal)
        const [row] = await rowsOf(context, [charge])
        if (row!.isReversed) return refused(WORDS.reversed, 409)
        const reversal = await reverse(act, charge, reason)
        await placeCorrections(act, { id: { equals: reversal.id } })
        return DONE
      }),

    /** `attempt` was made with the form: sent twice, it is booked once. */
    adjust: (
      id: string,
      given: { attempt: string; cents: Cents; reason: string; confirmed?: Cents },
    ): Promise<StaffDone> =>
      onCharge(id, async (charge) => {
        if (!given.reason) return NO_REASON
        if (!Number.isSafeInteger(given.cents) || given.cents === 0) return refused(WORDS.nothing)
        if (isFarOff(charge, given.cents, given.confirmed)) return { ...refused(WORDS['far-off']), asks: true }
        const line = await adjust(act, charge, { id: given.attempt, cents: given.cents, reason: given.reason })
        await placeCorrections(act, { id: { equals: line.id } })
        return DONE
      }),

    /** Settles a price that was on request; $0 is a place without a charge. */
    price: async (id: string, cents: Cents, reason: string): Promise<StaffDone> => {
      const registration = await one(context, 'registrations', id)
      if (!registration) return GONE
      if (!reason) return NO_REASON
      if (!(await unpricedOf(context)).some((place) => place.registration === id)) return refused(WORDS.priced, 409)
      const session = await one(context, 'sessions', idOf(registration.session))
      const line = rateLine(registration, session ? firstHeldDay(session) : dayIn(act.now, act.zone), cents)
      if (line) await book(act, line, reason)
      else await recordFree(act, registration, reason)
      return DONE
    },
  }
}
