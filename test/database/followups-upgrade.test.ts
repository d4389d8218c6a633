import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCatalog } from '#cms/catalog/index.ts'
import { configFor } from '#cms/config.ts'
import { openPayload } from '#cms/database.ts'
import { readEnvironment, type Environment } from '#cms/env.ts'
import { migrations } from '#cms/migrations/index.ts'
import { openServices } from '#cms/services.ts'
import { decideFee } from '#collections/attendance/fees.ts'
import { cancel } from '#collections/registrations/service/cancel.ts'
import { rulesOf } from '#collections/registrations/service/rules.ts'
import { writeEntry } from '#collections/kernel/audit.ts'
import { whenSent } from '#collections/outbox/service/queue.ts'
import { aDay } from '#test/support/builders.ts'
import { isMongo } from '#test/support/database.ts'
import { actAt, newSession, openTestDesk, seated } from '#test/support/desk.ts'
import { outcomeOf } from '#test/support/histories.ts'

// A database written before each follow-up had a cursor: what was left to do was a flag on each document then.

const UPGRADE = migrations.findIndex(({ name }) => name.endsWith('_followups'))
/** The tables that had the flag. */
const FLAGGED = [
  'registrations',
  'attendance',
  'deposits',
  'invoices',
  'applications',
  'submissions',
  'awards',
  'events',
]
/** What a column was called before. */
const BEFORE: Readonly<Record<string, string>> = { notified_days: 'told' }
const all = { depth: 0, overrideAccess: true } as const

const clientOf = ({ db }: Payload) => (db as unknown as SQLiteAdapter).client

describe.skipIf(isMongo)('a database of before', { timeout: 240_000 }, () => {
  let desk: Awaited<ReturnType<typeof openTestDesk>>
  let folder: string
  let env: Environment
  let upgraded: Payload

  /** A database with the schema of before. */
  const openOld = async (): Promise<Payload> => {
    const payload = await getPayload({ config: configFor(env), disableDBConnect: true, key: `${folder}-before` })
    await payload.db.connect?.()
    await clientOf(payload).execute('PRAGMA foreign_keys = OFF')
    // `as never`: the common adapter type knows nothing of SQLite's arguments.
    await payload.db.migrate({ migrations: migrations.slice(0, UPGRADE) as never })
    return payload
  }

  /** Copies everything a desk holds into the tables of before; what was written after `handledAt` was flagged as left to do. */
  const copyInto = async (old: Payload, handledAt: string): Promise<void> => {
    const client = clientOf(old)
    await clientOf(desk.payload).execute(`VACUUM INTO '${folder}/newer.db'`)
    await client.execute(`ATTACH DATABASE '${folder}/newer.db' AS newer`)
    const columnsOf = async (schema: string, table: string): Promise<Set<string>> => {
      const { rows } = await client.execute(`PRAGMA ${schema}.table_info(\`${table}\`)`)
      return new Set(rows.map(({ name }) => name as string))
    }
    const { rows: tables } = await client.execute(
      `SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'payload_migrations'`,
    )
    for (const { name } of tables) {
      const table = name as string
      const known = await columnsOf('main', table)
      const pairs = [...(await columnsOf('newer', table))].flatMap((column) => {
        const before = BEFORE[column] ?? column
        return known.has(before) ? [[before, column] as const] : []
      })
      const list = (at: 0 | 1) => pairs.map((pair) => `\`${pair[at]}\``).join(', ')
      await client.execute(`INSERT INTO main.\`${table}\` (${list(0)}) SELECT ${list(1)} FROM newer.\`${table}\``)
    }
    for (const table of FLAGGED)
      await client.execute({ sql: `UPDATE ${table} SET unsettled = updated_at > ?`, args: [handledAt] })
    await client.execute('DETACH DATABASE newer')
  }

  beforeAll(async () => {
    desk = await openTestDesk()
    folder = await mkdtemp(join(tmpdir(), 'onramp-upgrade-'))
    env = readEnvironment({
      DATA_DIR: folder,
      NODE_ENV: 'test',
      PAYLOAD_SECRET: 'a secret for tests, of no use elsewhere',
      SEED: 'none',
      SITE_URL: 'http://localhost:3000',
    })
  })
  afterAll(async () => {
    await upgraded?.destroy()
    await desk.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('opens, forgets nothing that was left to do, and says nothing twice', async () => {
    const { payload, course } = desk
    const act = () => actAt(payload, desk.clock.now)
    const [small, moved] = [await newSession(payload, course), await newSession(payload, course, ['2027-03-02'])]
    await payload.update({ collection: 'sessions', id: small, data: { capacity: 1 }, ...all })
    const [ana] = [
      await seated(payload, small, { name: 'Ana', waitOrder: 1 }),
      await seated(payload, small, { name: 'Ben', status: 'waitlisted', seatKey: undefined, waitOrder: 2 }),
      await seated(payload, moved, { name: 'Ida' }),
    ]
    const gus = await seated(payload, moved, { name: 'Gus', participation: 'guest' })
    const { offers: offersOfMoved } = await rulesOf(desk.context, moved)
    desk.clock.now = Temporal.Instant.from('2027-02-26T15:00:00Z')
    await cancel(act(), gus, offersOfMoved, { by: 'person' })
    await payload.create({
      collection: 'webhooks',
      data: { name: 'Accounting', url: 'http://127.0.0.1:9/hook', topics: ['charge.booked'], isActive: true },
      ...all,
    })
    await desk.followUp()
    const handled = await outcomeOf(desk)
    const handledAt = new Date().toISOString()
    while (new Date().toISOString() === handledAt);

    // The process ends before anything follows from this.
    const { offers } = await rulesOf(desk.context, small)
    await cancel(act(), ana, offers, { by: 'person' })
    const { docs: fees } = await payload.find({
      collection: 'attendance',
      where: { feeState: { equals: 'proposed' } },
      ...all,
    })
    for (const { id } of fees) await decideFee(act(), id, 'approved', '')
    await payload.update({
      collection: 'sessions',
      id: moved,
      data: { days: [{ ...aDay, startTime: '09:30', endTime: '16:30' }] },
      ...all,
    })
    await seated(payload, moved, { name: 'Jo' })
    await writeEntry(act(), { key: 'a line', kind: 'charge.booked', summary: 'A line was booked' })
    const old = await openOld()
    await copyInto(old, handledAt)
    await old.destroy()

    upgraded = await openPayload(env, `${folder}-after`)
    const source = openCatalog(upgraded, env)
    const services = await openServices({ payload: upgraded, env, source, clock: () => desk.clock.now })
    const before = await outcomeOf({ payload: upgraded })
    expect(before.letters).toEqual(handled.letters)
    await services.followUp()
    await desk.followUp()
    await Promise.all([services.stop(), whenSent(desk.context)])
    const [after, expected] = [await outcomeOf({ payload: upgraded }), await outcomeOf(desk)]
    expect(after).toEqual(expected)
    expect(after.letters.length).toBeGreaterThan(handled.letters.length + 4)
    expect(new Set(after.letters).size).toBe(after.letters.length)
    const { docs: deliveries } = await upgraded.find({ collection: 'deliveries', ...all })
    expect(deliveries.map(({ topic }) => topic)).toContain('charge.booked')
    await services.followUp()
    await whenSent({ payload: upgraded })
    expect(await outcomeOf({ payload: upgraded })).toEqual(after)
  })
})
