import type { CollectionSlug, Payload, PayloadRequest, TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collectionsIn, globals } from '#collections/index.ts'
import { anOrganization, aSession, aDay } from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'
import { EXAMPLES, relatedTo } from '#test/support/examples.ts'
import { ASKERS, hireStaff, type Asker, type Staff } from '#test/support/staff.ts'

// Who may do what, to every collection there is. * not signed in · A admin · C communications · R registrar · V reviewer
type Row = {
  create: string
  read: string
  published?: string
  own?: string
  update: string
  delete: string
  versions?: string
}

const EXPECTED: Record<CollectionSlug, Row> = {
  courses: { create: 'AC', read: 'ACRV', published: '*', update: 'AC', delete: 'AC', versions: 'ACRV' },
  sessions: { create: 'ACR', read: 'ACRV', published: '*', update: 'ACR', delete: 'ACR', versions: 'ACRV' },
  circles: { create: 'AC', read: 'ACRV', published: '*', update: 'AC', delete: 'AC', versions: 'ACRV' },
  strategies: { create: 'AC', read: 'ACRV', published: '*', update: 'AC', delete: 'AC', versions: 'ACRV' },
  recommendations: { create: 'AC', read: 'ACRV', published: '*', update: 'AC', delete: 'AC', versions: 'ACRV' },
  collaboratives: { create: 'AC', read: 'ACRV', published: '*', update: 'AC', delete: 'AC', versions: 'ACRV' },
  credentials: { create: 'AC', read: 'ACRV', published: '*', update: 'AC', delete: 'AC', versions: 'ACRV' },
  pages: { create: 'AC', read: 'ACRV', published: '*', update: 'AC', delete: 'AC', versions: 'ACRV' },
  policies: { create: 'AC', read: 'ACRV', published: '*', update: 'AC', delete: 'AC', versions: 'ACRV' },
  contacts: { create: 'AC', read: 'ACRV', published: '*', update: 'AC', delete: 'AC', versions: 'ACRV' },
  notices: { create: 'AC', read: 'ACRV', published: '*', update: 'AC', delete: 'AC', versions: 'ACRV' },
  addresses: { create: '', read: 'ACRV', update: '', delete: 'AC' },
  media: { create: 'AC', read: '*ACRV', update: 'AC', delete: 'AC' },
  downloads: { create: 'AC', read: '*ACRV', update: 'AC', delete: 'AC' },
  organizations: { create: 'AR', read: '*ACRV', update: 'AR', delete: 'A' },
  holidays: { create: 'AR', read: '*ACRV', update: 'AR', delete: 'AR' },
  users: { create: 'A', read: 'A', own: 'CRV', update: 'A', delete: 'A' },
  templates: { create: 'AC', read: 'ACRV', update: 'AC', delete: 'AC', versions: 'ACRV' },
  applications: { create: '', read: 'AR', update: '', delete: '' },
  selections: { create: '', read: 'AR', update: '', delete: '' },
  submissions: { create: '', read: 'AR', update: '', delete: '' },
  reviews: { create: '', read: 'AR', update: '', delete: '' },
  awards: { create: '', read: 'AR', update: '', delete: '' },
  people: { create: 'AR', read: 'AR', update: 'AR', delete: '' },
  registrations: { create: '', read: 'AR', update: '', delete: '' },
  attendance: { create: '', read: 'AR', update: '', delete: '' },
  deposits: { create: '', read: 'AR', update: '', delete: '' },
  followups: { create: '', read: '', update: '', delete: '' },
  changes: { create: '', read: '', update: '', delete: '' },
  leases: { create: '', read: '', update: '', delete: '' },
  'second-factors': { create: '', read: '', update: '', delete: '' },
  limits: { create: '', read: '', update: '', delete: '' },
  seals: { create: '', read: '', update: '', delete: '' },
  charges: { create: '', read: 'AR', update: '', delete: '' },
  invoices: { create: '', read: 'AR', update: '', delete: '' },
  // Read by the desk alone, which shows no group that is too small.
  evaluations: { create: '', read: '', update: '', delete: '' },
  'evaluation-receipts': { create: '', read: '', update: '', delete: '' },
  messages: { create: '', read: 'AR', update: '', delete: '' },
  subscriptions: { create: '', read: 'AR', update: '', delete: 'AR' },
  files: { create: '', read: 'AR', update: '', delete: '' },
  events: { create: '', read: 'AR', update: '', delete: '' },
  webhooks: { create: 'A', read: 'A', update: 'A', delete: 'A' },
  deliveries: { create: '', read: 'A', update: '', delete: '' },
  integrations: { create: 'A', read: 'A', update: 'A', delete: 'A' },
  'payload-kv': { create: '', read: '', update: '', delete: '' },
  'payload-jobs': { create: '', read: '', update: '', delete: '' },
  // The panel keeps what each person has folded and sorted, and who is editing what.
  'payload-preferences': { create: 'ACRV', read: '', own: 'ACRV', update: '', delete: '' },
  'payload-locked-documents': { create: 'ACRV', read: 'ACRV', update: 'ACRV', delete: 'ACRV' },
  // No setting of Payload closes it to staff; it has no REST endpoints, which test/http makes sure of.
  'payload-migrations': { create: 'ACRV', read: 'ACRV', update: 'ACRV', delete: 'ACRV' },
}

const LETTER: Record<Asker, string> = { anonymous: '*', admin: 'A', communications: 'C', registrar: 'R', reviewer: 'V' }

let database: Database
let payload: Payload
let staff: Staff
/** Staff, but none of those asked: the rows are theirs. */
let somebody: TypedUser
let related: Awaited<ReturnType<typeof relatedTo>>

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
  staff = await hireStaff(payload)
  related = await relatedTo(payload)
  somebody = { ...(await payload.findByID({ collection: 'users', id: related.user })), collection: 'users' }
})
afterAll(() => database.close())

// `as never` below: each collection has its own types, and these tests walk all of them.
const make = async (
  collection: CollectionSlug,
  asker?: { user: TypedUser | undefined },
  more: object = {},
): Promise<string> => {
  const { data, file } = await EXAMPLES[collection](related)
  const access = asker ? { overrideAccess: false, user: asker.user } : { overrideAccess: true, user: somebody }
  const { id } = await payload.create({ collection, data: { ...data, ...more } as never, file, depth: 0, ...access })
  return String(id)
}

const REFUSALS = new Set(['Forbidden', 'NotFound'])

/** True when it was allowed, false when it was refused; anything else is an error of its own. */
const isAllowed = async (attempt: Promise<unknown>): Promise<boolean> => {
  try {
    await attempt
    return true
  } catch (error) {
    if (REFUSALS.has((error as Error).name)) return false
    throw error
  }
}

/** The letters of those for whom the attempt was allowed. */
const allowed = async (
  attempt: (as: { overrideAccess: false; user: TypedUser | undefined }) => Promise<unknown>,
): Promise<string> => {
  let letters = ''
  for (const asker of ASKERS)
    if (await isAllowed(attempt({ overrideAccess: false, user: staff[asker] }))) letters += LETTER[asker]
  return letters
}

const seenBy = async (collection: CollectionSlug, id: string): Promise<string> => {
  let letters = ''
  for (const asker of ASKERS) {
    const { docs } = await payload
      .find({
        collection,
        where: { id: { equals: id } },
        trash: true,
        depth: 0,
        overrideAccess: false,
        user: staff[asker],
      })
      .catch((error: Error) => {
        if (REFUSALS.has(error.name)) return { docs: [] }
        throw error
      })
    if (docs.length > 0) letters += LETTER[asker]
  }
  return letters
}

const sorted = (letters = ''): string => [...letters].sort().join('')

test('the table names every collection, and every collection of ours says all of its rules', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(payload.config.collections.map(({ slug }) => slug).sort())
  for (const { slug, access, versions, auth } of collectionsIn({ media: '', files: '', isSecure: true })) {
    const needed = [
      'create',
      'read',
      'update',
      'delete',
      ...(versions ? ['readVersions'] : []),
      ...(auth ? ['admin', 'unlock'] : []),
    ]
    expect(Object.keys(access ?? {}), slug).toEqual(expect.arrayContaining(needed))
  }
  for (const { slug, access } of globals)
    expect(Object.keys(access ?? {}), slug).toEqual(expect.arrayContaining(['read', 'update', 'readVersions']))
})

describe.each(Object.entries(EXPECTED) as [CollectionSlug, Row][])('%s', (collection, row) => {
  const hasDrafts = row.versions !== undefined

  test('create', async () => {
    expect(await allowed((as) => make(collection, as))).toBe(row.create)
  })

  if (row.own === undefined)
    test('read', async () => {
      const seen = await seenBy(collection, await make(collection))
      expect(sorted(seen)).toBe(sorted(row.read + (row.published ?? '')))
    })

  if (row.own !== undefined)
    test('read: nobody else’s, but one’s own', async () => {
      expect(await seenBy(collection, await make(collection))).toBe(row.read)
      for (const asker of ASKERS.filter((asker) => row.own?.includes(LETTER[asker]))) {
        const user = staff[asker]!
        const own = collection === 'users' ? String(user.id) : await make(collection, { user })
        const { docs } = await payload.find({ collection, where: { id: { equals: own } }, overrideAccess: false, user })
        expect(docs, asker).toHaveLength(1)
      }
    })

  if (hasDrafts)
    test('read: drafts and what lies in the trash', async () => {
      const draft = await make(collection, undefined, { _status: 'draft' })
      const trashed = await make(collection, undefined, { deletedAt: '2026-01-01T00:00:00.000Z' })
      expect(await seenBy(collection, draft), 'draft').toBe(row.read)
      expect(await seenBy(collection, trashed), 'trashed').toBe(row.read)
    })

  if (hasDrafts)
    test('readVersions', async () => {
      expect(await allowed((as) => payload.findVersions({ collection, ...as }))).toBe(row.versions)
    })

  test('update', async () => {
    const id = await make(collection)
    expect(await allowed((as) => payload.update({ collection, id, data: {}, depth: 0, ...as }))).toBe(row.update)
  })

  test('delete', async () => {
    expect(await allowed(async (as) => payload.delete({ collection, id: await make(collection), ...as }))).toBe(
      row.delete,
    )
  })
})

describe('agency, who we are', () => {
  test('is for admins to change, and for staff to read', async () => {
    const name = { slug: 'agency', data: { name: 'Us' } } as const
    expect(await allowed((as) => payload.updateGlobal({ ...name, ...as }))).toBe('A')
    expect(await allowed((as) => payload.findGlobal({ slug: 'agency', ...as }))).toBe('ACRV')
    expect(await allowed((as) => payload.findGlobalVersions({ slug: 'agency', ...as }))).toBe('ACRV')
  })
})

describe('framework', () => {
  const read = async (asker: Asker, draft: boolean) =>
    (
      await payload.findGlobal({
        slug: 'framework',
        draft,
        disableErrors: true,
        overrideAccess: false,
        user: staff[asker],
      })
    )?.title
  const write = (title: string, draft: boolean) => {
    const rest = {
      intro: '',
      resultTitle: '',
      resultText: '',
      protocolTitle: '',
      protocolText: '',
      visionTitle: '',
      visionIntro: '',
    }
    const filled = Object.fromEntries(Object.keys(rest).map((key) => [key, 'Text']))
    const data = { ...filled, title, _status: draft ? 'draft' : 'published' } as never
    return payload.updateGlobal({ slug: 'framework', data, draft, overrideAccess: true })
  }

  test('update and versions', async () => {
    expect(await allowed((as) => payload.updateGlobal({ slug: 'framework', data: {}, draft: true, ...as }))).toBe('AC')
    expect(await allowed((as) => payload.findGlobalVersions({ slug: 'framework', ...as }))).toBe('ACRV')
  })

  test('what is published is for everyone, what is drafted for staff', async () => {
    await write('Said', false)
    await write('Not said yet', true)
    for (const asker of ASKERS) expect(await read(asker, false), asker).toBe('Said')
    expect(await read('anonymous', true)).not.toBe('Not said yet')
    expect(await read('reviewer', true)).toBe('Not said yet')
  })
})

describe('what could leak', () => {
  const visitor = { overrideAccess: false, user: undefined } as const

  test('the contact of an organization is for staff', async () => {
    const contact = { name: 'Ida Lund', email: 'ida@example.org', phone: '651-555-0100' }
    const { id } = await payload.create({
      collection: 'organizations',
      data: anOrganization({ contact }),
      overrideAccess: true,
    })
    expect(await payload.findByID({ collection: 'organizations', id, ...visitor })).not.toHaveProperty('contact')
    const seen = await payload.findByID({
      collection: 'organizations',
      id,
      overrideAccess: false,
      user: staff.reviewer,
    })
    expect(seen.contact).toEqual(contact)
  })

  test('the link of an online day is for staff, on every way to it', async () => {
    const online = 'https://meet.example.org/secret'
    const data = aSession({ course: related.course, days: [{ ...aDay, online }] })
    const { id } = await payload.create({ collection: 'sessions', data, overrideAccess: true })
    const direct = await payload.findByID({ collection: 'sessions', id, depth: 2, ...visitor })
    const joined = await payload.findByID({ collection: 'courses', id: related.course, depth: 2, ...visitor })
    expect(direct.days).toHaveLength(1)
    expect(joined.sessions?.docs?.length).toBeGreaterThan(0)
    expect(JSON.stringify([direct, joined])).not.toContain('secret')
    const seen = await payload.findByID({ collection: 'sessions', id, overrideAccess: false, user: staff.registrar })
    expect(seen.days[0]?.online).toBe(online)
  })

  test.each([
    ['organizations', 'contact.email'],
    ['sessions', 'days.online'],
    ['users', 'email'],
    ['users', 'hash'],
    ['users', 'salt'],
    ['users', 'roles'],
  ] as const)('%s cannot be found or sorted by %s', async (collection, path) => {
    for (const query of [{ where: { [path]: { like: 'a' } } }, { sort: path }])
      await expect(payload.find({ collection, ...query, ...visitor })).rejects.toThrow(/cannot be queried|not allowed/)
  })

  test('a draft of something published stays unseen, also when drafts are asked for', async () => {
    const id = await make('courses')
    await payload.update({
      collection: 'courses',
      id,
      data: { title: 'Whispered', _status: 'draft' },
      draft: true,
      overrideAccess: true,
    })
    const seen = await payload.find({ collection: 'courses', where: { id: { equals: id } }, draft: true, ...visitor })
    const one = await payload.findByID({ collection: 'courses', id, draft: true, disableErrors: true, ...visitor })
    expect(JSON.stringify([seen, one])).not.toContain('Whispered')
  })

  test('a draft is not carried along by something published that points to it', async () => {
    const course = await make('courses', undefined, { _status: 'draft', title: 'Whispered' })
    const { id } = await payload.create({ collection: 'sessions', data: aSession({ course }), overrideAccess: true })
    const seen = await payload.findByID({ collection: 'sessions', id, depth: 2, draft: true, ...visitor })
    expect(seen.course).toBe(course)
    expect(JSON.stringify(seen)).not.toContain('Whispered')
  })

  test('nobody gives themselves a role or another mailbox, by which their own work is known', async () => {
    const reviewer = staff.reviewer!
    const stored = () => payload.findByID({ collection: 'users', id: reviewer.id, overrideAccess: true })
    const { email } = await stored()
    const data = { roles: ['admin'] as const, email: 'another@example.org', name: 'Promoted' }
    await payload.update({
      collection: 'users',
      id: reviewer.id,
      data: data as never,
      overrideAccess: false,
      user: reviewer,
    })
    expect(await stored()).toMatchObject({ name: 'Promoted', email, roles: ['reviewer'] })
  })
})

describe('as much as one request over REST may ask for', () => {
  const MANY = 105
  const asking = { overrideAccess: false, req: { payloadAPI: 'REST' } as Partial<PayloadRequest> } as const
  let course: string

  beforeAll(async () => {
    const strategies: string[] = []
    for (let made = 0; made < MANY; made += 1) strategies.push(await make('strategies'))
    course = await make('courses', undefined, { strategies })
  })

  test('is a page of rows', async () => {
    for (const query of [{ limit: 0 }, { limit: 1e9 }, { pagination: false }]) {
      const { docs } = await payload.find({ collection: 'strategies', ...query, ...asking })
      expect(docs).toHaveLength(100)
    }
  })

  test('is not less of what belongs to a row', async () => {
    const { docs } = await payload.find({
      collection: 'courses',
      where: { id: { equals: course } },
      depth: 1,
      ...asking,
    })
    expect(docs[0]?.strategies?.filter((strategy) => typeof strategy === 'object')).toHaveLength(MANY)
  })

  test('does not bind our own code', async () => {
    const { docs } = await payload.find({ collection: 'strategies', pagination: false, overrideAccess: false })
    expect(docs.length).toBeGreaterThanOrEqual(MANY)
  })
})
