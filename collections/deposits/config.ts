import type { CollectionConfig } from 'payload'
import { anyOf, integration, nobody, staff } from '../access/index.ts'
import { readable } from '../fields/reading.ts'
import { options } from '../values/options.ts'
import { DEPOSIT_STATE_LABELS } from './states.ts'

/** The drawer of checks (Cultural Collaborative, "Substitute Teachers and WMEP Member Guests"). */
export const Deposits: CollectionConfig = {
  slug: 'deposits',
  labels: { singular: 'Check', plural: 'Checks' },
  access: { create: nobody, read: anyOf(staff('registrar'), integration('billing')), update: nobody, delete: nobody },
  defaultSort: 'dueOn',
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'name',
    defaultColumns: ['name', 'session', 'state', 'dueOn', 'checkNumber', 'dueCents'],
    listSearchableFields: ['name', 'checkNumber'],
    description:
      'Checks of member guests: asked for, received, returned or deposited, and what of them is refunded. Kept at the desk, under Checks.',
  },
  fields: readable([
    // The registration: one check for each.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'registration', type: 'relationship', relationTo: 'registrations', required: true, index: true },
    { name: 'session', type: 'relationship', relationTo: 'sessions', required: true, index: true },
    { name: 'person', type: 'relationship', relationTo: 'people', required: true, index: true },
    { name: 'name', type: 'text', required: true },
    { name: 'state', type: 'select', required: true, index: true, options: options(DEPOSIT_STATE_LABELS) },
    { name: 'dueCents', type: 'number', required: true, label: 'Amount due' },
    { name: 'dueOn', type: 'text', label: 'Due', required: true, index: true },
    { name: 'lastMailDay', type: 'text', required: true, label: 'Last day mail comes before that' },
    { name: 'checkNumber', index: true, type: 'text' },
    { name: 'receivedCents', type: 'number', label: 'Amount received' },
    { name: 'receivedOn', type: 'text', label: 'Received' },
    // The bank takes a check only as a whole, so what is not kept of a deposited one is the guest's.
    { name: 'depositedCents', type: 'number', label: 'Amount kept of it' },
    { name: 'refundedCents', type: 'number', label: 'Amount refunded' },
    { name: 'refundedOn', type: 'text', label: 'Refunded' },
    { name: 'refundReference', type: 'text', label: 'How it was refunded' },
    { name: 'closedOn', type: 'text', label: 'Returned, deposited or given up' },
    { name: 'reason', type: 'textarea' },
    // What the first of two people wants to keep of it, where a second one has to agree.
    { name: 'proposed', type: 'json', admin: { hidden: true } },
    { name: 'decidedBy', type: 'relationship', relationTo: 'users' },
    { name: 'revision', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
  ]),
}
