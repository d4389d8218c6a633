/** What an accounting system can ask to be told. */
export const TOPICS = ['charge.booked', 'invoice.issued', 'invoice.paid', 'deposit.changed'] as const
export type Topic = (typeof TOPICS)[number]

export const TOPIC_LABELS = {
  'charge.booked': 'A charge is booked or reversed',
  'invoice.issued': 'A statement is issued',
  'invoice.paid': 'A payment is recorded',
  'deposit.changed': 'A deposit check changes',
} satisfies Record<Topic, string>
