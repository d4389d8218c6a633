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

/** A lead may send scores back to be done again, until they are released. */
export const REVIEW_NEXT = {
  started: ['scored', 'handed-back'],
  scored: ['released', 'started'],
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
