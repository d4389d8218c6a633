import type { CollectionConfig } from 'payload'
import { anyone, staff } from '../access/index.ts'
import { refuseOthers } from './hooks.ts'

/** Flyers, forms and handouts for everybody. They lie beside the pictures. */
export const downloadsIn = (staticDir: string): CollectionConfig => ({
  slug: 'downloads',
  labels: { singular: 'Public file', plural: 'Public files' },
  access: {
    create: staff('communications'),
    read: anyone,
    update: staff('communications'),
    delete: staff('communications'),
  },
  trash: true,
  admin: {
    group: 'Site',
    useAsTitle: 'title',
    defaultColumns: ['title', 'filename', 'filesize', 'updatedAt'],
    description:
      'Flyers, forms such as a W-9, and handouts, as PDF. Mark words in a text and link them to one of these.',
  },
  upload: { staticDir, mimeTypes: ['application/pdf'], crop: false, focalPoint: false, pasteURL: false },
  hooks: { beforeOperation: [refuseOthers] },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 160,
      admin: { description: 'What it is, such as “Flyer for the fall seminars”.' },
    },
  ],
})
