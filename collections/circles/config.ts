import type { CollectionConfig } from 'payload'
import { content } from '../fields/content.ts'
import { order, prose, sentence, slug } from '../fields/index.ts'
import { keepUsedFromDeletion, keepUsedFromTrash, keepUsedOnSite, refuseLookalikes, validateSign } from './hooks.ts'
import { validateColor } from './policy.ts'
import { PATTERNS, SHAPES } from './states.ts'

export const Circles: CollectionConfig = {
  slug: 'circles',
  ...content,
  defaultSort: 'order',
  admin: {
    group: 'Framework',
    useAsTitle: 'name',
    defaultColumns: ['name', 'color', 'shape', 'pattern', '_status'],
    description: 'The colored circles of the framework chart. Every course belongs to at least one.',
  },
  hooks: {
    beforeOperation: [keepUsedOnSite],
    beforeValidate: [refuseLookalikes],
    beforeChange: [keepUsedFromTrash],
    beforeDelete: [keepUsedFromDeletion],
  },
  fields: [
    sentence('name', 'As it stands on the chart.', { required: true }),
    {
      type: 'row',
      fields: [
        {
          name: 'color',
          type: 'text',
          required: true,
          validate: validateColor,
          admin: {
            width: '34%',
            description:
              'Paper-white text is set on this color, so it has to be dark enough (4.5:1). Saving checks it.',
            components: { Field: '/admin/ColorField#ColorField' },
          },
        },
        {
          name: 'shape',
          type: 'select',
          required: true,
          options: [...SHAPES],
          admin: { width: '33%', description: 'The outline of its sign.' },
        },
        {
          name: 'pattern',
          type: 'select',
          required: true,
          options: [...PATTERNS],
          validate: validateSign,
          admin: { width: '33%', description: 'The texture of its sign, for people who do not see the color.' },
        },
      ],
    },
    sentence('summary', 'One sentence for lists and the chart.', { required: true, maxLength: 240 }),
    prose('story', 'What this part of the framework is for.'),
    order,
    slug('name'),
  ],
}
