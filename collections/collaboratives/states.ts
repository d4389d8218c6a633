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

/** Whether one can apply now. */
const APPLICATION_WINDOWS = ['not-open', 'open', 'closed'] as const
export type ApplicationWindow = (typeof APPLICATION_WINDOWS)[number]
