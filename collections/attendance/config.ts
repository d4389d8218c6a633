import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/index.ts'
import { options } from '../values/options.ts'
import { DAY_STATE_LABELS, FEE_STATE_LABELS } from './states.ts'

/** The ledger of days: one row for each registration and day about which there is something to say. */
export const Attendance: CollectionConfig = {
  slug: 'attendance',
  labels: { singular: 'Attendance', plural: 'Attendance' },
  access: { create: nobody, read: staff('registrar'), update: nobody, delete: nobody },
  defaultSort: '-date',
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'name',
    defaultColumns: ['name', 'session', 'date', 'state', 'minutes', 'feeState'],
    listSearchableFields: ['name'],
    description: 'Who was there, day by day, and what became of the days that were missed. Kept on the roster.',
  },
  fields: [
    // `<registration>#<day>`: one row, whoever records it and however often.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'registration', type: 'relationship', relationTo: 'registrations', required: true, index: true },
    { name: 'session', type: 'relationship', relationTo: 'sessions', required: true, index: true },
    { name: 'person', type: 'relationship', relationTo: 'people', required: true, index: true },
    { name: 'name', type: 'text', required: true },
    { name: 'date', type: 'text', required: true, index: true },
    { name: 'state', type: 'select', required: true, options: options(DAY_STATE_LABELS) },
    {
      name: 'minutes',
      type: 'number',
      required: true,
      defaultValue: 0,
      admin: { description: 'Minutes of instruction.' },
    },
    { name: 'at', type: 'date', required: true, admin: { description: 'When it was recorded, or canceled.' } },
    { name: 'isOnTime', type: 'checkbox', admin: { description: 'Canceled before the free deadline.' } },
    { name: 'recordedBy', type: 'relationship', relationTo: 'users' },
    { name: 'note', type: 'text' },
    {
      type: 'row',
      fields: [
        {
          name: 'feeState',
          type: 'select',
          required: true,
          index: true,
          defaultValue: 'none',
          options: options(FEE_STATE_LABELS),
        },
        { name: 'feeCents', type: 'number', label: 'Fee in cents' },
      ],
    },
    { name: 'feeEvidence', type: 'json' },
    { name: 'feeReason', type: 'textarea' },
    { name: 'feeDecidedBy', type: 'relationship', relationTo: 'users' },
    { name: 'feeDecidedAt', type: 'date' },
    { name: 'revision', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
    { name: 'unsettled', type: 'checkbox', required: true, defaultValue: true, index: true, admin: { hidden: true } },
  ],
}
