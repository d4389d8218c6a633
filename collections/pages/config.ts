import type { CollectionConfig } from 'payload'
import { content } from '../fields/content.ts'
import { prose, sentence, slug } from '../fields/index.ts'
import { RESERVED } from '../kernel/reserved.ts'

export const Pages: CollectionConfig = {
  slug: 'pages',
  ...content,
  admin: {
    group: 'Site',
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', '_status'],
    description:
      'Pages that belong to no collection, such as “About” or “Accessibility”. Each stands at its own address.',
  },
  fields: [
    sentence('title', 'The heading.', { required: true }),
    sentence('summary', 'One sentence for lists and search engines.', { required: true, maxLength: 240 }),
    prose('body', 'The text of the page.'),
    { name: 'image', type: 'upload', relationTo: 'media' },
    slug('title', { reserved: RESERVED }),
  ],
}
