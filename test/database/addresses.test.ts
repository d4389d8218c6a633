import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Payload } from 'payload'
import { leadsTo } from '#collections/addresses/queries.ts'
import { aCircle, aCourse } from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'

// Addresses that were public lead on for as long as the document is.

let database: Database
let payload: Payload
let circle: string

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
  circle = (await payload.create({ collection: 'circles', data: aCircle(), overrideAccess: true })).id
})
afterAll(() => database.close())

const create = (slug: string, more: object = {}) =>
  payload.create({ collection: 'courses', data: aCourse({ circles: [circle], slug, ...more }), overrideAccess: true })
const change = (id: string, data: object, draft = false) =>
  payload.update({ collection: 'courses', id, data, draft, overrideAccess: true })
const from = (slug: string, rest = '') => leadsTo(payload, { noun: 'courses', slug, rest })

test('a renamed course is found at each address it had, without a chain', async () => {
  const { id } = await create('first')
  await change(id, { slug: 'second', _status: 'published' })
  await change(id, { slug: 'third', _status: 'published' })
  expect(await from('first')).toBe('/courses/third')
  expect(await from('second', '.ics')).toBe('/courses/third.ics')
  expect(await from('third')).toBeUndefined()
  expect(await from('never')).toBeUndefined()
})

test('the public is led on once the new address is published, not while it is a draft', async () => {
  const { id } = await create('shown')
  await change(id, { slug: 'planned' }, true)
  expect(await from('shown')).toBeUndefined()
  await change(id, { slug: 'planned', _status: 'published' })
  expect(await from('shown')).toBe('/courses/planned')
})

test('an address that was never public leads nowhere, and neither does one whose document is gone', async () => {
  const { id } = await create('draft', { _status: 'draft' })
  await change(id, { slug: 'out', _status: 'published' })
  expect(await from('draft')).toBeUndefined()
  await change(id, { slug: 'outside', _status: 'published' })
  expect(await from('out')).toBe('/courses/outside')
  await change(id, { _status: 'draft' })
  expect(await from('out')).toBeUndefined()
})

test('the last to have an address is who it leads to', async () => {
  const [one, two] = [await create('shared'), await create('other')]
  await change(one.id, { slug: 'one', _status: 'published' })
  await change(two.id, { slug: 'shared', _status: 'published' })
  await change(two.id, { slug: 'two', _status: 'published' })
  expect(await from('shared')).toBe('/courses/two')
})
