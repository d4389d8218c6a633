export const POLICY_KIND_LABELS = {
  cancellation: 'Cancellation and no-show fee',
  guests: 'Member guests and deposit checks',
  waitlist: 'Waitlist and offers',
  billing: 'Who pays',
  consent: 'Photographs and mailing list',
  other: 'Other',
}
export const MISSED_DAY_LABELS = {
  larger: 'The share of the price or the fee, whichever is larger',
  both: 'The share of the price and the fee',
}
/** What is owed for a day that was neither attended nor canceled. */
export type MissedDay = keyof typeof MISSED_DAY_LABELS

export type PolicyKind = keyof typeof POLICY_KIND_LABELS
