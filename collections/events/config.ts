import type { CollectionConfig } from 'payload'
import type { AccessArgs, AccessResult } from 'payload'
import { anyOf, nobody, staff } from '../access/index.ts'
import { readable } from '../fields/reading.ts'

/** Whoever writes for the public sees what became of it, and nothing of people. */
const contentOnly = (args: AccessArgs): AccessResult =>
  staff('communications')(args) === true && { kind: { like: 'content.' } }

const nobodyReads = () => false

/**
 * The log of what happened, one line for each change, which nobody can edit: what is changed past us does not fit its seal any more (collections/seals).
 * Webhooks are sent from it.
 */
export const Events: CollectionConfig = {
  slug: 'events',
  labels: { singular: 'Log entry', plural: 'Log' },
  access: { create: nobody, read: anyOf(staff('registrar'), contentOnly), update: nobody, delete: nobody },
  defaultSort: '-at',
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'summary',
    defaultColumns: ['summary', 'at', 'actor', 'registration'],
    listSearchableFields: ['summary'],
    description:
      'Everything that was done at the desk, to content and to accounts: when, by whom and why. It cannot be edited.',
  },
  fields: readable([
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'at', type: 'date', required: true, index: true, label: 'When' },
    { name: 'kind', type: 'text', required: true, index: true, admin: { hidden: true } },
    { name: 'summary', type: 'text', required: true, label: 'What' },
    {
      name: 'actor',
      type: 'text',
      required: true,
      label: 'By whom',
    },
    { name: 'user', type: 'relationship', relationTo: 'users', label: 'Member of staff' },
    { name: 'registration', type: 'relationship', relationTo: 'registrations', index: true },
    { name: 'session', type: 'relationship', relationTo: 'sessions', index: true },
    { name: 'application', type: 'relationship', relationTo: 'applications', index: true },
    { name: 'submission', type: 'relationship', relationTo: 'submissions', index: true },
    { name: 'person', type: 'relationship', relationTo: 'people', index: true },
    { name: 'reason', type: 'textarea', label: 'Why' },
    { name: 'request', type: 'text', label: 'Request', admin: { description: 'As the log of the server names it.' } },
    { name: 'nonce', type: 'text', access: { read: nobodyReads }, admin: { hidden: true } },
    {
      name: 'changes',
      type: 'json',
      label: 'Before and after',
      admin: { components: { Field: '/admin/Changes#Changes' } },
    },
    {
      name: 'data',
      type: 'json',
      label: 'What webhooks are sent',
      admin: { components: { Field: '/admin/Records#Sent' } },
    },
  ]),
}
