/** The words of the page on which a colleague reads the terms who was asked to come instead. */
export const colleague = {
  title: (course: string) => `Will you come instead? ${course}`,
  description: 'Read the terms and answer.',
  lead: (from: string) => `${from} has a seat, cannot come, and asks you to come instead.`,
  until: (moment: string) =>
    `Please answer by ${moment}. Nothing is asked of you until you accept; without an answer the seat stays where it is.`,
  name: 'In the name of',
  days: 'Your days',
  price: 'Price',
  free: 'Free to cancel until',
  freeOver: (moment: string) => `That time has passed; it was until ${moment}.`,
  anytime: 'Canceling is free of charge at any time.',
  payer: 'Bills go to',
  you: (name: string) => `${name}: you`,
  fee: 'Fee for a day missed',
  noFee: 'None',
  terms: 'The terms',
  termsLead: 'This is exactly the text that is kept with your registration.',
  accept: 'Accept the terms and take the seat',
  acceptDays: 'Accept the terms and come on these days',
  decline: 'I cannot come',
  declined: 'Thank you for your answer',
  declinedText: 'The seat stays with your colleague. You are registered for nothing by this and owe nothing.',
  refusals: {
    'changed-meanwhile': 'Something changed while this page was open. Please read it again before you answer.',
    'colleague-not-possible': 'You are registered for this session already. Call the registration desk.',
    'substitution-not-allowed': 'These days cannot be handed on any more.',
  } as Record<string, string>,
  gone: {
    expired: { title: 'The time to answer has passed', text: 'The seat stays with your colleague.' },
    replaced: {
      title: 'You need not answer any more',
      text: 'The seat is not offered to you any more: your colleague took it back, or the session changed.',
    },
    invalid: { title: 'This link does not work', text: 'Perhaps a part of it got lost when it was copied.' },
  },
}
