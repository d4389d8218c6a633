/** A peer collaborative takes teams; a community of practice takes persons. */
export const KIND_LABELS = {
  'peer-collaborative': 'Peer collaborative, by teams',
  'community-of-practice': 'Community of practice, by persons',
}
export type CollaborativeKind = keyof typeof KIND_LABELS

/** Who takes a place, and what the price is for. */
export const PLACE_OF = { 'peer-collaborative': 'team', 'community-of-practice': 'person' } as const satisfies Record<
  CollaborativeKind,
  string
>

/** What a live meeting the program calls off does to the minimum. */
export const ON_CANCELED_LABELS = {
  'lowers-meetings': 'The minimum stays: fewer may be missed',
  'lowers-both': 'The minimum is one lower as well: as many may be missed',
}

/** How a question of an application is answered. */
export const QUESTION_KIND_LABELS = { text: 'In words', choice: 'One of several answers', number: 'A number' }
export type QuestionKind = keyof typeof QUESTION_KIND_LABELS

/** Whether one can apply now. */
const APPLICATION_WINDOWS = ['not-open', 'open', 'closed'] as const
export type ApplicationWindow = (typeof APPLICATION_WINDOWS)[number]
