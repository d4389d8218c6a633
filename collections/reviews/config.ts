import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/index.ts'
import { readable } from '../fields/reading.ts'
import { options } from '../values/options.ts'
import { REVIEW_STATUS_LABELS } from './states.ts'

/** One reviewer reads one thing: an application, or one attempt of a submission. Written at the desk only. */
export const Reviews: CollectionConfig = {
  slug: 'reviews',
  access: { create: nobody, read: staff('registrar'), update: nobody, delete: nobody },
  defaultSort: '-createdAt',
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'key',
    defaultColumns: ['submission', 'application', 'reviewer', 'status', 'dueAt'],
    description: 'Who read what, and how they scored it.',
  },
  fields: readable([
    // `submission:<id>#<attempt>/<seat>` or `application:<id>/<seat>`: one seat, one reviewer at a time. A review that was
    // handed back has its own id at the end instead, so that the seat is free.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'submission', type: 'relationship', relationTo: 'submissions', index: true },
    { name: 'application', type: 'relationship', relationTo: 'applications', index: true },
    { name: 'attempt', type: 'number', required: true, defaultValue: 1 },
    // 1 and 2: reviewers; 3: decides where the two differ.
    { name: 'seat', type: 'number', required: true },
    { name: 'reviewer', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'status', type: 'select', required: true, index: true, options: options(REVIEW_STATUS_LABELS) },
    { name: 'lockedUntil', type: 'date', index: true, label: 'Held until' },
    { name: 'scores', type: 'json', required: true, admin: { hidden: true } },
    // For the reviewer and the lead; the person never reads it.
    { name: 'note', type: 'textarea', label: 'Note for the lead' },
    { name: 'dueAt', type: 'date', index: true, label: 'Due' },
    { name: 'startedAt', type: 'date', required: true, label: 'Begun' },
    // Given by the lead, and told by mail; absent where a reviewer took it.
    { name: 'assignedAt', type: 'date', label: 'Assigned' },
    { name: 'scoredAt', type: 'date', label: 'Scored' },
    { name: 'releasedAt', type: 'date', label: 'Released' },
    { name: 'reason', type: 'textarea', label: 'Why it was handed back, or is to be done again' },
    // Handed back because they know whose it is: it is never offered to them again.
    { name: 'knowsWho', type: 'checkbox', defaultValue: false, label: 'Knows whose it is' },
    { name: 'revision', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
  ]),
}
