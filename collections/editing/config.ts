import type { CollectionConfig, Field } from 'payload'
import { anyStaff, field, nobody } from '../access/index.ts'
import { rowsByText } from '../fields/rows.ts'
import { logContent, logDeletedContent, rememberPublished } from './audit.ts'
import { answerWhoIsHere, mergeEdits, rememberEdit, signVersion } from './hooks.ts'

const savedBy: Field = {
  name: 'savedBy',
  type: 'text',
  label: 'Last saved by',
  access: { read: field(anyStaff), create: field(nobody), update: field(nobody) },
  admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data?.['savedBy']) },
}

const hasDrafts = ({ versions }: CollectionConfig): boolean => typeof versions === 'object' && Boolean(versions.drafts)

const shared = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  fields: [...rowsByText(config.fields), savedBy],
  endpoints: [
    ...(config.endpoints || []),
    { path: '/:id/here', method: 'post', handler: answerWhoIsHere(config.slug) },
  ],
  hooks: {
    ...config.hooks,
    beforeOperation: [mergeEdits, ...(config.hooks?.beforeOperation ?? [])],
    beforeChange: [...(config.hooks?.beforeChange ?? []), signVersion, rememberPublished],
    afterChange: [...(config.hooks?.afterChange ?? []), rememberEdit, logContent],
    afterDelete: [...(config.hooks?.afterDelete ?? []), logDeletedContent],
  },
  admin: {
    ...config.admin,
    components: {
      ...config.admin?.components,
      edit: {
        ...config.admin?.components?.edit,
        beforeDocumentControls: [
          '/admin/Editing#Editing',
          ...(config.admin?.components?.edit?.beforeDocumentControls ?? []),
        ],
      },
    },
  },
})

/** Everything with drafts is edited by several people at once: nobody writes over anybody, and each version has a name. */
export const editedTogether = (configs: CollectionConfig[]): CollectionConfig[] =>
  configs.map((config) => (hasDrafts(config) ? shared(config) : config))
