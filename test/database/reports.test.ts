import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#collections/context/context.ts'
import { staffDeposits } from '#collections/deposits/service/staff.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { idOf } from '#collections/kernel/related.ts'
import { staffReports } from '#collections/reports/service/staff.ts'
import { anOrganization } from '#test/support/builders.ts'
import { actAt, newSession, openTestDesk, seated } from '#test/support/desk.ts'

const all = { depth: 0, overrideAccess: true } as const
const YEAR = { from: '2026-07-01', until: '2027-06-30' }
let desk: Awaited<ReturnType<typeof openTestDesk>>
let context: Context

beforeAll(async () => {
  desk = await openTestDesk()
  context = desk.context
})
afterAll(() => desk.close())

test('a report counts what was registered, attended, missed, waited for and booked', async () => {
  const { payload } = desk
  const districts = await Promise.all(
    ['Alder', 'Birch'].map((name) =>
      payload.create({ collection: 'organizations', data: anOrganization({ name }), ...all }),
    ),
  )
  const session = await newSession(payload, desk.course, ['2026-10-15'])
  // Of the summer before: not of this year.
  const before = await newSession(payload, desk.course, ['2026-06-20'])
  for (let at = 0; at < 24; at += 1) {
    const organization = districts[at < 12 ? 0 : 1]!.id
    const { id, person } = await seated(payload, at === 23 ? before : session, { organization })
    await createUnlessTaken(payload, 'attendance', {
      key: `${id}#2026-10-15`,
      registration: id,
      session: at === 23 ? before : session,
      person: idOf(person),
      name: 'Somebody',
      date: '2026-10-15',
      state: at === 22 ? 'absent' : 'present',
      minutes: at === 22 ? 0 : 90,
      at: '2026-10-16T00:00:00Z',
      feeState: 'none',
      revision: 1,
    })
  }
  await seated(payload, session, { status: 'canceled', canceledFrom: 'waitlisted', seatKey: null })

  const { report, nameOf } = await staffReports(context).read(YEAR)
  expect(report.totals).toEqual({ people: 22, registrations: 23, hours: 33, missed: null, unmet: null })
  expect(report.groups.district.map(({ key, figures }) => [nameOf('district', key), figures?.people])).toEqual(
    expect.arrayContaining([
      ['Alder', 12],
      ['Birch', 10],
    ]),
  )
  expect(report.groups.month.map(({ key }) => key)).toEqual(['2026-10'])
  const table = new TextDecoder().decode((await staffReports(context).download(YEAR, 'csv')).body)
  expect(table).toContain('District,Alder,12,12,18,0')
  const document = await staffReports(context).download(YEAR, 'pdf')
  expect(new TextDecoder().decode(document.body.slice(0, 5))).toBe('%PDF-')
  expect(await staffReports(context).aging()).toEqual([])
  expect(await staffDeposits(context, actAt(payload, context.now)).envelopes()).toEqual([])
})
