import type { Payload } from 'payload'
import { AGENCY, type AgencyView } from './view.ts'
import { keepRead } from '../kernel/kept.ts'

/** Who we are, as the panel says; kept in memory and read again after a change. */
export const keepAgency = (payload: Payload) =>
  keepRead(payload, ['agency'], async (): Promise<AgencyView> => {
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
  })

export type Agency = ReturnType<typeof keepAgency>
