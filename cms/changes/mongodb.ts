import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { ChangeList } from '#collections/changes/policy.ts'
import { shared } from '../shared.ts'
import { KEY, type ChangeStore } from './store.ts'

/** The list on MongoDB. Whoever asks for the version while it is read shares the next reading: one at a time, however many ask. */
export const mongodbStore = ({ collections }: MongooseAdapter): ChangeStore => {
  const { collection } = collections['changes']!
  const keyed = { key: KEY }
  return {
    version: shared(
      async () => (await collection.findOne(keyed, { projection: { version: 1 } }))?.['version'] as number,
    ),
    read: async () => {
      const { version, floor, entries } = (await collection.findOne(keyed)) as unknown as ChangeList
      return { version, floor, entries }
    },
    replace: async (before, { version, floor, entries }) => {
      const fits = { ...keyed, version: before }
      const { modifiedCount } = await collection.updateOne(fits, {
        $set: { version, floor, entries: [...entries], updatedAt: new Date() },
      })
      return modifiedCount === 1
    },
    close: () => undefined,
  }
}
