import { afterAll, beforeAll, expect, test } from 'vitest'
import { countHit, sweepHits } from '#collections/limits/actions.ts'
import { count } from '#collections/kernel/queries.ts'
import { openDatabase, type Database } from '../support/database.ts'

const WINDOW = 900_000
const NOW = Date.parse('2027-03-01T12:00:00Z')

let database: Database
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

const hits = async (key: string, now = NOW): Promise<number> =>
  (await countHit(database.payload, key, WINDOW, now)).hits

test('counts on from what any other process has counted', async () => {
  expect([await hits('a'), await hits('a'), await hits('b'), await hits('a')]).toEqual([1, 2, 1, 3])
})

test('misses none of those that come at once', async () => {
  await Promise.all(Array.from({ length: 40 }, () => hits('crowd')))
  expect(await hits('crowd')).toBe(41)
})

test('begins anew when its time is over, and not a moment before', async () => {
  expect(await hits('later')).toBe(1)
  expect(await hits('later', NOW + WINDOW - 1)).toBe(2)
  expect(await countHit(database.payload, 'later', WINDOW, NOW + WINDOW)).toMatchObject({
    hits: 1,
    endsAt: NOW + 2 * WINDOW,
  })
})

test('begins anew once, though many come after the end at once', async () => {
  await hits('again')
  await Promise.all(Array.from({ length: 10 }, () => hits('again', NOW + WINDOW)))
  expect(await hits('again', NOW + WINDOW)).toBe(11)
})

test('forgets what is over, and keeps what is not', async () => {
  await hits('kept', NOW + 10 * WINDOW)
  await sweepHits(database.payload, NOW + 10 * WINDOW + 1)
  expect(await count(database, 'limits', {})).toBe(1)
})
