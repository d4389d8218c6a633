import type { CollectionConfig, Field } from 'payload'
import { field, nobody, staff } from '../access/index.ts'
import { auditSaves } from '../kernel/panel-audit.ts'
import { isAddressOrNone } from './validation.ts'
import { endLinks, keepFindable, lowerEmail, takeRegistrationsAlong } from './hooks.ts'

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
    // The sentence beside the box, as it was when somebody ticked it.
    { name: 'text', type: 'text', label: 'What was asked', admin: { readOnly: true } },
  ],
})

const saved = auditSaves('person', 'Person')

/** Everybody who ever registered. Two may share a mailbox, and one may have several. */
export const People: CollectionConfig = {
  slug: 'people',
  labels: { singular: 'Person', plural: 'People' },
  access: { create: staff('registrar'), read: staff('registrar'), update: staff('registrar'), delete: nobody },
  defaultSort: 'name',
  lockDocuments: false,
  hooks: {
    beforeValidate: [lowerEmail],
    beforeChange: [endLinks, keepFindable],
    afterChange: [takeRegistrationsAlong, saved.afterChange],
  },
  admin: {
    group: 'Desk',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'organization', 'employer'],
    listSearchableFields: ['name', 'email'],
    description: 'Everybody who registered or applied. A person is known by the e-mail address and the name.',
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 160 },
    // Empty: nothing can be sent, because somebody gave no address at the door.
    { name: 'email', type: 'email', required: true, index: true, validate: isAddressOrNone },
    // The mailbox and the name: whoever registers again is known by both, because a mailbox may be an office’s.
    { name: 'key', type: 'text', unique: true, admin: { hidden: true } },
    // What the desk finds somebody by, as values/searchable.ts takes it apart.
    { name: 'search', type: 'text', index: true, admin: { hidden: true } },
    { name: 'phone', type: 'text', maxLength: 40 },
    { name: 'address', type: 'textarea', maxLength: 400, label: 'Postal address' },
    { name: 'organization', type: 'relationship', relationTo: 'organizations', label: 'Employer' },
    { name: 'employer', type: 'text', maxLength: 160, label: 'Employer, not on the list' },
    { name: 'jobTitle', type: 'text', maxLength: 120, label: 'Job title' },
    consent('mediaRelease', 'Media release'),
    consent('mailingList', 'Mailing list'),
    // What they were called and written to before it was corrected, so that everything of theirs follows.
    { name: 'former', type: 'json', admin: { hidden: true } },
    // Another record of the same person, whose mailbox goes on being theirs; joined and parted at the desk.
    {
      name: 'joinedInto',
      type: 'relationship',
      relationTo: 'people',
      index: true,
      label: 'The same person as',
      access: { create: field(nobody), update: field(nobody) },
      admin: { readOnly: true, condition: (data) => Boolean(data?.['joinedInto']) },
    },
    // What went along then, so that it can be undone.
    {
      name: 'joined',
      type: 'json',
      admin: { hidden: true },
      access: { create: field(nobody), update: field(nobody) },
    },
    {
      name: 'erasedAt',
      type: 'date',
      index: true,
      label: 'Erased',
      access: { create: field(nobody), update: field(nobody) },
      admin: { readOnly: true, condition: (data) => Boolean(data?.['erasedAt']) },
    },
    // What an erasure that is under way needs to be brought to its end; gone with it.
    {
      name: 'erasure',
      type: 'json',
      admin: { hidden: true },
      access: { read: field(nobody), create: field(nobody), update: field(nobody) },
    },
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
