import { SignJWT } from 'jose'
import type { Badge } from '../view.ts'
import { paths } from '../../kernel/paths.ts'
import type { BadgeKeys } from '../../kernel/badge-keys.ts'

const secondsOf = (moment: string): number => Temporal.Instant.from(moment).epochMilliseconds / 1000

/**
 * A badge as a compact JSON Web Token: RS256, the header naming the address of the public key and carrying the key itself, so
 * that the badge can be read and checked when this server is gone, and the claims repeating what
 * the badge says (1EdTech, Open Badges 3.0, "JSON Web Token Proof Format"). The same badge with the same key is the same text.
 */
export const signBadge = (badge: Badge, { signing, published }: BadgeKeys, siteUrl: string): Promise<string> => {
  const claims = {
    ...badge,
    iss: badge.issuer.id,
    jti: badge.id,
    sub: badge.credentialSubject.id,
    nbf: secondsOf(badge.validFrom),
    ...(badge.validUntil !== undefined && { exp: secondsOf(badge.validUntil) }),
  }
  const { kty, n, e } = published.find(({ kid }) => kid === signing.kid)!
  return new SignJWT(claims)
    .setProtectedHeader({
      alg: 'RS256',
      kid: siteUrl + paths.issuerKey(signing.kid),
      jwk: { kty, n, e },
      typ: 'JWT',
    })
    .sign(signing.key)
}
