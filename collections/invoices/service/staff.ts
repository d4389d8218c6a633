import type { Act } from '../../kernel/act.ts'
import { adjust, book, reverse } from '../../charges/actions.ts'
import { rateLine } from '../../charges/policy.ts'
import { makeStatements, recordPayment } from '../actions.ts'
import type { GivenPayment, Month } from '../policy.ts'
import { PAYMENT_REFUSALS, type StatementFilter } from '../states.ts'
import { idOf } from '../../kernel/related.ts'
import { dayIn } from '../../values/day.ts'
import type { Cents } from '../../values/money.ts'
import type { Charge } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { settleRefused } from '../../charges/service/corrections.ts'
import { firstHeldDay, recordFree } from '../../charges/service/rates.ts'
import { paperOf, type Paper } from './documents.ts'
import { refuseBill } from '../../registrations/service/staff-actions.ts'
import { one } from '../../kernel/queries.ts'
import type { ChargesView, PreviewView, StatementDetail, StatementsView, Unpriced } from './staff-views.ts'
import type { StaffDone } from '../../staff/views.ts'
import { DONE, GONE, NO_REASON, ofRegistration, refused } from '../../staff/refusals.ts'
import {
  chargesOf,
  detailOf,
  invoiceNumbered,
  monthsUntil,
  previewOf,
  rowsOf,
  statementsOf,
  unpricedOf,
} from './staff-queries.ts'

const WORDS = {
  'not-over': 'The month is not over. Its statements can be made from the first day of the next one.',
  reversed: 'This line is taken back already.',
  reversal: 'A line that takes another one back cannot be taken back. Adjust the other line instead.',
  nothing: 'Give an amount other than $0.',
  priced: 'The price is settled already.',
}

/** Money, as a registrar sees it and works with it. */
export const moneyDesk = (context: Context, act: Act) => {
  const today = dayIn(act.now, act.zone)

  const settled = (): StaffDone => {
    context.settleSoon()
    return DONE
  }

  const onCharge = async (id: string, work: (charge: Charge) => Promise<StaffDone>): Promise<StaffDone> => {
    const charge = await one(context, 'charges', id)
    return charge ? work(charge) : GONE
  }

  return {
    billableMonths: (): Month[] => monthsUntil(today),
    statementPreview: (month: Month): Promise<PreviewView> => previewOf(context, month, today),
    statements: (filter: StatementFilter): Promise<StatementsView> => statementsOf(context, filter, today),
    statement: (number: string): Promise<StatementDetail | undefined> => detailOf(context, act, number),
    charges: (search: { registration?: string; payer?: string }): Promise<ChargesView> => chargesOf(context, search),
    unpriced: (): Promise<Unpriced[]> => unpricedOf(context),

    statementPaper: async (number: string, kind: 'pdf' | 'csv'): Promise<Paper | undefined> => {
      const invoice = await invoiceNumbered(context, number)
      return invoice && paperOf(context, invoice, kind)
    },

    makeStatements: async (month: Month): Promise<StaffDone> => {
      const made = await makeStatements(act, month)
      return made.ok ? settled() : refused(WORDS[made.refusal])
    },

    recordPayment: async (number: string, given: GivenPayment & { revision: number }): Promise<StaffDone> => {
      const paid = await recordPayment(act, number, given)
      if (paid.ok) return settled()
      const status = paid.refusal === 'gone' ? 404 : paid.refusal === 'changed-meanwhile' ? 409 : 422
      return refused(PAYMENT_REFUSALS[paid.refusal], status)
    },

    /** The payer of a registration refuses: what is not paid of it goes to the person, at once. */
    refusePayment: async (registration: string, reason: string): Promise<StaffDone> => {
      if (!reason) return NO_REASON
      const done = await refuseBill(context, act.actor, registration, reason)
      if (!done.ok) return ofRegistration(done)
      await settleRefused(context, act)
      return settled()
    },

    reverseCharge: (id: string, reason: string): Promise<StaffDone> =>
      onCharge(id, async (charge) => {
        if (!reason) return NO_REASON
        if (charge.kind === 'reversal') return refused(WORDS.reversal)
        const [row] = await rowsOf(context, [charge])
        if (row!.isReversed) return refused(WORDS.reversed, 409)
        await reverse(act, charge, reason)
        return settled()
      }),

    /** `attempt` was made with the form: sent twice, it is booked once. */
    adjustCharge: (id: string, given: { attempt: string; cents: Cents; reason: string }): Promise<StaffDone> =>
      onCharge(id, async (charge) => {
        if (!given.reason) return NO_REASON
        if (!Number.isSafeInteger(given.cents) || given.cents === 0) return refused(WORDS.nothing)
        await adjust(act, charge, { id: given.attempt, cents: given.cents, reason: given.reason })
        return settled()
      }),

    /** Settles a price that was on request; $0 is a place without a charge. */
    settlePrice: async (id: string, cents: Cents, reason: string): Promise<StaffDone> => {
      const registration = await one(context, 'registrations', id)
      if (!registration) return GONE
      if (!reason) return NO_REASON
      if (!(await unpricedOf(context)).some((place) => place.registration === id)) return refused(WORDS.priced, 409)
      const session = await one(context, 'sessions', idOf(registration.session))
      const line = rateLine(registration, session ? firstHeldDay(session) : today, cents)
      if (line) await book(act, line, reason)
      else await recordFree(act, registration, reason)
      return settled()
    },
  }
}
