import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import { fileOf } from '../durable.ts'
import type { Environment } from '../env.ts'
import { openChangeLog, type ChangeLog } from './log.ts'
import { mongodbStore } from './mongodb.ts'
import { sqliteStore } from './sqlite.ts'

/** Shares what is written with every other process on this database, from now on. */
export const shareDatabase = (payload: Payload, { isEmbedded, databaseUrl }: Environment): Promise<ChangeLog> =>
  openChangeLog(
    payload,
    isEmbedded ? sqliteStore(fileOf(databaseUrl)) : mongodbStore(payload.db as unknown as MongooseAdapter),
  )
