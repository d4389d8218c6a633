import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#collections/context/context.ts'
import { tokenFor } from '#collections/context/links.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { one } from '#collections/kernel/queries.ts'
import { myViewOf } from '#collections/people/service/my.ts'
import { entriesOf } from '#collections/transcripts/service/read.ts'
import { publicTranscripts } from '#collections/transcripts/service/public.ts'
import { newSession, openTestDesk, seated } from '#test/support/desk.ts'

const all = { depth: 0, overrideAccess: true } as const
let desk: Awaited<ReturnType<typeof openTestDesk>>
let context: Context

beforeAll(async () => {
  desk = await openTestDesk()
  context = desk.context
})
afterAll(() => desk.close())

test('a teacher reads what was attended, with who taught, and takes it to a committee', async () => {
  const { payload } = desk
  const license = { licenseCategory: 'B' as const, licenseTopics: ['Cultural competency'], instructors: 'Course Team' }
  await payload.update({ collection: 'courses', id: desk.course, data: license, ...all })
  const [october, november] = [
    await newSession(payload, desk.course, ['2026-10-15']),
    await newSession(payload, desk.course, ['2026-11-10', '2026-11-11']),
  ]
  await payload.update({ collection: 'sessions', id: november, data: { instructors: 'Guest Teacher' }, ...all })
  const first = await seated(payload, october, { name: 'Tess Teacher', email: 'tess@example.org' })
  const person = first.person as string
  const second = await seated(payload, november, { person, name: 'Tess Teacher', email: 'tess@example.org' })
  const days = [
    [first.id, october, '2026-10-15', 'present', 375],
    [second.id, november, '2026-11-10', 'partly', 100],
    [second.id, november, '2026-11-11', 'absent', 0],
  ] as const
  for (const [registration, session, date, state, minutes] of days)
    await createUnlessTaken(payload, 'attendance', {
      key: `${registration}#${date}`,
      registration,
      session,
      person,
      name: 'Tess Teacher',
      date,
      state,
      minutes,
      at: '2026-11-12T00:00:00Z',
      feeState: 'none',
      revision: 1,
    })
  await desk.followUp()

  const entries = await entriesOf(context, person)
  expect(
    entries.map(({ instructors, minutes, category, code }) => [instructors, minutes, category, code !== null]),
  ).toEqual(
    expect.arrayContaining([
      ['Course Team', 375, 'B', true],
      ['Guest Teacher', 100, 'B', true],
    ]),
  )
  const token = await tokenFor(context, 'my', (await one(context, 'people', person))!)
  const opened = await myViewOf(context, token)
  expect(opened.ok && opened.view.record.map(({ minutes }) => minutes)).toEqual([375, 100])
  expect(opened.ok && opened.view.registrations.map(({ minutes }) => minutes).toSorted()).toEqual([100, 375])

  const period = { from: '2026-11-01', until: null }
  const table = await publicTranscripts(context).download(token, 0, period, 'csv')
  expect(new TextDecoder().decode(table!.body).trim().split('\r\n')).toHaveLength(2)
  const document = await publicTranscripts(context).download(token, 0, period, 'pdf')
  expect(new TextDecoder().decode(document!.body.slice(0, 5))).toBe('%PDF-')
  expect(await publicTranscripts(context).download('x', 0, period, 'pdf')).toBeUndefined()
})
