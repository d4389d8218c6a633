import type { CollectionConfig } from 'payload'
import { content } from '../fields/content.ts'
import { order, paragraph, sentence, slug } from '../fields/index.ts'

export const Contacts: CollectionConfig = {
  slug: 'contacts',
  ...content,
  defaultSort: 'order',
  admin: {
    group: 'Site',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'phone', '_status'],
    description: 'Who answers questions: roles rather than names, so that the page stays true when people change.',
  },
  fields: [
    sentence('name', 'The role, for example “Registration desk”.', { required: true }),
    paragraph('duties', 'What to ask this contact about.', true),
    {
      type: 'row',
      fields: [
        {
          name: 'address',
          type: 'textarea',
          maxLength: 300,
          admin: { description: 'Where checks and letters go. Public.' },
        },
        { name: 'email', type: 'email', required: true },
        { name: 'phone', type: 'text', maxLength: 40 },
      ],
    },
    sentence('hours', 'When somebody answers.'),
    order,
    slug('name'),
  ],
}
