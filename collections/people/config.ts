import type { CollectionConfig, Field } from 'payload'
import { nobody, staff } from '../access/index.ts'
import { auditSaves } from '../kernel/panel-audit.ts'
import { endLinks, lowerEmail, takeRegistrationsAlong } from './hooks.ts'

/** One consent, given or withdrawn by itself, and when that was. */
const consent = (name: string, label: string): Field => ({
  name,
  label,
  type: 'group',
  fields: [
    { name: 'given', type: 'checkbox', required: true, defaultValue: false, label: 'Given' },
    {
      name: 'changedAt',
      type: 'date',
      label: 'Changed',
      admin: { readOnly: true, date: { displayFormat: 'MMM d, yyyy, h:mm a' } },
    },
  ],
})

const saved = auditSaves('person', 'Person')

/** Everybody who ever registered, once for each mailbox. */
export const People: CollectionConfig = {
  slug: 'people',
  labels: { singular: 'Person', plural: 'People' },
  access: { create: staff('registrar'), read: staff('registrar'), update: staff('registrar'), delete: nobody },
  defaultSort: 'name',
  lockDocuments: false,
  hooks: {
    beforeValidate: [lowerEmail],
    beforeChange: [endLinks],
    afterChange: [takeRegistrationsAlong, saved.afterChange],
  },
  admin: {
    group: 'Desk',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'organization', 'employer'],
    listSearchableFields: ['name', 'email'],
    description: 'Everybody who registered or applied. A person is known by the e-mail address.',
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 160 },
    { name: 'email', type: 'email', required: true, unique: true },
    { name: 'phone', type: 'text', maxLength: 40 },
    { name: 'organization', type: 'relationship', relationTo: 'organizations', label: 'Employer' },
    { name: 'employer', type: 'text', maxLength: 160, label: 'Employer, not on the list' },
    { name: 'jobTitle', type: 'text', maxLength: 120, label: 'Job title' },
    consent('mediaRelease', 'Media release'),
    consent('mailingList', 'Mailing list'),
    { name: 'linkVersion', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
    {
      name: 'registrations',
      type: 'join',
      collection: 'registrations',
      on: 'person',
      admin: { allowCreate: false, defaultColumns: ['status', 'session', 'createdAt'] },
    },
  ],
}
