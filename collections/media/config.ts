import type { CollectionConfig } from 'payload'
import { anyone, staff } from '../access/index.ts'
import { refuseDisguised } from './hooks.ts'
import { MIME_TYPES, MOST_PIXELS } from './policy.ts'

/** Where the files live is set in cms/payload.config.ts, with the rest of the data folder. */
export const mediaIn = (staticDir: string): CollectionConfig => ({
  slug: 'media',
  labels: { singular: 'Image', plural: 'Images' },
  access: {
    create: staff('communications'),
    read: anyone,
    update: staff('communications'),
    delete: staff('communications'),
  },
  trash: true,
  admin: {
    group: 'Site',
    useAsTitle: 'alt',
    defaultColumns: ['filename', 'alt', 'updatedAt'],
    description: 'Pictures, as JPEG, PNG or WebP. Smaller WebP and JPEG sizes are made on upload.',
  },
  upload: {
    staticDir,
    mimeTypes: [...MIME_TYPES],
    focalPoint: true,
    pasteURL: false,
    displayPreview: true,
    adminThumbnail: 'small',
    constructorOptions: { limitInputPixels: MOST_PIXELS },
    imageSizes: [
      { name: 'small', width: 480, formatOptions: { format: 'webp', options: { quality: 78 } } },
      { name: 'medium', width: 960, formatOptions: { format: 'webp', options: { quality: 78 } } },
      { name: 'large', width: 1600, formatOptions: { format: 'webp', options: { quality: 78 } } },
      { name: 'plain', width: 960, formatOptions: { format: 'jpeg', options: { quality: 80, mozjpeg: true } } },
      {
        name: 'share',
        width: 1200,
        height: 630,
        position: 'centre',
        formatOptions: { format: 'jpeg', options: { quality: 80, mozjpeg: true } },
      },
    ],
  },
  hooks: { beforeOperation: [refuseDisguised] },
  fields: [
    {
      name: 'alt',
      type: 'text',
      localized: true,
      required: true,
      maxLength: 300,
      label: 'Description for people who do not see it',
      admin: { description: 'What the picture shows, in one sentence. Required.' },
    },
    { name: 'credit', type: 'text', maxLength: 160, admin: { description: 'Who made it, if that has to be said.' } },
  ],
})
