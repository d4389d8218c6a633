import type { CollectionConfig } from 'payload'
import { anyStaff, staff } from '../access/index.ts'
import { options } from '../values/options.ts'
import { validateBody, validateSubject } from './hooks.ts'
import { MESSAGE_KIND_LABELS } from './states.ts'

/** The words of every message, for communications staff to change. Nothing about any registrant is in here. */
export const Templates: CollectionConfig = {
  slug: 'templates',
  labels: { singular: 'Message text', plural: 'Message texts' },
  access: {
    create: staff('communications'),
    read: anyStaff,
    update: staff('communications'),
    delete: staff('communications'),
    readVersions: anyStaff,
  },
  versions: { drafts: { autosave: { interval: 800 } }, maxPerDoc: 50 },
  defaultSort: 'kind',
  admin: {
    group: 'Site',
    useAsTitle: 'subject',
    listSearchableFields: ['subject', 'body'],
    defaultColumns: ['kind', 'subject', '_status', 'updatedAt'],
    description:
      'What the desk writes to people. Words in double braces, such as {{name}}, are filled in for each person.',
  },
  fields: [
    { name: 'kind', type: 'select', required: true, unique: true, options: options(MESSAGE_KIND_LABELS) },
    {
      name: 'subject',
      type: 'text',
      localized: true,
      required: true,
      maxLength: 160,
      validate: validateSubject,
      admin: { description: 'The line people see before they open the message. Say what happened, and when.' },
    },
    {
      name: 'body',
      type: 'textarea',
      localized: true,
      required: true,
      maxLength: 8000,
      validate: validateBody,
      admin: {
        rows: 24,
        description:
          'Plain text. An empty line begins a new paragraph, lines that begin with "- " are a list, and a line such as [See your registration]({{manage_link}}) is a button. A line whose placeholders have nothing to say is left out.',
      },
    },
    { name: 'placeholders', type: 'ui', admin: { components: { Field: '/admin/Placeholders#Placeholders' } } },
  ],
}
