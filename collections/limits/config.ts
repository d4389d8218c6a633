import type { CollectionConfig } from 'payload'
import { nobody } from '../access/index.ts'

/** How often somebody did something within a time, for limits that hold in every process and after a restart. */
export const Limits: CollectionConfig = {
  slug: 'limits',
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  lockDocuments: false,
  admin: { hidden: true },
  fields: [
    // The limit, and a hash of who: addresses are not written down.
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'hits', type: 'number', required: true },
    // When counting begins anew; milliseconds since 1970, by the machine's clock.
    { name: 'endsAt', type: 'number', required: true, index: true },
  ],
}
