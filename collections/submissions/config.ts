import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/index.ts'
import { readable } from '../fields/reading.ts'
import { options } from '../values/options.ts'
import { SUBMISSION_STATUS_LABELS } from './states.ts'

/**
 * What one person hands in for one micro-credential, in one document. `edition` is the credential as it was when the work was
 * begun: nothing that is edited later changes what is asked, or how it is judged.
 */
export const Submissions: CollectionConfig = {
  slug: 'submissions',
  access: { create: nobody, read: staff('registrar'), update: nobody, delete: nobody },
  defaultSort: '-createdAt',
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'title',
    defaultColumns: ['title', 'credential', 'status', 'attempts', 'submittedAt', 'dueAt'],
    listSearchableFields: ['title', 'name', 'email'],
    description: 'Work handed in for micro-credentials. Reviewers read it at the desk, without names.',
  },
  fields: readable([
    { name: 'title', type: 'text', required: true, admin: { hidden: true } },
    { name: 'credential', type: 'relationship', relationTo: 'credentials', required: true, index: true },
    { name: 'edition', type: 'json', required: true, admin: { hidden: true } },
    { name: 'person', type: 'relationship', relationTo: 'people', required: true, index: true },
    { name: 'name', type: 'text', required: true },
    { name: 'email', type: 'email', required: true, index: true },
    { name: 'organization', type: 'relationship', relationTo: 'organizations' },
    { name: 'employer', type: 'text', label: 'Employer, not on the list' },
    { name: 'status', type: 'select', required: true, index: true, options: options(SUBMISSION_STATUS_LABELS) },
    // What is handed in, by item; see submissions/parts.ts.
    { name: 'answers', type: 'json', required: true, admin: { hidden: true } },
    { name: 'judged', type: 'json', required: true, admin: { hidden: true } },
    // Every version that was reviewed: what was handed in, the scores, and what the person was told.
    { name: 'versions', type: 'json', required: true, admin: { hidden: true } },
    { name: 'consent', type: 'json', admin: { hidden: true } },
    // The feedback of colleagues, by item; see submissions/feedback.ts.
    { name: 'feedback', type: 'json', admin: { hidden: true } },
    // One objection to what was released, and what was decided; see submissions/appeal.ts.
    { name: 'appeal', type: 'json', admin: { hidden: true } },
    { name: 'showsName', type: 'checkbox', defaultValue: false, label: 'Name may stand on the badge' },
    { name: 'note', type: 'textarea', label: 'What was changed' },
    { name: 'covers', type: 'textarea', label: 'What readers do not see' },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'allowed', type: 'number', required: true, defaultValue: 0, label: 'Attempts a coach has added' },
    { name: 'deskNote', type: 'textarea', label: 'What the desk wrote' },
    { name: 'startedAt', type: 'date', required: true, label: 'Begun' },
    { name: 'submittedAt', type: 'date', index: true, label: 'Sent' },
    { name: 'dueAt', type: 'date', index: true, label: 'Answer due' },
    { name: 'answeredAt', type: 'date', label: 'Answered' },
    // `<credential>|<person>`; absent once withdrawn.
    { name: 'activeKey', type: 'text', unique: true, admin: { hidden: true } },
    { name: 'attempt', type: 'text', unique: true, admin: { hidden: true } },
    { name: 'attemptHash', type: 'text', admin: { hidden: true } },
    { name: 'revision', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
    { name: 'linkVersion', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
  ]),
}
