import type { CollectionConfig } from 'payload'
import { anyOf, integration, nobody, staff } from '../access/index.ts'
import { PAYER_KIND_LABELS } from '../registrations/states.ts'
import { readable } from '../fields/reading.ts'
import { options } from '../values/options.ts'
import { CHARGE_KIND_LABELS } from './states.ts'

/** Lines of money, in cents. A line is never changed or removed; what was wrong is reversed by another line. */
export const Charges: CollectionConfig = {
  slug: 'charges',
  access: { create: nobody, read: anyOf(staff('registrar'), integration('billing')), update: nobody, delete: nobody },
  defaultSort: '-bookedAt',
  lockDocuments: false,
  admin: {
    group: 'Money',
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'payerName', 'cents', 'bookedOn', 'invoice'],
    listSearchableFields: ['name', 'payerName', 'courseTitle'],
    description: 'Every line of money. A wrong line is taken back by another one, at the desk under Statements.',
  },
  fields: readable([
    // What it follows from, such as `attendance:<id>:fee`: it can be booked once only.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'title', type: 'text', required: true },
    { name: 'kind', type: 'select', required: true, options: options(CHARGE_KIND_LABELS) },
    { name: 'cents', type: 'number', required: true, label: 'Amount' },
    // `organization:<id>`, `person:<id>` or `outside:<name>|<e-mail>`: whose statement it is on.
    { name: 'payerKey', type: 'text', required: true, index: true, admin: { hidden: true } },
    { name: 'payerKind', type: 'select', required: true, options: options(PAYER_KIND_LABELS) },
    { name: 'organization', type: 'relationship', relationTo: 'organizations' },
    { name: 'person', type: 'relationship', relationTo: 'people', index: true },
    { name: 'payerName', type: 'text', required: true },
    { name: 'payerEmail', type: 'email' },
    { name: 'payerAddress', type: 'textarea' },
    { name: 'rule', type: 'text', required: true, label: 'Why this payer' },
    { name: 'registration', type: 'relationship', relationTo: 'registrations', index: true },
    { name: 'session', type: 'relationship', relationTo: 'sessions', index: true },
    { name: 'application', type: 'relationship', relationTo: 'applications', index: true },
    { name: 'name', type: 'text', required: true, label: 'Who took part' },
    { name: 'courseTitle', type: 'text', required: true },
    { name: 'day', type: 'text', required: true, label: 'Day' },
    { name: 'purchaseOrder', type: 'text' },
    { name: 'bookedAt', type: 'date', required: true, index: true, admin: { hidden: true } },
    { name: 'bookedOn', type: 'text', required: true, index: true, label: 'Booked' },
    { name: 'bookedBy', type: 'relationship', relationTo: 'users' },
    { name: 'reverses', type: 'relationship', relationTo: 'charges', index: true },
    { name: 'adjusts', type: 'relationship', relationTo: 'charges', index: true },
    {
      name: 'rebills',
      type: 'relationship',
      relationTo: 'charges',
      index: true,
      admin: { description: 'The line another payer refused.' },
    },
    // Set once, when the line goes onto a statement.
    { name: 'invoice', type: 'relationship', relationTo: 'invoices', index: true },
  ]),
}
