import { CONTEXTS } from '../badge.ts'
import type { AwardView, Badge } from '../view.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../context/context.ts'
import { deskOf } from '../../registrations/service/facts.ts'
import { every } from '../../kernel/queries.ts'
import { issuerOf } from './badges.ts'

// What other programs read about awards.

/** The issuer of badges (1EdTech, Open Badges 3.0, "Profile"). */
export const issuerProfile = async (context: Context) => {
  const { email, phone } = deskOf(await context.source.read(), context)
  const issuer = await issuerOf(context)
  return {
    '@context': CONTEXTS,
    ...issuer,
    type: ['Profile'],
    email,
    ...(phone !== null && { phone }),
    description: `Badges of ${issuer.name}. Keys: ${context.siteUrl}${paths.issuerKeys}`,
  }
}

/** Badges that were taken back, as their `credentialStatus` promises (1EdTech, "Revocation List Status Method 1.0"). */
export const revocationList = async (context: Context) => {
  const { siteUrl } = context
  const revoked = await every(
    context,
    'awards',
    { and: [{ kind: { equals: 'credential' } }, { revokedAt: { exists: true } }] },
    { sort: 'revokedAt' },
  )
  return {
    id: siteUrl + paths.revocations,
    issuer: siteUrl + paths.issuer,
    revokedCredential: revoked.map(({ code, revokeReason }) => ({
      id: siteUrl + paths.verify(code),
      revoked: true,
      revocationReason: revokeReason ?? '',
    })),
  }
}

const moment = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' })

/**
 * An award for programs: how it stands now, and the badge with its signed text, or what the certificate says. `checkedAt` is
 * when this was asked.
 */
export const awardData = (view: AwardView, badge: Badge | null, signed: string | null, checkedAt: Temporal.Instant) => {
  const { kind, title, name, status, awardedAt, expiresAt, revoked, certificate } = view
  return {
    kind,
    title,
    name,
    status,
    awardedAt: moment(awardedAt),
    expiresAt: expiresAt && moment(expiresAt),
    revoked: revoked && { at: moment(revoked.at), reason: revoked.reason },
    checkedAt: moment(checkedAt),
    credential: badge,
    signed,
    certificate,
  }
}
