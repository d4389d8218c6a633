import { afterEach, describe, expect, test } from 'vitest'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { rowFor } from '#collections/attendance/policy.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { announceWrite } from '#collections/kernel/writes.ts'
import { daysText } from '#collections/messages/changes.ts'
import { followUpRunner } from '#collections/followups/service/runner.ts'
import { FOLLOWED, type Followed, type Step } from '#collections/followups/service/step.ts'
import { STEPS } from '#collections/services/followups.ts'
import { aDay } from '#test/support/builders.ts'
import { isMongo } from '#test/support/database.ts'
import { newSession, openTestDesk, seated, stopsAfter } from '#test/support/desk.ts'
import { passOver } from '#test/support/follow-ups.ts'
import { aSpring, outcomeOf } from '#test/support/histories.ts'

// Steps in any order, again, cut off and in two processes: the same is booked, written and given.

type Desk = Awaited<ReturnType<typeof openTestDesk>>
const opened: Desk[] = []
const newDesk = async (): Promise<Desk> => {
  const desk = await openTestDesk()
  opened.push(desk)
  return desk
}
afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.close()
})

/** The same order for the same seed (mulberry32, Fisher and Yates). */
const shuffled = (steps: readonly Step[], seed: number): Step[] => {
  let state = seed
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const order = [...steps]
  for (let left = order.length - 1; left > 0; left -= 1) {
    const at = Math.floor(random() * (left + 1))
    ;[order[left], order[at]] = [order[at]!, order[left]!]
  }
  return order
}

const runnerOn = ({ context }: Desk, steps: readonly Step[] = STEPS) => followUpRunner(() => context, steps)

const forget = ({ payload }: Desk): Promise<unknown> =>
  payload.delete({ collection: 'followups', where: {}, overrideAccess: true })

const springIn = async (steps: readonly Step[]) => {
  const desk = await newDesk()
  await aSpring(desk, runnerOn(desk, steps).run)
  return { desk, outcome: await outcomeOf(desk) }
}

describe('the order of the steps', { timeout: 240_000 }, () => {
  let expected: Awaited<ReturnType<typeof outcomeOf>>

  test('as they are listed; doing all of it again from the start, in another order, changes nothing', async () => {
    const { desk, outcome } = await springIn(STEPS)
    expected = outcome
    expect([outcome.letters.length > 20, outcome.ledger.length > 4, outcome.awards.length]).toEqual([true, true, 1])
    await forget(desk)
    await runnerOn(desk, shuffled(STEPS, 7)).run()
    expect(await outcomeOf(desk)).toEqual(expected)
  })

  test('the other way round, the same follows', async () =>
    expect((await springIn(STEPS.toReversed())).outcome).toEqual(expected))

  test('shuffled, in two processes at once, the same follows', async () => {
    const desk = await newDesk()
    const processes = [runnerOn(desk, shuffled(STEPS, 1)), runnerOn(desk, shuffled(STEPS, 2))]
    await aSpring(desk, () => Promise.all(processes.map(({ run }) => run())))
    expect(await outcomeOf(desk)).toEqual(expected)
  })
})

describe('a process that is killed', { timeout: 240_000 }, () => {
  /** A seat given up too late while somebody waits, a session that moved, and a fee that was approved. */
  const aCase = async ({ payload, course }: Desk): Promise<string> => {
    const session = await newSession(payload, course, ['2027-03-02'])
    await payload.update({ collection: 'sessions', id: session, data: { capacity: 1 }, depth: 0, overrideAccess: true })
    const canceled = { status: 'canceled', canceledFrom: 'confirmed', canceledBy: 'person' } as const
    await seated(payload, session, {
      name: 'Ana',
      email: 'ana@example.org',
      ...canceled,
      canceledAt: '2027-02-26T15:00:00.000Z',
      seatKey: undefined,
      activeKey: undefined,
    })
    await seated(payload, session, { name: 'Ben', email: 'ben@example.org', status: 'waitlisted', seatKey: undefined })
    const moved = daysText({ days: [{ ...aDay, startTime: '07:30', isCanceled: false }], timeZone: 'America/Chicago' })
    const ida = await seated(payload, session, {
      name: 'Ida',
      email: 'ida@example.org',
      seatKey: undefined,
      notifiedDays: moved,
    })
    await createUnlessTaken(payload, 'attendance', {
      ...rowFor(ida, '2027-03-02'),
      state: 'absent',
      at: '2027-02-20T15:00:00Z',
      feeState: 'approved',
      feeCents: 10_000,
      feeDecidedAt: '2027-02-21T15:00:00Z',
    })
    return session
  }

  test('anywhere between a write and the cursor leaves nothing out, and nothing is written twice', async () => {
    const desk = await newDesk()
    desk.clock.now = Temporal.Instant.from('2027-02-26T16:00:00Z')
    const outcomes: unknown[] = []
    for (let writes = 0, isCut = true; isCut; writes += 5) {
      const session = await aCase(desk)
      const dying = stopsAfter(desk, writes)
      await followUpRunner(() => dying.context, STEPS)
        .run()
        .catch(() => undefined)
      isCut = dying.isCut()
      await runnerOn(desk).run()
      outcomes.push(await outcomeOf(desk, { session: { equals: session } }))
      for (const step of STEPS) await passOver(desk.context, step)
    }
    const whole = outcomes.pop() as Awaited<ReturnType<typeof outcomeOf>>
    expect(whole.letters).toHaveLength(5)
    expect(outcomes.length).toBeGreaterThan(4)
    for (const outcome of outcomes) expect(outcome).toEqual(whole)
  })
})

describe('a round with nothing to do', { timeout: 240_000 }, () => {
  const HOUR_AGO = new Date(Date.now() - 3_600_000).toISOString()

  /** People who registered an hour ago, and whom nothing follows from any more. */
  const someWereRegistered = async ({ payload, course }: Desk, count: number): Promise<void> => {
    const session = await newSession(payload, course)
    const { id } = await seated(payload, session, { seatKey: undefined })
    const { client } = payload.db as unknown as SQLiteAdapter
    const { rows } = await client.execute('PRAGMA table_info(registrations)')
    const changed: Record<string, string> = {
      id: `'copy-' || n`,
      active_key: `'copy-' || n`,
      created_at: `'${HOUR_AGO}'`,
      updated_at: `'${HOUR_AGO}'`,
    }
    const values = rows.map(({ name }) => changed[name as string] ?? `"${name as string}"`)
    await client.execute(`
      WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
      INSERT INTO registrations SELECT ${values.join(', ')} FROM registrations, numbers WHERE registrations.id = '${id}'
    `)
  }

  type Statement = string | { sql: string }

  /** What the database is asked in a round, and how many rows it answers. */
  const asked = async (desk: Desk): Promise<{ queries: string[]; rows: number }> => {
    const { client } = desk.payload.db as unknown as SQLiteAdapter
    const queries: string[] = []
    let rows = 0
    const execute = client.execute.bind(client) as (statement: Statement) => Promise<{ rows: unknown[] }>
    Object.assign(client, {
      execute: async (statement: Statement) => {
        const answer = await execute(statement)
        const sql = typeof statement === 'string' ? statement : statement.sql
        // A joined table has another name each time.
        queries.push(sql.replaceAll(/"[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}"/g, '"joined"'))
        rows += answer.rows.length
        return answer
      },
    })
    await desk.followUp()
    Object.assign(client, { execute })
    return { queries, rows }
  }

  /** An hour later, with something written to every collection that nothing follows from. */
  const anHourLater = (desk: Desk): void => {
    desk.clock.now = desk.clock.now.add({ hours: 1 })
    for (const collection of Object.keys(FOLLOWED) as Followed[]) announceWrite(desk.payload, collection)
  }

  test.skipIf(isMongo)('asks as little with 2,000 registrations as with 20, and looks through none', async () => {
    const rounds = []
    for (const count of [20, 2000]) {
      const desk = await newDesk()
      await someWereRegistered(desk, count)
      for (const step of STEPS) await passOver(desk.context, step)
      await desk.followUp()
      anHourLater(desk)
      rounds.push(await asked(desk))
      const { client } = desk.payload.db as unknown as SQLiteAdapter
      for (const sql of rounds.at(-1)!.queries.filter((query) => query.includes('registrations'))) {
        const { rows } = await client.execute(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', "''")}`)
        const plan = rows.map((row) => row['detail'] as string)
        expect(
          plan.filter((line) => /SCAN .?registrations/.test(line)),
          sql,
        ).toEqual([])
      }
    }
    const [few, many] = rounds
    expect(few!.queries.length).toBeGreaterThan(10)
    expect(many!.queries).toEqual(few!.queries)
    expect(many!.rows).toBe(few!.rows)
  })

  test.skipIf(isMongo)('at the same moment, with nothing written since, asks only for what is to be sent', async () => {
    const desk = await newDesk()
    await newSession(desk.payload, desk.course)
    await desk.followUp()
    const { queries } = await asked(desk)
    expect(queries.filter((query) => !/from "(messages|webhooks)"/i.test(query))).toEqual([])
  })
})
