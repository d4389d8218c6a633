import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCircle, aCourse, aStaffMember } from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'

// Who published, changed and took down what, with the words before and after.

const all = { depth: 0, overrideAccess: true } as const

let database: Database
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

test('the audit log has what the public read before and after, and nothing of drafts', async () => {
  const { payload } = database
  const staff = await payload.create({ collection: 'users', data: aStaffMember('communications'), ...all })
  const user = { ...staff, collection: 'users' as const }
  const [one, other] = [
    await payload.create({ collection: 'circles', data: aCircle({ name: 'First circle' }), ...all }),
    await payload.create({ collection: 'circles', data: aCircle({ name: 'Second circle' }), ...all }),
  ]
  const { id } = await payload.create({
    collection: 'courses',
    data: aCourse({ circles: [one.id], title: 'Reading', _status: 'draft' }),
    draft: true,
    user,
    ...all,
  })
  const save = (data: object, isDraft = false) =>
    payload.update({ collection: 'courses', id, data, draft: isDraft, user, ...all })
  const lines = async () =>
    (
      await payload.find({
        collection: 'events',
        where: { kind: { like: 'content.' } },
        sort: 'createdAt',
        overrideAccess: false,
        user,
        depth: 0,
      })
    ).docs

  await save({ _status: 'published' })
  await save({ title: 'Reading well' }, true)
  expect((await lines()).map(({ summary }) => summary)).toEqual(['Course Reading was published'])

  await save({ title: 'Reading very well', circles: [other.id], _status: 'published' })
  const changed = (await lines()).at(-1)!
  expect(changed).toMatchObject({ kind: 'content.changed', actor: staff.name || staff.email })
  expect(changed.changes).toEqual([
    { field: 'title', before: 'Reading', after: 'Reading very well' },
    { field: 'circles', before: 'First circle', after: 'Second circle' },
  ])

  await save({ _status: 'draft' })
  await save({ _status: 'published' })
  await save({ deletedAt: new Date('2027-02-01').toISOString() })
  expect((await lines()).slice(2).map(({ kind }) => kind)).toEqual([
    'content.taken-down',
    'content.published',
    'content.trashed',
  ])
})
