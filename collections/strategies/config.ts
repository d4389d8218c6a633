import type { CollectionConfig } from 'payload'
import { content } from '../fields/content.ts'
import { order, prose, sentence, slug } from '../fields/index.ts'

export const Strategies: CollectionConfig = {
  slug: 'strategies',
  ...content,
  defaultSort: 'order',
  admin: {
    group: 'Framework',
    useAsTitle: 'name',
    defaultColumns: ['name', 'order', '_status'],
    description: 'The key strategies of Reimagine Minnesota. Courses are tagged with them.',
  },
  fields: [
    sentence('name', 'Exactly as the source names it.', { required: true }),
    sentence('summary', 'One sentence in our own words.', { required: true, maxLength: 240 }),
    prose('story', 'What it asks of a school, in our own words, with its source.'),
    order,
    slug('name'),
  ],
}
