import type { CollectionConfig } from 'payload'
import { content } from '../fields/content.ts'
import { order, prose, sentence, slug } from '../fields/index.ts'
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
    {
      name: 'isInFooter',
      type: 'checkbox',
      label: 'At the foot of every page',
      defaultValue: true,
      admin: { position: 'sidebar', description: 'In the menu at the top it stands where you list it there.' },
    },
    { ...order, required: false, admin: { position: 'sidebar', description: 'Lower numbers come first at the foot.' } },
    slug('title', { reserved: RESERVED }),
  ],
}
