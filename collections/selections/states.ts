/**
 * scoring: applications are read and ranked, nobody is told anything · released: decisions are out, and places that become
 * free go to the next in rank by themselves · closed: who still waited was told that there is no place.
 */
const SELECTION_STATES = ['scoring', 'released', 'closed'] as const
export type SelectionState = (typeof SELECTION_STATES)[number]

export const SELECTION_STATE_LABELS = {
  scoring: 'Being scored',
  released: 'Decisions released',
  closed: 'Closed',
} satisfies Record<SelectionState, string>
