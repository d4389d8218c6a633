/**
 * draft: being written · submitted: handed in, to be looked through for completeness · incomplete: sent back because something
 * is missing; costs no attempt · in-review: with reviewers · not-yet: what fell short can be done again · with-coach: the
 * attempts are used up, a coach helps first · passed · withdrawn: taken back by the person.
 */
export const SUBMISSION_STATUSES = [
  'draft',
  'submitted',
  'incomplete',
  'in-review',
  'not-yet',
  'with-coach',
  'passed',
  'withdrawn',
] as const
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number]

export const SUBMISSION_STATUS_LABELS = {
  draft: 'Not sent yet',
  submitted: 'Received',
  incomplete: 'Something is missing',
  'in-review': 'In review',
  'not-yet': 'Not yet',
  'with-coach': 'With a coach',
  passed: 'Passed',
  withdrawn: 'Withdrawn',
} satisfies Record<SubmissionStatus, string>

/** A coach allows one more attempt by moving it back to not-yet; a granted appeal has it read anew. */
export const SUBMISSION_NEXT = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['incomplete', 'in-review', 'withdrawn'],
  incomplete: ['submitted', 'withdrawn'],
  'in-review': ['passed', 'not-yet', 'with-coach', 'incomplete', 'withdrawn'],
  'not-yet': ['submitted', 'in-review', 'withdrawn'],
  'with-coach': ['not-yet', 'in-review', 'withdrawn'],
  passed: [],
  withdrawn: [],
} satisfies Record<SubmissionStatus, readonly SubmissionStatus[]>

/** The person can write. */
export const WRITABLE = ['draft', 'incomplete', 'not-yet'] as const satisfies readonly SubmissionStatus[]

/** It waits for us: to be looked through, read, or talked over. */
export const WITH_US = ['submitted', 'in-review', 'with-coach'] as const satisfies readonly SubmissionStatus[]

/** What one part of a submission still lacks. */
export const LACKS = {
  empty: 'Write an answer.',
  'over-limit': 'Shorten it to the limit.',
  'no-feedback': 'A colleague has still to write it.',
  'no-option': 'Choose the form your evidence takes.',
  'no-file': 'Add a file.',
  'no-description': 'Describe what your files show.',
  'no-recording': 'Add the recording.',
  'too-long': 'Use a shorter recording.',
  'no-link': 'Give a web address that starts with https:// or http://.',
  unchanged: 'This part fell short. Change it before you send it again.',
} as const
export type LackReason = keyof typeof LACKS

export const SUBMISSION_REFUSALS = {
  'not-now': 'This cannot be sent now.',
  'coach-first': 'A coach will talk with you before you send this again.',
  late: 'The deadline has passed. You can still read what you wrote.',
  incomplete: 'Something is still missing.',
  'no-note': 'Say in a few words what you changed.',
} as const
export type SubmissionRefusal = keyof typeof SUBMISSION_REFUSALS

export const CHANGE_REFUSALS = {
  'not-now': 'This cannot be changed while it is being read, or after it has passed.',
  met: 'This part is met and stays as it is.',
  unknown: 'There is no such part.',
} as const
export type ChangeRefusal = keyof typeof CHANGE_REFUSALS
