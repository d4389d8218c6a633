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
  moved: (number: string | null) =>
    number ? `Billed to the person instead, on statement ${number}.` : 'Billed to the person instead.',
  total: 'Total',
  paid: 'Paid so far',
  balance: (cents: Cents) => (cents > 0 ? 'Still to pay' : cents < 0 ? 'Credit left' : 'Nothing left to pay'),
  paymentsTitle: 'Payments',
  pageOf: (page: number, of: number) => `Page ${page} of ${of}`,
  how: (number: string) => `Please name ${number} with your payment.`,
  kinds: CHARGE_KIND_LABELS satisfies Record<ChargeKind, string>,
  methods: { ...PAYMENT_METHOD_LABELS, credit: 'Credit' } satisfies Record<Payment['method'], string>,
}
