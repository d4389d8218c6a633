import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/index.ts'

/** Private papers, such as a guest's permission letter. They lie in the data folder's `private`, never under a public address. */
export const filesIn = (staticDir: string): CollectionConfig => ({
  slug: 'files',
  labels: { singular: 'Private file', plural: 'Private files' },
  access: { create: nobody, read: staff('registrar'), update: nobody, delete: nobody },
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'givenName',
    defaultColumns: ['givenName', 'person', 'filesize', 'createdAt'],
    description: 'Permission letters and other papers people sent. Only the desk sees them.',
  },
  upload: { staticDir, pasteURL: false, crop: false, focalPoint: false, bulkUpload: false },
  fields: [
    { name: 'givenName', type: 'text', required: true, admin: { description: 'The name it was sent with.' } },
    { name: 'person', type: 'relationship', relationTo: 'people', index: true },
    { name: 'registration', type: 'relationship', relationTo: 'registrations', index: true },
    { name: 'submission', type: 'relationship', relationTo: 'submissions', index: true },
    // Which item of the submission it is evidence for.
    { name: 'item', type: 'text', admin: { hidden: true } },
    { name: 'seconds', type: 'number', label: 'Length of a recording, in seconds' },
  ],
})
