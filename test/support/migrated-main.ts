import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { openPayload } from '#cms/database.ts'
import { readEnvironment } from '#cms/env.ts'

// Writes a database with the schema and nothing else to the file it is given.
const { db } = await openPayload(readEnvironment(process.env))
await (db as unknown as SQLiteAdapter).client.execute(`VACUUM INTO '${process.argv[2]}'`)
process.exit()
