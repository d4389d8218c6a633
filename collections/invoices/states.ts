export const INVOICE_STATES = ['issued', 'part-paid', 'paid', 'void'] as const
export type InvoiceState = (typeof INVOICE_STATES)[number]

export const INVOICE_STATE_LABELS = {
  issued: 'Open',
  'part-paid': 'Paid in part',
  paid: 'Paid',
  void: 'Void',
} satisfies Record<InvoiceState, string>

export const PAYMENT_METHODS = ['check', 'transfer'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

export const PAYMENT_METHOD_LABELS = { check: 'Check', transfer: 'Bank transfer' } satisfies Record<
  PaymentMethod,
  string
>
