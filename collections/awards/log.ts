import type { Award } from '../kernel/payload-types.ts'
import type { Entry } from '../kernel/audit.ts'
import { idOf } from '../kernel/related.ts'
import { AWARD_KIND_LABELS } from './states.ts'

const about = ({ registration, submission }: Award) => ({
  registration: idOf(registration),
  submission: idOf(submission),
})

/** What the audit log says of an award that was given. */
export const givenEntry = (award: Award): Entry => ({
  ...about(award),
  key: `award:${award.id}:given`,
  kind: 'award.given',
  summary: `${award.name}: ${AWARD_KIND_LABELS[award.kind]}, ${award.title}`,
  data: { award: award.code, kind: award.kind, title: award.title },
})

/** What it says of one that was taken back. */
export const revokedEntry = (award: Award): Entry => ({
  ...about(award),
  key: `award:${award.id}:revoked`,
  kind: 'award.revoked',
  summary: `${award.name}: ${AWARD_KIND_LABELS[award.kind]} taken back, ${award.title}`,
  reason: award.revokeReason ?? undefined,
  data: { award: award.code, reason: award.revokeReason },
})
