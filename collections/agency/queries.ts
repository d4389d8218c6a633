import type { Payload } from 'payload'
import { AGENCY, type AgencyView } from './view.ts'
import { onChange } from '../kernel/changes.ts'

/** Who we are, as the panel says; kept in memory and read again after a change. */
export const keepAgency = (payload: Payload) => {
  let cached: Promise<AgencyView> | undefined
  onChange((slug) => {
    if (slug === 'agency') cached = undefined
  })
  const read = async (): Promise<AgencyView> => {
    const { name, address, taxId, printsUnits } = await payload.findGlobal({
      slug: 'agency',
      depth: 0,
      overrideAccess: true,
    })
    return {
      name: name || AGENCY.name,
      address: address || AGENCY.address,
      taxId: taxId || null,
      printsUnits: printsUnits ?? false,
    }
  }
  return (): Promise<AgencyView> => {
    cached ??= read()
    cached.catch(() => (cached = undefined))
    return cached
  }
}

export type Agency = ReturnType<typeof keepAgency>
