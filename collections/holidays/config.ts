import type { CollectionConfig } from 'payload'
import { anyone, staff } from '../access/index.ts'
import { day } from '../fields/index.ts'

export const Holidays: CollectionConfig = {
  slug: 'holidays',
  access: { create: staff('registrar'), read: anyone, update: staff('registrar'), delete: staff('registrar') },
  defaultSort: 'date',
  admin: {
    group: 'Desk',
    useAsTitle: 'name',
    defaultColumns: ['name', 'date', 'closed'],
    description:
      'Days that are not business days. Every cancellation deadline counts around them. School breaks are not listed unless the agency itself is closed.',
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    { ...day('date', '', { required: true, label: 'Day' }), unique: true, index: true } as ReturnType<typeof day>,
    {
      name: 'closed',
      type: 'checkbox',
      defaultValue: true,
      label: 'Not a business day',
      admin: { description: 'Clear this for a holiday on which the agency works.' },
    },
  ],
}
