/**
 * started: scores are being drafted · scored: done, seen by the lead only · released: what the person was told · handed-back:
 * the reviewer gave it up, because of a conflict or for want of time, or it was decided without it.
 */
export const REVIEW_STATUSES = ['started', 'scored', 'released', 'handed-back'] as const
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]

export const REVIEW_STATUS_LABELS = {
  started: 'Being scored',
  scored: 'Scored, not released',
  released: 'Released',
  'handed-back': 'Handed back',
} satisfies Record<ReviewStatus, string>

/** A lead may send scores back to be done again, until they are released. What was taken back needs no scores. */
export const REVIEW_NEXT = {
  started: ['scored', 'handed-back'],
  scored: ['released', 'started', 'handed-back'],
  released: [],
  'handed-back': [],
} satisfies Record<ReviewStatus, readonly ReviewStatus[]>

/** How a part is judged that has no rubric, the better one first. */
export const PASS_LEVELS = ['Passing', 'Not yet'] as const

export const RELEASE_REFUSALS = {
  'no-rule': 'The credential does not say what has to be judged.',
  incomplete: 'Some scores are still missing.',
  'second-missing': 'A second reviewer has not finished.',
  differ: 'The two reviewers differ. A third person decides first.',
} as const
export type ReleaseRefusal = keyof typeof RELEASE_REFUSALS

/** Why somebody must not review something. */
export const CONFLICTS = {
  own: 'This is your own work.',
  'same-organization': 'You work for the same organization as the person who sent this.',
  'scored-before': 'You scored this already, so somebody else has to decide.',
} as const
export type Conflict = keyof typeof CONFLICTS

/** Why something cannot be done with a review. */
export const REVIEW_REFUSALS = {
  taken: 'Somebody else has just taken this. Choose another one.',
  'not-yours':
    'This review is not with you any more. Somebody else may take a review over two hours after it was last saved. Nothing was kept; what you wrote stands below.',
  finished: 'You have finished this review. Only the lead can give it back to you.',
  lacking: 'Your draft is kept. Before it is finished, something is still missing.',
  'no-reason': 'Say in a few words why. It stays in the log.',
  'changed-meanwhile':
    'The applicant has changed the application since you opened this page. Your draft is kept. Read what changed, then finish.',
} as const
export type ReviewRefusal = keyof typeof REVIEW_REFUSALS

/** Why something cannot be done with work that is being judged. */
export const LEAD_REFUSALS = {
  ...RELEASE_REFUSALS,
  'not-found': 'There is no such work.',
  'not-now': 'This cannot be done while the work stands where it does.',
  'no-reason': 'Say why. The person reads it, and it stays in the log.',
  judged: 'You have judged this work. Somebody who has not decides about the appeal.',
  'changed-meanwhile': 'Somebody else changed this in the same moment. Nothing was changed; look at it again.',
} as const
export type LeadRefusal = keyof typeof LEAD_REFUSALS
