import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { nameOfProcess } from '#cms/holder.ts'
import { openLease } from '#cms/lease.ts'
import { HELD_FOR, PATIENCE, RENEW_EVERY } from '#collections/leases/policy.ts'
import { openDatabase, type Database } from '#test/support/database.ts'

// Processes that want the same work, each with a stopwatch that the test moves.

let database: Database
let now: number
let key = 0
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())
beforeEach(() => {
  now = 0
  key += 1
})

/** A process on a machine of its own, of which nobody here can see whether it has ended. */
const processNamed = (name: string, prepare?: () => Promise<void>) =>
  openLease(database.payload, `work-${key}`, {
    stopwatch: () => now,
    holder: `machine of ${name}|1|${name}`,
    ...(prepare && { prepare }),
  })

const holding = (...leases: ReturnType<typeof processNamed>[]) => leases.map(({ isHeld }) => isHeld())

test('of many that want it at once, one gets it', async () => {
  const many = Array.from({ length: 8 }, (_, n) => processNamed(String(n)))
  await Promise.all(many.map(({ look }) => look()))
  expect(holding(...many).filter(Boolean)).toHaveLength(1)
})

test('whoever holds it keeps it as long as it says that it is there', async () => {
  const [one, two] = [processNamed('one'), processNamed('two')]
  for (; now < 5 * PATIENCE; now += RENEW_EVERY) for (const { look } of [one, two]) await look()
  expect(holding(one, two)).toEqual([true, false])
})

test('it is passed on when its holder has said nothing for long enough, and never held by two', async () => {
  const [one, two] = [processNamed('one'), processNamed('two')]
  await one.look()
  await two.look()
  now = HELD_FOR - 1
  expect(holding(one, two)).toEqual([true, false])
  now = HELD_FOR
  expect(holding(one, two)).toEqual([false, false])
  now = PATIENCE
  await two.look()
  expect(holding(one, two)).toEqual([false, true])
  // One that was only asleep learns that it is another's.
  await one.look()
  expect(holding(one, two)).toEqual([false, true])
})

test('given back, it is free at once', async () => {
  const [one, two] = [processNamed('one'), processNamed('two')]
  await one.look()
  await two.look()
  await one.release()
  await two.look()
  expect(holding(one, two)).toEqual([false, true])
})

test('what has to be done first is done each time before the work begins', async () => {
  const done: boolean[] = []
  const one = processNamed('one', async () => void done.push(one.isHeld()))
  await one.look()
  now = RENEW_EVERY
  await one.look()
  expect(done).toEqual([false])
  expect(one.isHeld()).toBe(true)
})

test('a neighbor that has ended is not waited for', async () => {
  const [place] = nameOfProcess().split('|')
  // The number of no process that runs: Linux gives none above 4194304.
  const gone = openLease(database.payload, `work-${key}`, { stopwatch: () => now, holder: `${place}|4194305|gone` })
  await gone.look()
  const mine = openLease(database.payload, `work-${key}`, { stopwatch: () => now })
  await mine.look()
  expect(mine.isHeld()).toBe(true)
})
