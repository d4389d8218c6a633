export const PART_KIND_LABELS = {
  prompts: 'Questions answered in writing',
  evidence: 'Evidence of work',
  guide: 'Scoring guide',
  reflection: 'Reflection',
}
export type PartKind = keyof typeof PART_KIND_LABELS

export const EVIDENCE_KIND_LABELS = {
  file: 'File',
  recording: 'Audio or video recording',
  text: 'Written account',
  link: 'Link',
}
export type EvidenceKind = keyof typeof EVIDENCE_KIND_LABELS

/** A hard limit refuses one word more; an advisory one only says so. */
export const LIMIT_KIND_LABELS = { hard: 'Refuse more words', advisory: 'Only say when it is over' }
export type LimitKind = keyof typeof LIMIT_KIND_LABELS

/** How many people read a submission; where two differ, a third decides. */
export const REVIEWERS_LABELS = { '1': 'One', '2': 'Two, and a third where they differ' }
