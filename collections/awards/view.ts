import type { Award } from '../kernel/payload-types.ts'
import type { CertificateFacts } from './certificate.ts'
import type { openBadge } from './badge.ts'
import { instantOf } from '../values/day.ts'
import { statusOf } from './policy.ts'
import type { AwardKind, AwardStatus } from './states.ts'

/** A badge as it was signed. */
export type Badge = ReturnType<typeof openBadge>

/** One thing that was judged: the level reached, the one that was needed, and all there are from the highest down. */
export type JudgedView = {
  name: string
  reached: string
  required: string
  levels: { name: string; text: string | null }[]
}

/** What anybody may see who has the address of an award. */
export type AwardView = {
  code: string
  /** The agency's, in which its days are read. */
  zone: string
  kind: AwardKind
  title: string
  /** null: the holder does not show it. */
  name: string | null
  awardedAt: Temporal.Instant
  expiresAt: Temporal.Instant | null
  status: AwardStatus
  revoked: { at: Temporal.Instant; reason: string } | null
  /** Of a micro-credential; what stands in the signed badge. */
  badge: {
    summary: string
    path: string
    /** Who gave it, as it stands in the badge. */
    issuer: string
    judged: JudgedView[]
    alignments: { name: string; url: string; framework: string | null }[]
  } | null
  certificate: CertificateFacts | null
}

const pathOf = (url: string): string => URL.parse(url)?.pathname ?? '/'

const badgeView = ({ credentialSubject: { achievement, result } }: Badge): NonNullable<AwardView['badge']> => ({
  summary: achievement.description,
  path: pathOf(achievement.criteria.id),
  issuer: achievement.creator.name,
  judged: achievement.resultDescription.map(({ id, name, requiredLevel, rubricCriterionLevel: levels }) => {
    const nameOf = (level: string | undefined): string => levels.find((one) => one.id === level)?.name ?? ''
    return {
      name,
      required: nameOf(requiredLevel),
      reached: nameOf(result.find(({ resultDescription }) => resultDescription === id)?.achievedLevel),
      levels: levels.toReversed().map(({ name, description }) => ({ name, text: description ?? null })),
    }
  }),
  alignments: (achievement.alignment ?? []).map(({ targetName, targetUrl, targetFramework }) => ({
    name: targetName,
    url: targetUrl,
    framework: targetFramework ?? null,
  })),
})

/** What the public sees of an award: the name on a certificate of attendance, which is made to be shown, else only by choice. */
export const awardView = (award: Award, badge: Badge | null, now: Temporal.Instant, zone: string): AwardView => {
  const { code, kind, title, name, showsName, awardedAt, revokeReason } = award
  const revokedAt = instantOf(award.revokedAt)
  return {
    code,
    zone,
    kind,
    title,
    name: kind === 'course' || showsName ? name : null,
    awardedAt: Temporal.Instant.from(awardedAt),
    expiresAt: instantOf(award.expiresAt),
    status: statusOf(award, now),
    revoked: revokedAt && { at: revokedAt, reason: revokeReason ?? '' },
    badge: badge && badgeView(badge),
    certificate: kind === 'course' ? (award.facts as CertificateFacts | null) : null,
  }
}
