import { readdirSync, readFileSync } from 'node:fs'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '#cms/migrations/index.ts'
import { isMongo, openDatabase, type Database } from '#test/support/database.ts'

// MongoDB has no schema to bring up to date.
describe.skipIf(isMongo)('migrations', () => {
  let database: Database
  let db: SQLiteAdapter

  beforeAll(async () => {
    database = await openDatabase()
    db = database.payload.db as unknown as SQLiteAdapter
  })
  afterAll(() => database.close())

  test('lead to the schema the config describes: “npm run migration” would find nothing to write', async () => {
    const newest = readdirSync(db.migrationDir)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .at(-1)
    const { generateDrizzleJson, generateMigration } = db.requireDrizzleKit()
    const committed = JSON.parse(readFileSync(`${db.migrationDir}/${newest}`, 'utf8'))
    // `as never`: the adapter passes its tables here as what the common type calls a schema.
    expect(await generateMigration(committed, await generateDrizzleJson(db.schema as never))).toEqual([])
  })

  test('are each listed, and each has run once', async () => {
    const files = readdirSync(db.migrationDir).filter((name) => /^\d{8}_\d{6}.*\.ts$/.test(name))
    expect(migrations.map(({ name }) => `${name}.ts`)).toEqual(files.sort())
    const { docs } = await database.payload.find({
      collection: 'payload-migrations',
      pagination: false,
      overrideAccess: true,
    })
    expect(docs.map(({ name }) => name).sort()).toEqual(migrations.map(({ name }) => name))
  })

  test('leave foreign keys on and waiting for other processes set', async () => {
    const { rows } = await db.client.execute('PRAGMA foreign_keys')
    const { rows: timeout } = await db.client.execute('PRAGMA busy_timeout')
    const { rows: journal } = await db.client.execute('PRAGMA journal_mode')
    expect([rows[0]?.['foreign_keys'], timeout[0]?.['timeout'], journal[0]?.['journal_mode']]).toEqual([1, 5000, 'wal'])
  })
})
