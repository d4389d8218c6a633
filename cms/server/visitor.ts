import { createHmac, hkdfSync } from 'node:crypto'
import { isIPv4 } from 'node:net'
import { ipKeyGenerator } from 'express-rate-limit'
import type { Visitor } from '#collections/registrations/arrivals.ts'

/** Of this machine itself: a proxy that TRUST_PROXY does not name, with everybody behind it, or a program beside us. */
export const isOwnMachine = (address: string): boolean => /^(::1$|(::ffff:)?127\.)/i.test(address)

const MAPPED = /^::ffff:/i
const SIGNS = 12

/**
 * Names network addresses by a keyed hash, so that those of one can be counted and undone together while nobody reads whose it is.
 * Of IPv6 the network counts (/56), as in every other limit.
 */
export const visitorsOf = (secret: string): ((address: string | undefined) => Visitor) => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'onramp network address', 32))
  return (address = '') => {
    const plain = MAPPED.test(address) && isIPv4(address.replace(MAPPED, '')) ? address.replace(MAPPED, '') : address
    const hash = createHmac('sha256', key).update(ipKeyGenerator(plain)).digest('base64url')
    return { address: hash.slice(0, SIGNS), isShared: isOwnMachine(plain) }
  }
}
