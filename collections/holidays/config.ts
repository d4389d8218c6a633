import type { CollectionConfig } from 'payload'
import { anyone, staff } from '../access/index.ts'
import { auditSaves } from '../kernel/panel-audit.ts'
import { day } from '../fields/index.ts'
import { options } from '../values/options.ts'
import { REPEAT_LABELS } from './states.ts'

const saved = auditSaves('holiday', 'Holiday')

export const Holidays: CollectionConfig = {
  slug: 'holidays',
  access: { create: staff('registrar'), read: anyone, update: staff('registrar'), delete: staff('registrar') },
  defaultSort: 'date',
  hooks: { afterChange: [saved.afterChange], afterDelete: [saved.afterDelete] },
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
      name: 'repeats',
      type: 'select',
      defaultValue: 'once',
      options: options(REPEAT_LABELS),
      admin: { description: 'The day above is the first; it comes back in every year after it.' },
    },
    {
      type: 'row',
      admin: { condition: (data) => data?.['repeats'] !== undefined && data['repeats'] !== 'once' },
      fields: [
        {
          name: 'isObserved',
          type: 'checkbox',
          defaultValue: true,
          label: 'On a weekend, also the nearest weekday',
          admin: {
            condition: (data) => data?.['repeats'] === 'yearly',
            description: 'The Friday before a Saturday, the Monday after a Sunday.',
          },
        },
        {
          name: 'daysAfter',
          type: 'number',
          min: 0,
          max: 6,
          defaultValue: 0,
          label: 'Days after that weekday',
          admin: {
            condition: (data) => data?.['repeats'] === 'weekday' || data?.['repeats'] === 'last-weekday',
            description: '1 for a Friday after the fourth Thursday; 0 for the weekday itself.',
          },
        },
        {
          name: 'untilYear',
          type: 'number',
          min: 2000,
          max: 9999,
          label: 'Last year',
          admin: { description: 'Empty: it comes back for ever.' },
        },
      ],
    },
    {
      name: 'closed',
      type: 'checkbox',
      defaultValue: true,
      label: 'Not a business day',
      admin: { description: 'Clear this for a holiday on which the agency works.' },
    },
  ],
}
