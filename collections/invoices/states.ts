const INVOICE_STATES = ['issued', 'part-paid', 'paid', 'void'] as const
export type InvoiceState = (typeof INVOICE_STATES)[number]

export const INVOICE_STATE_LABELS = {
  issued: 'Open',
  'part-paid': 'Paid in part',
  paid: 'Paid',
  void: 'Void',
} satisfies Record<InvoiceState, string>

/** What staff record. */
export const PAYMENT_METHODS = ['check', 'transfer'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

export const PAYMENT_METHOD_LABELS = { check: 'Check', transfer: 'Bank transfer' } satisfies Record<
  PaymentMethod,
  string
>

/** How the list of statements is narrowed. */
export const STATEMENT_FILTERS = ['all', 'open', 'overdue', 'paid'] as const
export type StatementFilter = (typeof STATEMENT_FILTERS)[number]

export const PAYMENT_REFUSALS = {
  gone: 'There is no such statement.',
  over: 'That is more than is owed on this statement. Is the amount right? What is too much is a credit of the payer.',
  'too-much': 'That is more than the payer’s credit.',
  'no-payment': 'There is no such payment to take back.',
  reversed: 'This payment is taken back already.',
  'no-reason': 'Give a reason. It stays with the payment.',
  nothing: 'Give an amount above $0.',
  'in-future': 'Give the day the payment came. It cannot be a day to come.',
  'changed-meanwhile': 'Somebody recorded a payment in the same moment. Look at the statement again.',
} as const
export type PaymentRefusal = keyof typeof PAYMENT_REFUSALS
