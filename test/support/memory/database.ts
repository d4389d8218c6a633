import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPayload, NotFound, type FlattenedField, type Payload, type SanitizedConfig, type Where } from 'payload'
import { configFor } from '#cms/config.ts'
import { readEnvironment } from '#cms/env.ts'
import type { Database } from '../database.ts'
import { memoryDatabase } from './adapter.ts'

type Asked = {
  collection: keyof Payload['collections']
  id?: string
  where?: Where
  depth?: number
  disableErrors?: boolean
  draft?: boolean
  overrideAccess?: boolean
  select?: object
  trash?: boolean
}

/** Whether any of the fields says something else in each language, of which Payload picks one. */
const isTranslated = (fields: readonly FlattenedField[]): boolean =>
  fields.some(
    (field) =>
      ('localized' in field && field.localized === true) ||
      ('flattenedFields' in field && isTranslated(field.flattenedFields)),
  )

/**
 * Has what our own rules read come straight from memory, as most of the time goes into what Payload does to a document on its way to
 * somebody: who may see it, what it is related to. Of these reads nothing is left out or filled in by that.
 */
const readStraight = (payload: Payload): void => {
  const { find, findByID } = payload
  const plain = new Set(
    payload.config.collections.filter((one) => !isTranslated(one.flattenedFields)).map(({ slug }) => slug),
  )
  const isOurs = ({ collection, depth, draft, overrideAccess }: Asked): boolean =>
    depth === 0 && !draft && overrideAccess === true && plain.has(collection)
  const narrowed = ({ collection, where = {}, trash }: Asked): Where =>
    payload.collections[collection].config.trash && !trash ? { and: [where, { deletedAt: { exists: false } }] } : where
  const picked = <Doc extends object>(doc: Doc, select: object | undefined): Doc =>
    select ? (Object.fromEntries(Object.entries(doc).filter(([name]) => name === 'id' || name in select)) as Doc) : doc
  const straight = {
    find: async (asked: Asked) => {
      if (!isOurs(asked)) return find.call(payload, asked as never)
      const found = await payload.db.find({ ...asked, where: narrowed(asked) } as never)
      return { ...found, docs: found.docs.map((doc) => picked(doc as object, asked.select)) }
    },
    findByID: async (asked: Asked) => {
      if (!isOurs(asked)) return findByID.call(payload, asked as never)
      const where: Where = { and: [{ id: { equals: asked.id } }, narrowed(asked)] }
      const doc = await payload.db.findOne({ collection: asked.collection, where })
      if (!doc && !asked.disableErrors) throw new NotFound()
      return doc && picked(doc as object, asked.select)
    },
  }
  Object.assign(payload, straight)
}

/** Payload on a database in memory, empty; with every hook, check and rule it has on a real one. */
export const openMemory = async (): Promise<Database> => {
  const folder = await mkdtemp(join(tmpdir(), 'onramp-memory-'))
  const env = readEnvironment({
    DATABASE_URL: '',
    DATA_DIR: folder,
    NODE_ENV: 'test',
    PAYLOAD_SECRET: 'a secret for tests, of no use elsewhere',
    SEED: 'none',
    SITE_URL: 'http://localhost:3000',
  })
  const config: SanitizedConfig = Object.assign(await configFor(env), { db: memoryDatabase() })
  const payload = await getPayload({ config, disableDBConnect: true, key: folder })
  readStraight(payload)
  payload.logger.error = (...said: unknown[]) => console.error(...said)
  const close = async () => {
    await payload.destroy()
    await rm(folder, { recursive: true, force: true })
  }
  return { payload, env, close }
}
