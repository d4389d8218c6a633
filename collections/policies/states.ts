export const POLICY_KIND_LABELS = {
  cancellation: 'Cancellation and no-show fee',
  guests: 'Member guests and deposit checks',
  waitlist: 'Waitlist and offers',
  billing: 'Who pays',
  consent: 'Photographs and mailing list',
  other: 'Other',
}
export type PolicyKind = keyof typeof POLICY_KIND_LABELS
