import { randomUUIDv7 } from 'node:crypto'
import type { CollectionConfig, Payload, TextField } from 'payload'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { BadSetting } from './env.ts'

/** Nobody chooses an id from outside, and none changes. */
const nobody = () => false

const id: TextField = {
  name: 'id',
  type: 'text',
  required: true,
  defaultValue: () => randomUUIDv7(),
  access: { create: nobody, update: nobody },
  admin: { hidden: true },
  hooks: { beforeDuplicate: [() => randomUUIDv7()] },
}

/**
 * Gives documents on MongoDB the ids they have on SQLite. Ids are in signed links, in badges people hold, in unique keys and in
 * other people's books: a document that is moved from one database to the other has to keep its own.
 */
export const withTextIds = (configs: CollectionConfig[]): CollectionConfig[] =>
  configs.map((config) => ({ ...config, fields: [id, ...config.fields] }))

/**
 * Lets databases with ids of ours pass.
 * @throws BadSetting for one on MongoDB that was made by a version that left ids to the server
 */
export const requireOurIds = async ({ db }: Payload): Promise<void> => {
  if (db.name !== 'mongoose') return
  const { collections } = db as unknown as MongooseAdapter
  if (await collections['users']!.collection.findOne({ _id: { $type: 'objectId' } }))
    throw new BadSetting(
      'DATABASE_URL: this database was made by an earlier version, with other ids. Bring it into an empty one: npm run move -- mongodb://host/name',
    )
}
