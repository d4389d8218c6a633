import type { Act } from '../../kernel/act.ts'
import { makeStatementNow, makeStatements } from '../actions.ts'
import { recordPayment, recordPayments, reversePayment, type Part } from '../paying.ts'
import type { GivenPayment, Month } from '../policy.ts'
import { PAYMENT_REFUSALS, type StatementFilter } from '../states.ts'
import { dispute, DISPUTE_REFUSALS, endDispute, type Disputing } from '../disputing.ts'
import { dayIn } from '../../values/day.ts'
import type { Context } from '../../context/context.ts'
import { downloadOf, type Download } from './documents.ts'
import { paidLetterOf } from './paid-letter.ts'
import { lookAtReminders, sendReminders } from './reminders.ts'
import type { PreviewView, StatementDetail, StatementsView } from './staff-views.ts'
import type { StaffDone } from '../../staff/views.ts'
import { DONE, refused, worded } from '../../staff/refusals.ts'
import { detailOf, invoiceNumbered, monthsUntil, previewOf, statementsOf } from './staff-queries.ts'

const WORDS = {
  'nothing-to-bill': 'Nothing is left to bill to this payer, or a statement was made early today already.',
  'no-reminder': 'None of these is due any more. Look at the list again.',
  'not-over': 'The month is not over. Its statements can be made from the first day of the next one.',
}

const ofPayment = worded(PAYMENT_REFUSALS)
const ofDispute = worded(DISPUTE_REFUSALS)

/** Statements, as a registrar makes them and records what comes in. */
export const staffInvoices = (context: Context, act: Act) => {
  const today = dayIn(act.now, act.zone)

  return {
    billableMonths: (): Month[] => monthsUntil(today),
    preview: (month: Month): Promise<PreviewView> => previewOf(context, month, today),
    list: (filter: StatementFilter): Promise<StatementsView> => statementsOf(context, filter, today),
    read: (number: string): Promise<StatementDetail | undefined> => detailOf(context, act, number),

    document: async (number: string, kind: 'pdf' | 'csv'): Promise<Download | undefined> => {
      const invoice = await invoiceNumbered(context, number)
      return invoice && downloadOf(context, invoice, kind)
    },

    make: async (month: Month): Promise<StaffDone> => {
      const made = await makeStatements(act, month)
      return made.ok ? DONE : refused(WORDS[made.refusal])
    },

    /** The statement of one payer before the month ends. */
    makeNow: async (payerKey: string): Promise<StaffDone> =>
      (await makeStatementNow(act, payerKey)) ? DONE : refused(WORDS['nothing-to-bill'], 409),

    /** Reminders that are due today, as they would go. */
    reminders: () => lookAtReminders(context),
    sendReminders: async (numbers: readonly string[]): Promise<StaffDone> =>
      (await sendReminders(context, act, numbers)) > 0 ? DONE : refused(WORDS['no-reminder'], 409),

    /** The payer says that a line is wrong: nobody is reminded of it until that is cleared up. */
    dispute: async (number: string, given: Disputing): Promise<StaffDone> =>
      ofDispute(await dispute(act, number, given)),
    endDispute: async (number: string, given: Omit<Disputing, 'reason'>): Promise<StaffDone> =>
      ofDispute(await endDispute(act, number, given)),

    /** What came from the payer of a statement in a year, as a letter. */
    paidLetter: async (number: string, year: number): Promise<Download | undefined> => {
      const invoice = await invoiceNumbered(context, number)
      return invoice && paidLetterOf(context, invoice, year)
    },

    recordPayment: async (number: string, given: GivenPayment & { revision: number }): Promise<StaffDone> => {
      const paid = await recordPayment(act, number, given)
      return paid.ok ? DONE : ofPayment(paid)
    },

    /** One check or transfer for several statements; `attempt` was made with the form. */
    recordPayments: async (
      given: Omit<GivenPayment, 'cents' | 'confirmed'>,
      parts: readonly Part[],
      attempt: string,
    ): Promise<StaffDone> => {
      const paid = await recordPayments(act, given, parts, attempt)
      return paid.ok ? DONE : ofPayment(paid)
    },

    /** A payment that bounced, or came for something else. */
    reversePayment: async (
      number: string,
      given: { payment: string; reason: string; revision: number },
    ): Promise<StaffDone> => {
      const paid = await reversePayment(act, number, given)
      return paid.ok ? DONE : ofPayment(paid)
    },
  }
}
