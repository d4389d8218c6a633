import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalReq, type Payload } from 'payload'
import { makeSeason, seasonPlan } from '#collections/collaboratives/service/season.ts'
import { aProgram } from '#test/support/applying.ts'
import { openTestDesk } from '#test/support/desk.ts'
import { hireStaff } from '#test/support/staff.ts'

// A new season of a program in one step: drafts with days of their own, and the texts that still name old dates.

let desk: Awaited<ReturnType<typeof openTestDesk>>
let payload: Payload
beforeAll(async () => {
  desk = await openTestDesk()
  payload = desk.payload
})
afterAll(() => desk.close())

const FORM = { season: '2028', opensOn: '2027-11-01', appliesUntil: '2028-01-28', firstDay: '2028-02-03' }
const THURSDAYS = ['2027-02-04', '2027-02-11', '2027-02-18']
const all = { depth: 0, overrideAccess: true } as const

test('a community gets its next season: name, address, days and windows; its notice stays behind', async () => {
  const old = await aProgram(
    payload,
    {
      name: 'Equity Community 2027',
      notice: 'Applications closed on January 29, 2027.',
      audience: 'Those who came in 2026',
      opensOn: '2026-11-02',
      appliesUntil: '2027-01-29',
      minimumSessions: 2,
    },
    THURSDAYS,
  )
  const { communications } = await hireStaff(payload)
  const req = await createLocalReq({ user: communications }, payload)
  const shown = await seasonPlan({ payload }, old.id, FORM)
  const done = await makeSeason({ payload, req }, old.id, FORM)
  if (!shown?.ok || !done?.ok) throw new Error('There is no plan.')
  expect({ ...done.plan, ids: undefined }).toEqual({ ...shown.plan, ids: undefined })
  expect(done.plan.copies[0]).toMatchObject({
    name: 'Equity Community 2028',
    slug: 'equity-community-2028',
    dated: [{ where: 'Audience', dates: ['2026'] }],
  })
  const made = await payload.findByID({ collection: 'collaboratives', id: done.plan.ids![0]!, draft: true, ...all })
  expect(made).toMatchObject({
    name: 'Equity Community 2028',
    slug: 'equity-community-2028',
    _status: 'draft',
    opensOn: '2027-11-01',
    appliesUntil: '2028-01-28',
    minimumSessions: 2,
    conditions: [{ text: 'You teach in a public school.' }],
  })
  expect(made.notice ?? null).toBeNull()
  const { docs } = await payload.find({
    collection: 'sessions',
    where: { collaborative: { equals: made.id } },
    draft: true,
    sort: 'startsAt',
    ...all,
  })
  expect(docs.map(({ days, _status }) => [days.map(({ date }) => date), _status])).toEqual(
    ['2028-02-03', '2028-02-10', '2028-02-17'].map((day) => [[day], 'draft']),
  )
  const before = await payload.findByID({ collection: 'collaboratives', id: old.id, ...all })
  expect(before).toMatchObject({ name: 'Equity Community 2027', _status: 'published', appliesUntil: '2027-01-29' })
})

test('teams’ collaboratives that share an application get it together, under a program of its own', async () => {
  const shared = { kind: 'peer-collaborative', program: 'Peer Collaboratives', capacity: 6 } as const
  const first = await aProgram(payload, { ...shared, name: 'School Climate' })
  await aProgram(payload, { ...shared, name: 'School Safety' })
  const { communications } = await hireStaff(payload)
  const req = await createLocalReq({ user: communications }, payload)
  const done = await makeSeason({ payload, req }, first.id, { ...FORM, firstDay: '' })
  if (!done?.ok) throw new Error('It was not made.')
  expect(done.plan.program).toBe('Peer Collaboratives 2028')
  expect(done.plan.copies.map(({ name, slug }) => [name, slug])).toEqual([
    ['School Climate', 'school-climate-2028'],
    ['School Safety', 'school-safety-2028'],
  ])
  const { docs } = await payload.find({
    collection: 'collaboratives',
    where: { id: { in: done.plan.ids } },
    draft: true,
    ...all,
  })
  expect(docs.map(({ program }) => program)).toEqual(['Peer Collaboratives 2028', 'Peer Collaboratives 2028'])
})
