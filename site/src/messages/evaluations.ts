/** The words of the page on which people say what they thought of a course. */
export const evaluations = {
  ask: 'Say what you think of it',
  title: (course: string) => `What did you think? ${course}`,
  description: 'Say what helped you and what should be different.',
  lead: (day: string) => `You took part in it from ${day} on. It takes about three minutes.`,
  anonymous:
    'Your answers are anonymous. We keep that you answered, and by itself how often each answer was given. Nobody sees results of fewer than five people.',
  comments: 'Please name nobody in what you write, yourself included: comments are read as they are.',
  required: 'Your certificate comes once your answers are in.',
  send: 'Send my answers',
  missing: 'Choose one of the answers.',
  done: 'Thank you for your answers',
  doneText: 'They are counted. This link has done its work: nobody can answer twice.',
  doneRequired: 'If your certificate waited for them, it comes by e-mail within some minutes.',
  gone: {
    expired: { title: 'The time to answer has passed', text: 'Thank you for looking in.' },
    replaced: { title: 'This link does not hold any more', text: 'A newer one was sent to you.' },
    invalid: { title: 'This link does not work', text: 'Perhaps a part of it got lost when it was copied.' },
  },
  notAsked: {
    title: 'There is nothing to answer now',
    text: 'This course is not over, or we ask nobody for an evaluation of it.',
  },
  refusals: {
    'changed-meanwhile': 'The questions changed while this page was open. Please answer these.',
    answered: 'You answered before.',
    'not-asked': 'There is nothing to answer now.',
  },
}
