import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepareContent } from '#cms/bootstrap.ts'
import { move } from '#cms/move/move.ts'
import { aPerson } from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'

// A database that an earlier version has made, when ids were left to the server.

let before: Database
const id = '65f0c0ffee65f0c0ffee65f0'
const user = '65f0c0ffee65f0c0ffee65f1'

beforeAll(async () => {
  before = await openDatabase()
  const { collections, connection } = before.payload.db as unknown as MongooseAdapter
  const { ObjectId } = connection.base.Types
  const [at, person] = [new Date('2026-11-30T12:00:00Z'), new ObjectId(id)]
  const stamps = { createdAt: at, updatedAt: at }
  const { mediaRelease, ...rest } = aPerson({ name: 'Kept' })
  await collections['people']!.collection.insertOne({ _id: person, ...rest, mediaRelease, ...stamps })
  await collections['registrations']!.collection.insertOne({ person, status: 'confirmed', ...stamps })
  await collections['users']!.collection.insertOne({ _id: new ObjectId(user), email: 'a@example.org', ...stamps })
})
afterAll(() => before.close())

describe('a database with other ids', () => {
  test('is not served, and one line says what to do', async () => {
    const { payload, env } = before
    const started = prepareContent(payload, env, Temporal.Instant.from('2026-12-01T12:00:00Z'), async () => undefined)
    await expect(started).rejects.toThrow(/made by an earlier version.+npm run move/)
  })

  test('is moved, with the ids its links have', async () => {
    const to = await openDatabase()
    expect(await move(before.payload, to.payload, () => undefined)).toBe(true)
    const all = { depth: 0, overrideAccess: true } as const
    expect((await to.payload.findByID({ collection: 'people', id, ...all })).name).toBe('Kept')
    expect((await to.payload.findByID({ collection: 'users', id: user, ...all })).email).toBe('a@example.org')
    const theirs = await to.payload.find({ collection: 'registrations', where: { person: { equals: id } }, ...all })
    expect(theirs.docs.map(({ person }) => person)).toEqual([id])
    await to.close()
  })
})
