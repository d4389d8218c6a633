import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/index.ts'
import { readable } from '../fields/reading.ts'
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
  fields: readable([
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
      label: 'Minutes of instruction',
    },
    { name: 'at', type: 'date', required: true, label: 'Recorded, or canceled' },
    { name: 'isOnTime', type: 'checkbox', label: 'Canceled in time' },
    { name: 'recordedBy', type: 'relationship', relationTo: 'users' },
    { name: 'note', type: 'text' },
    { name: 'madeUp', type: 'checkbox', label: 'Missed, and made up for' },
    { name: 'madeUpHow', type: 'text', label: 'How it was made up for' },
    {
      type: 'row',
      fields: [
        {
          name: 'feeState',
          type: 'select',
          label: 'No-show fee',
          required: true,
          index: true,
          defaultValue: 'none',
          options: options(FEE_STATE_LABELS),
        },
        { name: 'feeCents', type: 'number', label: 'Fee' },
      ],
    },
    {
      name: 'feeEvidence',
      type: 'json',
      label: 'What the fee rests on',
      admin: { components: { Field: '/admin/Records#FeeEvidence' } },
    },
    { name: 'feeReason', type: 'textarea', label: 'Why it was decided so' },
    { name: 'feeDecidedBy', label: 'Decided by', type: 'relationship', relationTo: 'users' },
    { name: 'feeDecidedAt', type: 'date', label: 'Decided' },
    { name: 'revision', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
  ]),
}
