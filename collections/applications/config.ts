import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/index.ts'
import { readable } from '../fields/reading.ts'
import { options } from '../values/options.ts'
import { APPLICANT_LABELS, APPLICATION_STATUS_LABELS } from './states.ts'

/**
 * A person or a team asks for a place. Like a registration it lies in one document, so that one write is one statement, and
 * changes through verbs only.
 */
export const Applications: CollectionConfig = {
  slug: 'applications',
  access: { create: nobody, read: staff('registrar'), update: nobody, delete: nobody },
  defaultSort: '-createdAt',
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'title',
    defaultColumns: ['title', 'applicant', 'status', 'place', 'score', 'submittedAt'],
    listSearchableFields: ['title', 'name', 'email'],
    description: 'Who asks for a place in a collaborative. Open the selection at the desk to change anything.',
  },
  fields: readable([
    { name: 'title', type: 'text', required: true, admin: { hidden: true } },
    { name: 'applicant', type: 'select', required: true, options: options(APPLICANT_LABELS) },
    // What is applied for together; see `callOf`.
    { name: 'call', type: 'text', required: true, index: true, admin: { hidden: true } },
    { name: 'collaborative', type: 'relationship', relationTo: 'collaboratives', required: true, label: 'Begun at' },
    { name: 'person', type: 'relationship', relationTo: 'people', required: true, index: true },
    { name: 'name', type: 'text', required: true },
    { name: 'email', type: 'email', required: true, index: true },
    { name: 'phone', type: 'text' },
    { name: 'organization', type: 'relationship', relationTo: 'organizations' },
    { name: 'employer', type: 'text', label: 'Employer, not on the list' },
    { name: 'jobTitle', type: 'text', label: 'Job title' },
    { name: 'team', type: 'json', admin: { hidden: true } },
    { name: 'answers', type: 'json', required: true, admin: { hidden: true } },
    // Conditions, questions and dates as they were when it was handed in.
    { name: 'asked', type: 'json', admin: { hidden: true } },
    { name: 'choices', type: 'json', required: true, admin: { hidden: true } },
    // What was sent before it was changed, the first first; readers get the last. See `earlier.ts`.
    { name: 'earlier', type: 'json', admin: { hidden: true } },
    { name: 'changedAt', type: 'date', label: 'Changed' },
    { name: 'status', type: 'select', required: true, index: true, options: options(APPLICATION_STATUS_LABELS) },
    { name: 'reasons', type: 'json', admin: { hidden: true } },
    { name: 'score', type: 'number', index: true },
    // On how many reviews it rests, and their lowest and highest sum; absent where the desk gave it.
    { name: 'readings', type: 'json', admin: { hidden: true } },
    // Absent where the score follows from the reviews.
    { name: 'scoreReason', type: 'textarea', label: 'Why the desk gave this score' },
    { name: 'place', type: 'relationship', relationTo: 'collaboratives', index: true, label: 'Place in' },
    // `<collaborative>#<n>`; absent while no place is held. The unique index keeps a place from being given twice.
    { name: 'placeKey', type: 'text', unique: true, admin: { hidden: true } },
    { name: 'offeredAt', type: 'date', label: 'Offered' },
    { name: 'offerUntil', type: 'date', index: true, label: 'Offered until' },
    { name: 'answeredAt', type: 'date', label: 'Answered' },
    { name: 'reason', type: 'textarea', label: 'Why it was declined, withdrawn or decided so' },
    // What they said yes to: the price, the minimum and the dates as they were shown.
    { name: 'agreed', type: 'json', admin: { hidden: true } },
    { name: 'purchaseOrder', type: 'text', label: 'Purchase order' },
    // What a team sent for its agreement: who gets the bill, and the signed paper.
    { name: 'papers', type: 'json', admin: { hidden: true } },
    { name: 'agreement', type: 'relationship', relationTo: 'files', label: 'Signed agreement' },
    { name: 'papersUntil', type: 'date', index: true, label: 'Papers due' },
    // A request to leave the program, and what was decided about it.
    { name: 'withdrawal', type: 'json', admin: { hidden: true } },
    { name: 'startedAt', type: 'date', required: true, label: 'Begun' },
    { name: 'submittedAt', type: 'date', index: true, label: 'Sent' },
    // What is told and logged about a status is told once for each time it was reached.
    { name: 'movedAt', type: 'date', label: 'In this status since' },
    { name: 'note', type: 'textarea', label: 'Note of the desk' },
    // `<call>|<person>`; absent once withdrawn.
    { name: 'activeKey', type: 'text', unique: true, admin: { hidden: true } },
    // One filled-in form. Sent twice, it is answered twice and counted once.
    { name: 'attempt', type: 'text', unique: true, admin: { hidden: true } },
    { name: 'attemptHash', type: 'text', admin: { hidden: true } },
    // Raised by every write; what was made for an older state no longer fits.
    { name: 'revision', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
    { name: 'linkVersion', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
  ]),
}
