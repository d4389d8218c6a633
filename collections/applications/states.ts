/** Who asks: the kind of the collaborative says which. */
export const APPLICANT_LABELS = { person: 'A person', team: 'A team' }
export type ApplicantKind = keyof typeof APPLICANT_LABELS

/**
 * draft: being written, read by nobody · submitted: handed in, to be looked at · ineligible: a condition is not met · waiting:
 * scored and ranked, no place yet · offered: a place is held for a while · accepted: they said yes; papers to come · enrolled:
 * takes part · declined: they said no to every place · expired: no answer in time · closed: selection ended without a place ·
 * withdrawn: taken back by the applicant.
 */
export const APPLICATION_STATUSES = [
  'draft',
  'submitted',
  'ineligible',
  'waiting',
  'offered',
  'accepted',
  'enrolled',
  'declined',
  'expired',
  'closed',
  'withdrawn',
] as const
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number]

export const APPLICATION_STATUS_LABELS = {
  draft: 'Not sent yet',
  submitted: 'Received',
  ineligible: 'Not eligible',
  waiting: 'Waits for a place',
  offered: 'Place offered',
  accepted: 'Place accepted',
  enrolled: 'Enrolled',
  declined: 'Place declined',
  expired: 'Offer ran out',
  closed: 'No place this time',
  withdrawn: 'Withdrawn',
} satisfies Record<ApplicationStatus, string>

/**
 * Where each may go. A draft whose answers say so is ineligible as soon as it is sent. From an offer back to waiting: one choice
 * was declined or ran out, and others are left. From ineligible back: the answers were corrected, or the desk looked again. From waiting back to
 * submitted: it was changed, and is read again. From expired or closed back to
 * waiting: the desk takes them in line again.
 */
export const APPLICATION_NEXT = {
  draft: ['submitted', 'ineligible', 'withdrawn'],
  submitted: ['waiting', 'ineligible', 'withdrawn'],
  ineligible: ['submitted', 'withdrawn'],
  waiting: ['offered', 'submitted', 'ineligible', 'closed', 'withdrawn'],
  offered: ['accepted', 'waiting', 'declined', 'expired', 'withdrawn'],
  accepted: ['enrolled', 'withdrawn'],
  enrolled: ['withdrawn'],
  declined: [],
  expired: ['waiting'],
  closed: ['waiting'],
  withdrawn: [],
} satisfies Record<ApplicationStatus, readonly ApplicationStatus[]>

/** A place is theirs, for now or for good. */
export const HOLDING_PLACE = ['offered', 'accepted', 'enrolled'] as const satisfies readonly ApplicationStatus[]

/** How one choice of a general application stands. Only an open one can be offered. */
export const CHOICE_STATES = ['open', 'declined', 'expired'] as const
export type ChoiceState = (typeof CHOICE_STATES)[number]

export const SUBMIT_REFUSALS = {
  'not-open': 'Applications are not open yet.',
  late: 'The deadline has passed. You can still read what you wrote.',
  'already-sent': 'This application was already sent.',
  unanswered: 'Answer every condition with yes or no.',
  'no-choice': 'Choose at least one collaborative.',
  'same-choice': 'Name each collaborative once.',
  'unknown-choice': 'Choose only collaboratives from the list.',
} as const
export type SubmitRefusal = keyof typeof SUBMIT_REFUSALS

export const ANSWER_REFUSALS = {
  'no-offer': 'There is no open offer to answer.',
  late: 'The time to answer this offer has passed.',
} as const
export type AnswerRefusal = keyof typeof ANSWER_REFUSALS
