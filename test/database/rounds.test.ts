import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followUpRunner } from '#collections/followups/service/runner.ts'
import { MOST_WAITING } from '#collections/registrations/flood.ts'
import { daysText } from '#collections/messages/changes.ts'
import { linesOf } from '#collections/registrations/lines.ts'
import { STEPS } from '#collections/services/followups.ts'
import { isMongo } from '#test/support/database.ts'
import { newSession, openTestDesk, seated } from '#test/support/desk.ts'
import { passOver } from '#test/support/follow-ups.ts'

// How much a round of follow-ups reads, counted in rows: with what is over it must not grow, nor with who waits beyond the bound.

const OLD = 5000

type Desk = Awaited<ReturnType<typeof openTestDesk>>
let desk: Desk
let coming: string
let notifiedDays: string

/** Copies one registration many times, as ones that were handled a year ago. */
const copy = async (id: string, times: number): Promise<void> => {
  const { client } = desk.payload.db as unknown as SQLiteAdapter
  const { rows } = await client.execute('PRAGMA table_info(registrations)')
  const names = rows.map(({ name }) => name as string)
  const own: Record<string, string> = {
    id: "id || '-' || n",
    active_key: "active_key || '-' || n",
    seat_key: 'NULL',
    attempt: 'NULL',
    wait_order: 'wait_order + n',
    updated_at: "'2026-02-01T16:00:00.000Z'",
    created_at: "'2026-02-01T16:00:00.000Z'",
  }
  const selected = names.map((name) => own[name] ?? `"${name}"`).join(', ')
  await client.execute({
    sql: `WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < ${times})
          INSERT INTO registrations (${names.map((name) => `"${name}"`).join(', ')})
          SELECT ${selected} FROM registrations, many WHERE id = ?`,
    args: [id],
  })
}

/** What a round reads: the rows of each query, the largest first. */
const rowsReadBy = async (work: () => Promise<void>): Promise<number[]> => {
  const { db } = desk.payload
  const find = db.find
  const read: number[] = []
  db.find = (async (asked: Parameters<typeof find>[0]) => {
    const found = await find.call(db, asked)
    read.push(found.docs.length)
    return found
  }) as typeof find
  await work()
  db.find = find
  return read.toSorted((one, other) => other - one)
}

describe.skipIf(isMongo)(`a round beside ${OLD} registrations that are over and a full waitlist`, () => {
  let run: () => Promise<void>
  beforeAll(async () => {
    desk = await openTestDesk()
    const over = await newSession(desk.payload, desk.course, ['2026-03-02', '2026-03-03', '2026-03-04'])
    coming = await newSession(desk.payload, desk.course)
    await desk.payload.update({
      collection: 'sessions',
      id: coming,
      data: { capacity: 1 },
      depth: 0,
      overrideAccess: true,
    })
    notifiedDays = daysText((await desk.context.source.read()).session.get(coming)!)
    const waits = { status: 'waitlisted', seatKey: null, notifiedDays } as const
    await copy((await seated(desk.payload, over, waits)).id, OLD)
    await copy((await seated(desk.payload, coming, waits)).id, MOST_WAITING - 1)
    await seated(desk.payload, coming, { seatKey: `${coming}#1`, notifiedDays })
    await linesOf(desk.payload).load()
    for (const step of STEPS) await passOver(desk.context, step)
    run = followUpRunner(() => desk.context, STEPS).run
    await run()
  })
  afterAll(() => desk.close())

  test('reads next to nothing while nothing happens', async () => {
    const read = await rowsReadBy(run)
    expect(read.reduce((sum, rows) => sum + rows, 0)).toBeLessThan(100)
  })

  test('after a registration it reads what that is about, and never more at once than can wait', async () => {
    await seated(desk.payload, coming, { status: 'waitlisted', seatKey: null, notifiedDays })
    const read = await rowsReadBy(run)
    expect(read[0]).toBeLessThanOrEqual(MOST_WAITING + 2)
    expect(read.filter((rows) => rows > 100).length).toBeLessThanOrEqual(2)
  })
})
