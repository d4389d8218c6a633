export const PART_KIND_LABELS = {
  prompts: 'Questions answered in writing',
  evidence: 'Evidence of work',
  guide: 'Scoring guide',
  reflection: 'Reflection',
}
export type PartKind = keyof typeof PART_KIND_LABELS

export const EVIDENCE_KIND_LABELS = {
  file: 'File',
  either: 'Written account or file',
  recording: 'Audio or video recording',
  text: 'Written account',
  link: 'Link',
  colleague: 'Written by a colleague, by a link of theirs',
}
export type EvidenceKind = keyof typeof EVIDENCE_KIND_LABELS

/** A hard limit refuses one word more; an advisory one only says so. */
export const LIMIT_KIND_LABELS = { hard: 'Refuse more words', advisory: 'Only say when it is over' }
export type LimitKind = keyof typeof LIMIT_KIND_LABELS

/** What earns the credential, of the scores given with the rubric. */
export const NEEDED_LABELS = {
  all: 'Every score reaches the level',
  some: 'So many criteria of each component reach the level',
  points: 'So many points in all',
}
export type Needed = keyof typeof NEEDED_LABELS

/** When two reviewers differ, so that a third person decides. */
export const DIFFER_LABELS = {
  any: 'Any level differs',
  far: 'A level differs by more than one, or one passes and the other does not',
  outcome: 'One passes and the other does not',
}
export type Differ = keyof typeof DIFFER_LABELS

/** How many people read a submission; where two differ, a third decides. */
export const REVIEWERS_LABELS = { '1': 'One', '2': 'Two, and a third where they differ' }
