import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPlan, noteDemo, removeDemo } from '#collections/demo/service/demo.ts'
import { sealLog } from '#collections/seals/service/seal.ts'
import { verifyLog } from '#collections/seals/service/verify.ts'
import { aCircle, aCourse, aPage, aPerson, aRegistration, aSession, aStaffMember } from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'

// A small demo, what was tried with it, and what is the agency's own: the first two go, the last stays.

let database: Database
let payload: Payload
const all = { depth: 0, overrideAccess: true } as const
const NOW = Temporal.Instant.from('2027-01-15T15:00:00Z')

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
})
afterAll(() => database.close())

type Made = { id: string }
const make = async (
  collection: 'courses' | 'sessions' | 'circles' | 'people' | 'registrations' | 'pages',
  data: object,
) => (await payload.create({ collection, data: data as never, ...all })) as unknown as Made
const register = (session: Made, person: Made) =>
  make(
    'registrations',
    aRegistration({ session: session.id, person: person.id, activeKey: `${session.id}|${person.id}` }),
  )
const left = async (collection: 'courses' | 'sessions' | 'circles' | 'people' | 'registrations' | 'pages') =>
  (await payload.find({ collection, pagination: false, trash: true, ...all })).docs.map(({ id }) => id)

test('the demo goes with what was tried with it, and nothing else', async () => {
  const [usedCircle, circle] = [
    await make('circles', aCircle({ slug: 'used' })),
    await make('circles', aCircle({ slug: 'unused' })),
  ]
  const demo = await make('courses', aCourse({ circles: [circle.id], slug: 'demo' }))
  const demoSession = await make('sessions', aSession({ course: demo.id }))
  const about = await make('pages', aPage({ slug: 'about' }))
  const edited = await make('pages', aPage({ slug: 'edited' }))
  const invented = await make('people', aPerson())
  await register(demoSession, invented)
  await noteDemo(payload)

  // Tried with it: a session of the demo's course, and somebody who registered for that.
  const tried = await make('sessions', aSession({ course: demo.id }))
  const tester = await make('people', aPerson())
  await register(tried, tester)
  // Their own: a course in a circle of the demo, somebody who came to both, and a page they rewrote.
  const own = await make('courses', aCourse({ circles: [usedCircle.id], slug: 'own' }))
  const ownSession = await make('sessions', aSession({ course: own.id }))
  const teacher = await make('people', aPerson())
  const kept = await register(ownSession, teacher)
  await register(tried, teacher)
  const user = await payload.create({ collection: 'users', data: aStaffMember('communications'), ...all })
  await payload.update({
    collection: 'pages',
    id: edited.id,
    data: { title: 'Ours', _status: 'published' },
    depth: 0,
    overrideAccess: false,
    user: { ...user, collection: 'users' },
  })

  const plan = await demoPlan(payload)
  expect(plan!.stays.map(({ id, why }) => [id, why])).toEqual([
    [edited.id, 'edited'],
    [usedCircle.id, 'used'],
  ])
  expect(await left('courses')).toHaveLength(2)

  await sealLog({ payload, now: NOW })
  expect((await removeDemo(payload, NOW))!.goes).toEqual(plan!.goes)
  expect((await verifyLog({ payload })).breaks).toEqual([])
  expect(await left('courses')).toEqual([own.id])
  expect(await left('sessions')).toEqual([ownSession.id])
  expect(await left('registrations')).toEqual([kept.id])
  expect(await left('people')).toEqual([teacher.id])
  expect(await left('circles')).toEqual([usedCircle.id])
  expect(await left('pages')).toEqual([edited.id])
  expect((await left('pages')).includes(about.id)).toBe(false)
  expect(await demoPlan(payload)).toBeUndefined()
})
