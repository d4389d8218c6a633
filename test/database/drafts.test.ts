import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { takeUpJobs } from '#cms/bootstrap.ts'
import { aCourse, aSession } from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'
import { relatedTo } from '#test/support/examples.ts'
import { hireStaff, type Asker, type Staff } from '#test/support/staff.ts'

// Versions to go back to, and publishing by the clock.

let database: Database
let payload: Payload
let staff: Staff
let circle: string

const all = { depth: 0, overrideAccess: true } as const

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
  staff = await hireStaff(payload)
  circle = (await relatedTo(payload)).circle
})
afterAll(() => database.close())

const aDraft = async (title: string): Promise<string> => {
  const data = aCourse({ circles: [circle], title, _status: 'draft' })
  return (await payload.create({ collection: 'courses', data, draft: true, ...all })).id
}
const statusOf = async (id: string) => (await payload.findByID({ collection: 'courses', id, ...all }))._status

describe('versions', () => {
  test('a version is gone back to', async () => {
    const id = await aDraft('First')
    await payload.update({ collection: 'courses', id, data: { title: 'Second', _status: 'published' }, ...all })
    const { docs } = await payload.findVersions({
      collection: 'courses',
      where: { parent: { equals: id } },
      sort: 'createdAt',
      ...all,
    })
    expect(docs.map(({ version }) => version.title)).toEqual(['First', 'Second'])
    await payload.restoreVersion({ collection: 'courses', id: docs[0]!.id, ...all })
    expect((await payload.findByID({ collection: 'courses', id, draft: true, ...all })).title).toBe('First')
  })

  test('the public keeps what is published while somebody types', async () => {
    const id = await aDraft('Said')
    await payload.update({ collection: 'courses', id, data: { _status: 'published' }, ...all })
    for (const title of ['Sai', 'Saying', 'Saying more'])
      await payload.update({
        collection: 'courses',
        id,
        data: { title, _status: 'draft' },
        draft: true,
        autosave: true,
        ...all,
      })
    const seen = await payload.find({ collection: 'courses', where: { id: { equals: id } }, overrideAccess: false })
    expect(seen.docs.map(({ title }) => title)).toEqual(['Said'])
  })
})

describe('publishing by the clock', () => {
  const [past, future] = ['2020-01-01T00:00:00.000Z', '2200-01-01T00:00:00.000Z']
  const schedule = (
    id: string,
    waitUntil: string,
    { type = 'publish', by }: { type?: 'publish' | 'unpublish'; by?: Asker } = {},
  ) =>
    payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type,
        doc: { relationTo: 'courses', value: id },
        user: by && { relationTo: 'users', value: staff[by]!.id },
      } as never,
      waitUntil: new Date(waitUntil),
    })
  const run = () => payload.jobs.run({ queue: 'default' })
  beforeEach(async () => {
    await payload.delete({ collection: 'payload-jobs', where: {}, ...all })
  })

  test('happens when its time has come, and not before', async () => {
    const [due, early] = [await aDraft('Due'), await aDraft('Early')]
    await schedule(due, past, { by: 'communications' })
    await schedule(early, future, { by: 'communications' })
    await run()
    expect([await statusOf(due), await statusOf(early)]).toEqual(['published', 'draft'])
    expect((await payload.count({ collection: 'payload-jobs', ...all })).totalDocs).toBe(1)
  })

  test('takes something down, too', async () => {
    const id = await aDraft('Down')
    await payload.update({ collection: 'courses', id, data: { _status: 'published' }, ...all })
    await schedule(id, past, { type: 'unpublish', by: 'communications' })
    await run()
    expect(await statusOf(id)).toBe('draft')
  })

  test('is done with the rights of whoever planned it', async () => {
    vi.spyOn(payload.logger, 'error').mockReturnValue()
    const id = await aDraft('Not theirs')
    await schedule(id, past, { by: 'reviewer' })
    await run()
    expect(await statusOf(id)).toBe('draft')
  })

  test('is held to the same rules as saving by hand', async () => {
    vi.spyOn(payload.logger, 'error').mockReturnValue()
    const draft = await payload.create({
      collection: 'sessions',
      data: aSession({ _status: 'draft' }),
      draft: true,
      ...all,
    })
    await payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'sessions', value: draft.id } } as never,
      waitUntil: new Date(past),
    })
    await run()
    expect((await payload.findByID({ collection: 'sessions', id: draft.id, ...all }))._status).toBe('draft')
  })

  test('is taken up again when the process was killed in the middle of it', async () => {
    const id = await aDraft('Cut off')
    const job = await schedule(id, past, { by: 'admin' })
    await payload.update({ collection: 'payload-jobs', id: job.id, data: { processing: true }, ...all })
    await run()
    expect(await statusOf(id)).toBe('draft')
    await takeUpJobs(payload)
    await run()
    expect(await statusOf(id)).toBe('published')
  })

  test('cannot be planned, run or seen by anybody from outside', async () => {
    for (const user of Object.values(staff))
      await expect(payload.find({ collection: 'payload-jobs', overrideAccess: false, user })).rejects.toThrow(
        'not allowed',
      )
  })
})
