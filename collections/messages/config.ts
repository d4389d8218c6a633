import type { AccessArgs, AccessResult, CollectionConfig } from 'payload'
import { anyOf, nobody, staff } from '../access/index.ts'
import { MESSAGE_KIND_LABELS } from '../templates/states.ts'
import { readable } from '../fields/reading.ts'
import { options } from '../values/options.ts'
import { MESSAGE_STATE_LABELS } from './states.ts'

/** What is written by itself, from no wording of ours: kept in the panel where no mail server is set up. */
const KIND_LABELS = { ...MESSAGE_KIND_LABELS, 'new-password': 'Link to set a new password, for staff' }

/** A link to set the password of somebody else is for admins. */
const lettersOnly = (args: AccessArgs): AccessResult =>
  staff('registrar')(args) === true && { kind: { not_equals: 'new-password' } }

/** Every message that was written to anybody, whether it could be sent or not. */
export const Messages: CollectionConfig = {
  slug: 'messages',
  access: { create: nobody, read: anyOf(staff(), lettersOnly), update: nobody, delete: nobody },
  defaultSort: '-createdAt',
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'to', 'kind', 'state', 'createdAt'],
    listSearchableFields: ['subject', 'to'],
    description: 'What the desk wrote to whom, and whether a mail server took it.',
  },
  fields: readable([
    // What it follows from, such as `registration:<id>:confirmed`: it is written once only.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'kind', type: 'select', required: true, index: true, options: options(KIND_LABELS) },
    { name: 'to', type: 'email', required: true, index: true },
    { name: 'replyTo', type: 'email', label: 'Answers go to' },
    { name: 'subject', type: 'text', required: true },
    { name: 'text', type: 'textarea', required: true, admin: { rows: 24 } },
    { name: 'html', type: 'code', required: true, admin: { hidden: true } },
    { name: 'calendar', type: 'code', admin: { hidden: true } },
    // Where one click ends messages like it: an address that is as good as a signature, so that nobody reads it here.
    { name: 'unsubscribe', type: 'text', admin: { hidden: true } },
    { name: 'person', type: 'relationship', relationTo: 'people', index: true },
    { name: 'registration', type: 'relationship', relationTo: 'registrations', index: true },
    { name: 'invoice', type: 'relationship', relationTo: 'invoices' },
    { name: 'application', type: 'relationship', relationTo: 'applications', index: true },
    { name: 'submission', type: 'relationship', relationTo: 'submissions', index: true },
    { name: 'state', type: 'select', required: true, index: true, options: options(MESSAGE_STATE_LABELS) },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'nextAttemptAt', type: 'date', index: true, label: 'Next attempt' },
    { name: 'sentAt', type: 'date', label: 'Sent' },
    { name: 'lastError', type: 'text', label: 'What the mail server said' },
  ]),
}
