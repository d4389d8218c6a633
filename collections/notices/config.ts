import type { CollectionConfig } from 'payload'
import { content } from '../fields/content.ts'
import { day, order, paragraph, sentence } from '../fields/index.ts'

export const Notices: CollectionConfig = {
  slug: 'notices',
  ...content,
  defaultSort: 'order',
  admin: {
    group: 'Site',
    useAsTitle: 'title',
    defaultColumns: ['title', 'tone', 'from', 'until', '_status'],
    description: 'Short news on the home page, shown from one day until another.',
  },
  fields: [
    sentence('title', 'What it is about, in a few words.', { required: true, maxLength: 120 }),
    paragraph('text', 'One or two sentences.', true),
    {
      name: 'tone',
      type: 'select',
      required: true,
      defaultValue: 'info',
      options: [
        { value: 'info', label: 'For information' },
        { value: 'important', label: 'Important' },
        { value: 'closed', label: 'Something has closed' },
      ],
    },
    {
      type: 'row',
      fields: [
        day('from', 'The first day it shows. Empty: at once.', { label: 'From' }),
        day('until', 'The last day it shows. Empty: until you take it down.', { label: 'Until' }),
      ],
    },
    {
      type: 'row',
      fields: [
        sentence('linkLabel', 'The words of the link.', { maxLength: 80 }),
        {
          name: 'linkPath',
          type: 'text',
          maxLength: 300,
          validate: (value: string | null | undefined) =>
            !value ||
            /^(\/(?!\/)|https:\/\/)\S*$/.test(value) ||
            'Give a path of this site, such as /courses, or an https:// address.',
          admin: { description: 'Where it leads, such as /courses.' },
        },
      ],
    },
    order,
  ],
}
