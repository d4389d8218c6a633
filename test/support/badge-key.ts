import { generateKeyPairSync } from 'node:crypto'

/** A private key to sign badges with, as a setting gives it. */
export const aBadgeKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey
