import { afterAll, beforeAll, expect, test } from 'vitest'
import { logTrouble } from '#cms/maintenance/log.ts'
import { SYSTEM } from '#collections/kernel/act.ts'
import { writeEntry, type Entry } from '#collections/kernel/audit.ts'
import { every } from '#collections/kernel/queries.ts'
import { currentRequest } from '#collections/kernel/request.ts'
import { sealLog } from '#collections/seals/service/seal.ts'
import { verifyLog } from '#collections/seals/service/verify.ts'
import { openDatabase, type Database } from '#test/support/database.ts'
import { anotherProcess } from '#test/support/second.ts'

// The audit log and the seals on it, as two processes write them.

const NOW = Temporal.Instant.from('2027-03-02T15:00:00Z')

let database: Database
let [one, two]: Awaited<ReturnType<typeof anotherProcess>>[] = []

beforeAll(async () => {
  database = await openDatabase()
  one = await anotherProcess(database)
  two = await anotherProcess(database)
})
afterAll(async () => {
  for (const process of [one, two]) await process?.close()
  await database.close()
})

const write = (process: typeof one, key: string, more: Partial<Entry> = {}) =>
  writeEntry({ payload: process!.payload, now: NOW, actor: SYSTEM }, { key, kind: 'test', summary: key, ...more })
const seal = (process: typeof one) => sealLog({ payload: process!.payload, now: NOW })
const breaks = async () => (await verifyLog({ payload: one!.payload })).breaks
const entryOf = async (key: string) => (await every({ payload: one!.payload }, 'events', { key: { equals: key } }))[0]!
/** Past everything of ours, as somebody with the database file does. */
const tamper = (key: string, data: Record<string, unknown>) =>
  one!.payload.db.updateOne({ collection: 'events', where: { key: { equals: key } }, data })

test('an entry names the request it was written for, and nothing else does', async () => {
  await currentRequest.run('request-1', () => write(one, 'asked'))
  await write(one, 'by itself')
  expect([(await entryOf('asked')).request, (await entryOf('by itself')).request ?? null]).toEqual(['request-1', null])
})

test('two processes seal what both have written, each entry under one print, in one chain', async () => {
  for (const key of ['a', 'b', 'c']) await write(one, key, { data: { key, list: [1, { deep: true }] } })
  for (const key of ['d', 'e']) await write(two, key, { reason: 'Because.' })
  await Promise.all([seal(one), seal(two)])
  await write(two, 'f')
  await seal(one)
  const seals = await every({ payload: one!.payload }, 'seals', {}, { sort: 'number' })
  expect(seals.map(({ number }) => number)).toEqual(seals.map((_, n) => n + 1))
  const { sealed, breaks: found } = await verifyLog({ payload: two!.payload })
  expect([sealed, found]).toEqual([8, []])
  expect(await logTrouble(one!)).toEqual([])
})

test('an entry that was changed past us is named, and fits again when it is put right', async () => {
  const { id } = await entryOf('b')
  await tamper('b', { summary: 'Something else' })
  expect(await breaks()).toEqual([{ kind: 'changed', entry: id }])
  // Sealing again does not cover it up.
  await seal(one)
  expect((await logTrouble(one!))[0]?.what).toMatch(/“Something else”.* was changed after it was written/)
  await tamper('b', { summary: 'b' })
  expect(await breaks()).toEqual([])
})

test('an entry that was slipped in with an old date, or taken out, is named', async () => {
  await tamper('f', { createdAt: '2020-01-01T00:00:00.000Z' })
  await one!.payload.db.create({
    collection: 'events',
    data: {
      key: 'slipped',
      kind: 'test',
      at: NOW.toString(),
      summary: 'x',
      actor: 'x',
      createdAt: '2020-01-01T00:00:00.000Z',
    },
  })
  const slipped = await entryOf('slipped')
  expect(await breaks()).toEqual([{ kind: 'added', entry: slipped.id }])
  await one!.payload.db.deleteMany({ collection: 'events', where: { key: { equals: 'slipped' } } })
  const { id } = await entryOf('c')
  await one!.payload.db.deleteMany({ collection: 'events', where: { key: { equals: 'c' } } })
  expect(await breaks()).toEqual([{ kind: 'missing', entry: id }])
})
