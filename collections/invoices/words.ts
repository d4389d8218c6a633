import { type ChargeKind, CHARGE_KIND_LABELS } from '../charges/states.ts'
import type { Cents } from '../values/money.ts'
import { countOf } from '../values/words.ts'
import type { Payment } from './policy.ts'
import { PAYMENT_METHOD_LABELS } from './states.ts'

/** The words of a statement, the same on the page, in the document and in the table. */
export const STATEMENT_WORDS = {
  title: (number: string) => `Statement ${number}`,
  credit: (number: string) => `Credit ${number}`,
  number: 'Number',
  period: 'Month',
  issued: 'Date',
  due: 'Pay by',
  terms: 'Terms',
  termsDays: (days: number) => (days === 0 ? 'Due at once' : `Net ${countOf(days, 'day', 'days')}`),
  purchaseOrder: 'Purchase order',
  billTo: 'Bill to',
  remitTo: 'Pay to',
  taxId: 'Tax ID',
  linesTitle: 'What this is for',
  person: 'Who took part',
  course: 'Course',
  // A place in a program without dates is billed for the day it was booked.
  day: 'Day',
  rule: 'Why',
  kind: 'What',
  amount: 'Amount',
  origin: (payer: string, number: string | null) =>
    number
      ? `Was billed to ${payer} on statement ${number}, which did not pay it.`
      : `Was billed to ${payer}, which did not pay it.`,
  takenBack: 'Taken back since',
  moved: ({ number, payer }: { number: string | null; payer: string | null }) =>
    `Billed to ${payer ?? 'the person'} instead${number ? `, on statement ${number}` : ''}.`,
  total: 'Total',
  paid: 'Paid so far',
  balance: (cents: Cents) => (cents > 0 ? 'Still to pay' : cents < 0 ? 'Credit left' : 'Nothing left to pay'),
  paymentsTitle: 'Payments',
  pageOf: (page: number, of: number) => `Page ${page} of ${of}`,
  how: (number: string) => `Please name ${number} with your payment.`,
  kinds: CHARGE_KIND_LABELS satisfies Record<ChargeKind, string>,
  methods: { ...PAYMENT_METHOD_LABELS, credit: 'Credit' } satisfies Record<Payment['method'], string>,
}

/** The words of the letter about what was paid in a year. */
export const PAID_WORDS = {
  title: (year: number) => `Payments received in ${year}`,
  lead: (agency: string, payer: string, year: number, amount: string) =>
    `${agency} received ${amount} from ${payer} between January 1 and December 31, ${year}:`,
  none: (year: number) => `Nothing was received between January 1 and December 31, ${year}.`,
  day: 'Received',
  how: 'How',
  statement: 'Statement',
  amount: 'Amount',
  total: 'In all',
  note: 'The money was for professional development that was attended or agreed to, as each statement says. Amounts below zero went back, or a payment was taken back. This letter says what was received; it is no advice about taxes.',
  questions: (email: string) => `Questions: ${email}`,
}
