import { lookup, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Networks a webhook must not lead into: this machine, private ones, link-local with cloud metadata, and what is reserved. */
// Two lists: one list would look an address of the old kind up among those of the new kind, too.
const INSIDE = { 4: new BlockList(), 6: new BlockList() }
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INSIDE[4].addSubnet(network, prefix, 'ipv4')
// All but the addresses in public use, 2000::/3; of those, the ones that wrap an address of the old kind.
for (const [network, prefix] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  INSIDE[6].addSubnet(network, prefix, 'ipv6')

/** True for an address of the public internet. Throws nothing; what is no address is not public. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !INSIDE[4].check(address, 'ipv4')
  return family === 6 && !INSIDE[6].check(address, 'ipv6')
}

/** The host of a URL when it is an address in digits, without the brackets of the new kind; else undefined. */
export const literalAddress = ({ hostname }: URL): string | undefined => {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) ? host : undefined
}

export class InsideAddress extends Error {
  override readonly name = 'InsideAddress'
  constructor() {
    super('The address leads into a private network.')
  }
}

/**
 * Looks names up and refuses those that lead inside. The connection is made to the very address that was looked at, so a
 * name that changes its answer in between gains nothing.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return callback(error, [])
    if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address)))
      return callback(new InsideAddress(), [])
    return options.all ? callback(null, found) : callback(null, found[0]!.address, found[0]!.family)
  })
