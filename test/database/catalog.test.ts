import { setImmediate } from 'node:timers/promises'
import type { CollectionSlug, Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCatalog } from '#cms/catalog/index.ts'
import type { Catalog } from '#collections/catalog/catalog.ts'
import type { CatalogSource } from '#collections/catalog/source.ts'
import { aCircle, aCourse, aDay, aSession } from '#test/support/builders.ts'
import { everythingIn } from '#test/support/catalog.ts'
import { openDatabase, type Database } from '#test/support/database.ts'
import { EXAMPLES, relatedTo } from '#test/support/examples.ts'

// What the public site reads, between a save and the next request.

let database: Database
let payload: Payload
let source: CatalogSource
let related: Awaited<ReturnType<typeof relatedTo>>

const now = Temporal.Instant.from('2027-01-15T18:00:00Z')
const all = { depth: 0, overrideAccess: true } as const

const open = (drafts = false): Promise<Catalog> => source.open({ now, drafts, locale: 'en' })

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
  source = openCatalog(payload, database.env)
})
afterAll(() => database.close())

test('an empty database is an empty catalog', async () => {
  const catalog = await open()
  expect(catalog.allCourses()).toEqual([])
  expect(() => everythingIn(catalog, ['anything'])).not.toThrow()
  related = await relatedTo(payload)
})

// `as never` below: each collection has its own types, and these tests walk all of them.
const marked = async (collection: CollectionSlug, word: string): Promise<object> => {
  const { data } = await EXAMPLES[collection](related)
  const text = collection === 'sessions' ? { note: word } : 'title' in data ? { title: word } : { name: word }
  return { ...data, ...text }
}

const SHOWN = [
  'circles',
  'collaboratives',
  'contacts',
  'courses',
  'credentials',
  'notices',
  'pages',
  'policies',
  'recommendations',
  'sessions',
  'strategies',
] as const

describe.each(SHOWN)('%s', (collection) => {
  const word = `Zebra ${collection}`
  const isSeen = async (drafts = false): Promise<boolean> =>
    everythingIn(await open(drafts), [word, related.course, ...(await slugs())]).includes(word)
  const slugs = async (): Promise<string[]> => {
    const { docs } = await payload.find({ collection, pagination: false, trash: true, draft: true, ...all } as never)
    return [...docs, await payload.findByID({ collection: 'courses', id: related.course, ...all })].flatMap((doc) =>
      'slug' in doc && doc.slug ? [String(doc.slug)] : [],
    )
  }

  test('a draft is nowhere, and its publication everywhere at once', async () => {
    const data = { ...(await marked(collection, word)), _status: 'draft' }
    const { id } = await payload.create({ collection, data: data as never, draft: true, ...all })
    expect(await isSeen(), 'drafted').toBe(false)
    expect(await isSeen(true), 'in the preview').toBe(true)

    await payload.update({ collection, id, data: { _status: 'published' } as never, ...all })
    expect(await isSeen(), 'published').toBe(true)

    await payload.update({ collection, id, data: { deletedAt: now.toString() }, ...all })
    expect(await isSeen(), 'in the trash').toBe(false)
    await payload.update({ collection, id, data: { deletedAt: null }, trash: true, ...all })
    expect(await isSeen(), 'restored').toBe(true)

    await payload.update({ collection, id, data: { _status: 'draft' } as never, ...all })
    expect(await isSeen(), 'unpublished').toBe(false)
    await payload.update({ collection, id, data: { _status: 'published' } as never, ...all })

    await payload.delete({ collection, id, ...all })
    expect(await isSeen(), 'deleted').toBe(false)
  })

  test('a change is not seen before it is published', async () => {
    const { id } = await payload.create({ collection, data: (await marked(collection, 'Plain')) as never, ...all })
    const change =
      collection === 'sessions'
        ? { note: word }
        : 'title' in (await marked(collection, ''))
          ? { title: word }
          : { name: word }
    await payload.update({ collection, id, data: { ...change, _status: 'draft' } as never, draft: true, ...all })
    expect(await isSeen()).toBe(false)
    expect(await isSeen(true)).toBe(true)
    await payload.delete({ collection, id, ...all })
  })
})

test('the framework: a draft is not seen, its publication is', async () => {
  const fields = [
    'title',
    'intro',
    'resultTitle',
    'resultText',
    'protocolTitle',
    'protocolText',
    'visionTitle',
    'visionIntro',
  ]
  const saying = (title: string, _status: 'draft' | 'published') =>
    payload.updateGlobal({
      slug: 'framework',
      data: { ...Object.fromEntries(fields.map((name) => [name, 'Text'])), title, _status },
      draft: _status === 'draft',
      ...all,
    })
  await saying('First words', 'published')
  expect((await open()).framework().title).toBe('First words')
  await saying('Second words', 'draft')
  expect((await open()).framework().title).toBe('First words')
  expect((await open(true)).framework().title).toBe('Second words')
  await saying('Second words', 'published')
  expect((await open()).framework().title).toBe('Second words')
})

test('holidays move deadlines at once', async () => {
  const { id } = await payload.create({
    collection: 'holidays',
    data: { name: 'Zebra day', date: '2027-02-26' },
    ...all,
  })
  expect((await open()).holidays()).toContainEqual({ day: '2027-02-26', name: 'Zebra day', closed: true })
  await payload.delete({ collection: 'holidays', id, ...all })
  expect(JSON.stringify((await open()).holidays())).not.toContain('Zebra')
})

test('unfinished drafts do not break the preview', async () => {
  for (const collection of SHOWN) await payload.create({ collection, data: {}, draft: true, ...all })
  const preview = await open(true)
  expect(() => everythingIn(preview, ['zebra', 'undefined', 'null', ''])).not.toThrow()
})

test('what points to something gone says nothing of it', async () => {
  const circle = await payload.create({ collection: 'circles', data: aCircle({ name: 'Passing' }), ...all })
  const before = await payload.create({
    collection: 'courses',
    data: aCourse({ circles: [circle.id], title: 'Before' }),
    ...all,
  })
  const after = await payload.create({
    collection: 'courses',
    data: aCourse({
      circles: [circle.id, related.circle],
      title: 'After',
      prerequisites: [{ kind: 'all', courses: [before.id] }],
    }),
    ...all,
  })
  expect((await open()).course(after.slug)?.prerequisites[0]?.courses[0]?.title).toBe('Before')
  const takenDown = { collection: 'courses', id: before.id, data: { _status: 'draft' }, ...all } as const
  await expect(payload.update(takenDown)).rejects.toThrow('“After” asks for this course first.')
  expect((await open()).course(after.slug)?.prerequisites[0]?.courses[0]?.title).toBe('Before')
  await payload.update({ collection: 'courses', id: after.id, data: { prerequisites: [] }, ...all })
  await payload.update(takenDown)
  const gone = { collection: 'circles', id: circle.id, ...all } as const
  await expect(payload.delete(gone)).rejects.toThrow('One course is in this circle: “After”.')
  await payload.update({ collection: 'courses', id: after.id, data: { circles: [related.circle] }, ...all })
  await payload.delete(gone)
  const view = (await open()).course(after.slug)
  expect(view?.prerequisites).toEqual([])
  expect(view?.circles.map(({ name }) => name)).not.toContain('Passing')
  expect(everythingIn(await open(), [after.slug, before.slug, circle.slug])).not.toMatch(/Before|Passing/)
})

test('a session of a course that is a draft is not in any list', async () => {
  const course = await payload.create({
    collection: 'courses',
    data: aCourse({ circles: [related.circle], title: 'Hidden course', _status: 'draft' }),
    draft: true,
    ...all,
  })
  await payload.create({
    collection: 'sessions',
    data: aSession({ course: course.id, days: [{ ...aDay, place: 'Hidden place' }] }),
    ...all,
  })
  expect(everythingIn(await open(), [course.slug])).not.toContain('Hidden')
})

describe('readers and writers at once', () => {
  test('nobody reads what was true before a save that has returned', async () => {
    const { id, slug } = await payload.create({
      collection: 'courses',
      data: aCourse({ circles: [related.circle], title: 'Turn 0' }),
      ...all,
    })
    let saved = 0
    const writing = { isDone: false }
    const turnOf = (catalog: Catalog) => Number(catalog.course(slug)?.title.replace('Turn ', ''))
    const reader = async (): Promise<number> => {
      let reads = 0
      while (!writing.isDone) {
        const atLeast = saved
        expect(turnOf(await open())).toBeGreaterThanOrEqual(atLeast)
        reads += 1
        // Reading what is kept in memory never waits; the writer has to get its turn.
        await setImmediate()
      }
      return reads
    }
    const readers = [reader(), reader(), reader(), reader()]
    for (let turn = 1; turn <= 25; turn += 1) {
      await payload.update({ collection: 'courses', id, data: { title: `Turn ${turn}` }, ...all })
      saved = turn
    }
    writing.isDone = true
    expect((await Promise.all(readers)).every((reads) => reads > 0)).toBe(true)
    expect(turnOf(await open())).toBe(25)
  })

  test('many first readers share one reading', async () => {
    const fresh = openCatalog(payload, database.env)
    const editions = await Promise.all(
      Array.from({ length: 50 }, async () => (await fresh.open({ now, drafts: false, locale: 'en' })).edition),
    )
    expect(new Set(editions).size).toBe(1)
  })

  test('a reading that fails is tried again by the next reader', async () => {
    const fresh = openCatalog(payload, database.env)
    const { find } = payload
    payload.find = () => Promise.reject(new Error('The database is away'))
    await expect(fresh.open({ now, drafts: false, locale: 'en' })).rejects.toThrow('The database is away')
    payload.find = find
    expect((await fresh.open({ now, drafts: false, locale: 'en' })).allCourses().length).toBeGreaterThan(0)
  })

  test('a failing refresh loses no change', async () => {
    const { id, slug } = await payload.create({
      collection: 'courses',
      data: aCourse({ circles: [related.circle], title: 'Old' }),
      ...all,
    })
    await open()
    await payload.update({ collection: 'courses', id, data: { title: 'New' }, ...all })
    const { find } = payload
    payload.find = () => Promise.reject(new Error('The database is away'))
    await expect(open()).rejects.toThrow('The database is away')
    payload.find = find
    expect((await open()).course(slug)?.title).toBe('New')
  })
})
