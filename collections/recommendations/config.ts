import type { CollectionConfig } from 'payload'
import { content } from '../fields/content.ts'
import { order, paragraph, sentence, slug } from '../fields/index.ts'

export const Recommendations: CollectionConfig = {
  slug: 'recommendations',
  ...content,
  defaultSort: 'order',
  admin: {
    group: 'Framework',
    useAsTitle: 'title',
    defaultColumns: ['title', 'order', '_status'],
    description: 'The three recommendations above the strategies. The source does not say which strategy serves which.',
  },
  fields: [
    sentence('title', 'A short name for it.', { required: true }),
    paragraph('text', 'What it recommends, in our own words.', true),
    order,
    slug('title'),
  ],
}
