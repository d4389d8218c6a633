import type { Payload, TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setInNewestVersion } from '#collections/kernel/versions.ts'
import { aCircle, aCourse, aDay, aSession } from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'
import { hireStaff, type Staff } from '#test/support/staff.ts'

// Two people in one document: nobody writes over anybody, and what was written is somewhere.

let database: Database
let payload: Payload
let staff: Staff
let circle: string

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
  staff = await hireStaff(payload)
  circle = (await payload.create({ collection: 'circles', data: aCircle(), overrideAccess: true })).id
})
afterAll(() => database.close())

const aPublished = async (more: object = {}) =>
  payload.create({
    collection: 'courses',
    data: aCourse({ circles: [circle], title: 'Title', summary: 'First summary.', ...more }),
    depth: 0,
    overrideAccess: true,
  })

type Opened = Awaited<ReturnType<typeof aPublished>>

/** Saves as the form of the panel does: everything it holds, and from when it is. */
const autosave = async (form: object, by: TypedUser | undefined) => {
  const { id, ...data } = form as Opened
  return payload.update({
    collection: 'courses',
    id,
    data: { ...data, _status: 'draft' },
    draft: true,
    autosave: true,
    depth: 0,
    overrideAccess: false,
    req: { user: by, payloadAPI: 'REST' } as never,
  })
}
const nameOf = (role: 'admin' | 'communications') => (staff[role] as { email: string }).email
const latest = (id: string) =>
  payload.findByID({ collection: 'courses', id, draft: true, depth: 0, overrideAccess: true })

test('one writes the summary, the other the title: both are kept, and the second sees the first', async () => {
  const form = await aPublished()
  await autosave({ ...form, summary: 'Summary by Ana.' }, staff.communications)
  const answer = await autosave({ ...form, title: 'Title B' }, staff.admin)
  expect(answer).toMatchObject({ title: 'Title B', summary: 'Summary by Ana.' })
  expect(await latest(form.id)).toMatchObject({ title: 'Title B', summary: 'Summary by Ana.' })
})

test('both write the summary: the second is refused at the field, with who was first', async () => {
  const form = await aPublished()
  await autosave({ ...form, summary: 'Summary by Ana.' }, staff.communications)
  const refusal = autosave({ ...form, summary: 'Summary by Ben.' }, staff.admin)
  await expect(refusal).rejects.toMatchObject({
    name: 'ValidationError',
    data: { errors: [{ path: 'summary', message: expect.stringContaining('changed this meanwhile') }] },
  })
  expect(await latest(form.id)).toMatchObject({ summary: 'Summary by Ana.' })
})

test('who chooses their own words writes them, and the other’s stay among the versions', async () => {
  const form = await aPublished()
  const first = await autosave({ ...form, summary: 'Summary by Ana.' }, staff.communications)
  await autosave({ ...form, summary: 'Summary by Ben.', updatedAt: first.updatedAt }, staff.admin)
  const { docs } = await payload.findVersions({
    collection: 'courses',
    where: { parent: { equals: form.id } },
    sort: 'createdAt',
    overrideAccess: true,
    depth: 0,
  })
  expect(docs.map(({ version }) => [version.summary, version.savedBy])).toEqual([
    ['First summary.', null],
    ['Summary by Ana.', nameOf('communications')],
    ['Summary by Ben.', nameOf('admin')],
  ])
})

test('one goes on typing in one form, and one version is written over', async () => {
  let form: object = await aPublished()
  for (const summary of ['S', 'Su', 'Sum']) form = await autosave({ ...form, summary }, staff.communications)
  const where = { parent: { equals: (form as Opened).id } }
  expect((await payload.countVersions({ collection: 'courses', where, overrideAccess: true })).totalDocs).toBe(2)
})

test('nobody signs for somebody else', async () => {
  const form = await aPublished()
  const saved = await autosave({ ...form, title: 'Signed', savedBy: 'Somebody else' }, staff.communications)
  expect(saved.savedBy).toBe(nameOf('communications'))
})

describe('sessions are listed under the name of their course', () => {
  const all = { depth: 0, overrideAccess: true } as const
  const rename = (id: string, title: string) =>
    payload.update({ collection: 'courses', id, data: { title, _status: 'published' }, ...all })
  const aRun = async () => {
    const course = (await aPublished()).id
    const days = [{ ...aDay, date: '2027-03-02' }]
    return {
      course,
      id: (await payload.create({ collection: 'sessions', data: aSession({ course, days }), ...all })).id,
    }
  }
  /** As it is published, or as the panel lists it. */
  const read = async (id: string, draft: boolean) => {
    const { docs } = await payload.find({ collection: 'sessions', draft, where: { id: { equals: id } }, ...all })
    const { title, note, capacity } = docs[0]!
    return { title, note: note ?? null, capacity }
  }

  test('also after it is renamed, as published and as drafted', async () => {
    const { id, course } = await aRun()
    const draft = { note: 'Not out yet.', _status: 'draft' } as const
    await payload.update({ collection: 'sessions', id, draft: true, data: draft, ...all })
    await rename(course, 'Seeing')
    const { capacity } = await read(id, false)
    expect(await read(id, false)).toEqual({ title: 'Seeing, Tue, Mar 2, 2027', note: null, capacity })
    expect(await read(id, true)).toEqual({ title: 'Seeing, Tue, Mar 2, 2027', note: 'Not out yet.', capacity })
  })

  test('what somebody saves in a session while its course is renamed stays', async () => {
    const { id, course } = await aRun()
    const saved = { note: 'Bring a laptop.', capacity: 11 }
    await Promise.all([rename(course, 'Hearing'), payload.update({ collection: 'sessions', id, data: saved, ...all })])
    const expected = { title: 'Hearing, Tue, Mar 2, 2027', ...saved }
    expect([await read(id, false), await read(id, true)]).toEqual([expected, expected])
  })

  test('a version that says something else by now is left as it is', async () => {
    const { id } = await aRun()
    const { title } = await read(id, true)
    await setInNewestVersion(payload, 'sessions', id, 'title', { from: 'Something else', to: 'Lost' })
    expect((await read(id, true)).title).toBe(title)
    await setInNewestVersion(payload, 'sessions', id, 'title', { from: title!, to: 'Found' })
    expect((await read(id, true)).title).toBe('Found')
  })
})
