import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/index.ts'
import { readable } from '../fields/reading.ts'
import { options } from '../values/options.ts'
import { AWARD_KIND_LABELS } from './states.ts'

/** What somebody has earned, as it was when it was given. Taken back with a reason, never removed. */
export const Awards: CollectionConfig = {
  slug: 'awards',
  access: { create: nobody, read: staff('registrar'), update: nobody, delete: nobody },
  defaultSort: '-awardedAt',
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'title',
    defaultColumns: ['title', 'name', 'kind', 'awardedAt', 'revokedAt'],
    listSearchableFields: ['title', 'name'],
    description: 'Micro-credentials and certificates of attendance. Anyone who has the address can check one.',
  },
  fields: readable([
    // What it is given for, such as `submission:<id>`: it is given once.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    // What its public address ends in; says nothing of the person and cannot be guessed.
    { name: 'code', type: 'text', required: true, unique: true, label: 'Code' },
    { name: 'kind', type: 'select', required: true, index: true, options: options(AWARD_KIND_LABELS) },
    { name: 'title', type: 'text', required: true },
    { name: 'person', type: 'relationship', relationTo: 'people', required: true, index: true },
    { name: 'name', type: 'text', required: true },
    { name: 'email', type: 'email', required: true },
    { name: 'showsName', type: 'checkbox', required: true, defaultValue: false, label: 'Name is public' },
    { name: 'submission', type: 'relationship', relationTo: 'submissions', index: true },
    { name: 'credential', type: 'relationship', relationTo: 'credentials' },
    { name: 'registration', type: 'relationship', relationTo: 'registrations', index: true },
    { name: 'course', type: 'relationship', relationTo: 'courses' },
    { name: 'awardedAt', type: 'date', required: true, index: true, label: 'Awarded' },
    { name: 'expiresAt', type: 'date', label: 'Valid until' },
    { name: 'minutes', type: 'number', label: 'Minutes of instruction attended' },
    // What a certificate of attendance prints, as it was when it was given.
    { name: 'facts', type: 'json', admin: { hidden: true } },
    // The badge, signed: a compact JSON Web Token. It is public as a whole.
    { name: 'signed', type: 'code', admin: { hidden: true } },
    { name: 'revokedAt', type: 'date', index: true, label: 'Taken back' },
    { name: 'revokeReason', type: 'textarea', label: 'Why it was taken back' },
    { name: 'revokedBy', type: 'relationship', relationTo: 'users', label: 'Taken back by' },
    { name: 'revision', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
  ]),
}
