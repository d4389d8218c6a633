/** What an award is given for: a micro-credential that was passed, or a course that was attended. */
export const AWARD_KIND_LABELS = {
  credential: 'Micro-credential',
  course: 'Certificate of attendance',
}
export type AwardKind = keyof typeof AWARD_KIND_LABELS
