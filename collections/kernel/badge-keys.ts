import { createPublicKey, type KeyObject } from 'node:crypto'

/** A key as everybody may see it; `kid` is its thumbprint (RFC 7638). */
export type PublicKey = { kty: 'RSA'; kid: string; n: string; e: string; alg: 'RS256'; use: 'sig' }
export type BadgeKeys = {
  /** The key new badges are signed with. */
  signing: { kid: string; key: KeyObject }
  /** Every key that ever signed and was not retired, the latest last. */
  published: readonly PublicKey[]
  /** Keys that others may have got hold of, by name, and since when nothing they signed counts. */
  retired?: readonly { kid: string; at: string }[]
}

export const verifierOf = (key: PublicKey): KeyObject => createPublicKey({ key, format: 'jwk' })
