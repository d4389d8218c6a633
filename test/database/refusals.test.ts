import type { CollectionSlug, Payload, ValidationError } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aCircle,
  aCollaborative,
  aCourse,
  aCredential,
  aDay,
  aHoliday,
  anOrganization,
  aPage,
  aPerson,
  aRegistration,
  aSession,
} from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'

// What saving refuses, however the document is written, and the sentence the editor reads.

let database: Database
let payload: Payload
let circle: string
let course: string

const all = { depth: 0, overrideAccess: true } as const

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
  circle = (await payload.create({ collection: 'circles', data: aCircle(), ...all })).id
  course = (await payload.create({ collection: 'courses', data: aCourse({ circles: [circle] }), ...all })).id
})
afterAll(() => database.close())

/** The sentences a save was refused with, by field; undefined when it was accepted. */
const refusalOf = async (saving: Promise<unknown>): Promise<Record<string, string> | undefined> => {
  try {
    await saving
    return undefined
  } catch (error) {
    if ((error as Error).name !== 'ValidationError') throw error
    const { errors } = (error as ValidationError).data
    return Object.fromEntries(errors.map(({ path, message }) => [path, message]))
  }
}

// `as never`: what is saved here is wrong on purpose, or of a collection the types do not know.
const create = (collection: CollectionSlug, data: object) => payload.create({ collection, data: data as never, ...all })
const refusalToCreate = (collection: CollectionSlug, data: object) => refusalOf(create(collection, data))
const update = (collection: CollectionSlug, id: string, data: object, draft = false) =>
  payload.update({ collection, id, data: data, draft, ...all })

describe('prerequisites', () => {
  const aTitled = async (title: string, needs: string[] = []) =>
    (
      await create(
        'courses',
        aCourse({ circles: [circle], title, prerequisites: needs.length ? [{ kind: 'all', courses: needs }] : [] }),
      )
    ).id
  const require = (id: string, courses: string[], kind: 'all' | 'any' = 'all', more: object = {}) =>
    update('courses', id, { prerequisites: [{ kind, courses }], _status: 'published', ...more })
  const circleSentence = (way: RegExp) => ({
    prerequisites: expect.stringMatching(
      new RegExp(`^These prerequisites lead in a circle: ${way.source}\\. Take one of them out\\.$`),
    ),
  })

  test('a course cannot ask for itself', async () => {
    const alone = await aTitled('Alone')
    expect(await refusalOf(require(alone, [alone]))).toEqual(circleSentence(/Alone → Alone/))
  })

  test('two courses cannot ask for each other', async () => {
    const first = await aTitled('First')
    const second = await aTitled('Second', [first])
    expect(await refusalOf(require(first, [second]))).toEqual(
      circleSentence(/First → Second → First|Second → First → Second/),
    )
  })

  test('three courses cannot ask for each other, also by way of any one of several', async () => {
    const one = await aTitled('One')
    const two = await aTitled('Two', [one])
    const three = await aTitled('Three', [two])
    const refusal = await refusalOf(require(one, [course, three], 'any'))
    expect(refusal).toEqual(circleSentence(/(One|Two|Three) → (One|Two|Three) → (One|Two|Three) → \1/))
  })

  test('a chain, a diamond and an any-of group are fine', async () => {
    const base = await aTitled('Base')
    const [left, right] = [await aTitled('Left', [base]), await aTitled('Right', [base])]
    const top = await aTitled('Top', [left, right])
    expect(await refusalOf(require(top, [base, left], 'any'))).toBeUndefined()
  })

  test('what is only drafted counts too', async () => {
    const plain = await aTitled('Plain')
    const drafted = await aTitled('Drafted')
    await update('courses', drafted, { prerequisites: [{ kind: 'all', courses: [plain] }], _status: 'draft' }, true)
    expect(await refusalOf(require(plain, [drafted]))).toEqual(circleSentence(/.*Drafted.*/))
  })

  test('a draft that takes the way back out does not hide the published one', async () => {
    const public1 = await aTitled('Public one')
    const public2 = await aTitled('Public two', [public1])
    await update('courses', public2, { prerequisites: [], _status: 'draft' }, true)
    expect(await refusalOf(require(public1, [public2]))).toEqual(circleSentence(/.*Public two.*/))
  })

  test('a draft may ask for what closes a circle, with all else that is typed, and is refused on publishing', async () => {
    const first = await aTitled('Drawn first')
    const second = await aTitled('Drawn second', [first])
    const data = { prerequisites: [{ kind: 'all', courses: [second] }], summary: 'Typed meanwhile', _status: 'draft' }
    expect(await refusalOf(update('courses', first, data, true))).toBeUndefined()
    const draft = await payload.findByID({ collection: 'courses', id: first, draft: true, ...all })
    expect(draft.summary).toBe('Typed meanwhile')
    expect(await refusalOf(update('courses', first, { ...data, _status: 'published' }))).toEqual(
      circleSentence(/.*Drawn.*/),
    )
  })

  test('a course comes back from the trash only if that closes no circle', async () => {
    const kept = await aTitled('Kept')
    const trashed = await aTitled('Trashed', [kept])
    await update('courses', trashed, { deletedAt: new Date(0).toISOString() })
    expect(await refusalOf(require(kept, [trashed]))).toBeUndefined()
    const restoring = payload.update({
      collection: 'courses',
      id: trashed,
      data: { deletedAt: null },
      trash: true,
      ...all,
    })
    expect(await refusalOf(restoring)).toEqual(circleSentence(/.*Trashed.*/))
  })
})

describe('a course that others ask for first', () => {
  const aTitled = async (title: string, needs: string[] = [], kind: 'all' | 'any' = 'all') => {
    const prerequisites = needs.length ? [{ kind, courses: needs }] : []
    return (await create('courses', aCourse({ circles: [circle], title, prerequisites }))).id
  }
  const asks = (title: string) => ({
    _status: `“${title}” asks for this course first. Take it out of the prerequisites there before.`,
  })
  const trash = (id: string) => update('courses', id, { deletedAt: new Date(0).toISOString() })
  const remove = (id: string) => payload.delete({ collection: 'courses', id, ...all })
  const unpublish = (id: string) => update('courses', id, { _status: 'draft' })

  test.each(['all', 'any'] as const)('cannot be taken down, by any way, while “%s of” names it', async (kind) => {
    const base = await aTitled('Base')
    const next = await aTitled(`Next by ${kind}`, [base], kind)
    for (const takeDown of [unpublish, trash, remove])
      expect(await refusalOf(takeDown(base))).toEqual(asks(`Next by ${kind}`))
    expect((await payload.findByID({ collection: 'courses', id: base, ...all }))._status).toBe('published')
    await update('courses', next, { prerequisites: [], _status: 'published' })
    expect(await refusalOf(unpublish(base))).toBeUndefined()
  })

  test('can go where only a draft asks for it, or a course that is taken down itself', async () => {
    const base = await aTitled('Plain base')
    const drafted = await aTitled('Drafts it')
    await update('courses', drafted, { prerequisites: [{ kind: 'all', courses: [base] }], _status: 'draft' }, true)
    const gone = await aTitled('Gone', [base])
    await unpublish(gone)
    expect(await refusalOf(trash(base))).toBeUndefined()
  })
})

describe('circles', () => {
  test.each([
    ['#0f5c66', undefined],
    [
      '#777777',
      /^Paper-white text on this color reaches a contrast of 4\.\d\d:1 and needs 4\.5:1\. The nearest color that works is #[0-9a-f]{6}\.$/,
    ],
    ['#ffe08a', /needs 4\.5:1/],
    ['teal', /^Give a color as # and six digits, such as #0f5c66\.$/],
    ['', /^Give a color/],
  ])('the color %s', async (color, sentence) => {
    const refusal = await refusalToCreate('circles', aCircle({ color }))
    expect(refusal?.['color']).toEqual(sentence ? expect.stringMatching(sentence) : undefined)
  })

  test('two circles that only color tells apart', async () => {
    const { shape, pattern } = aCircle()
    const sign = { shape, pattern }
    const first = await create('circles', aCircle({ name: 'Crossed', ...sign }))
    expect(await refusalToCreate('circles', aCircle({ color: '#5c0f66', ...sign }))).toEqual({
      pattern: expect.stringMatching(
        /^“Crossed” already has this shape with this pattern\. Choose another pattern or shape, so that color is not the only difference\.$/,
      ),
    })
    expect(await refusalOf(update('circles', first.id, { color: '#5c0f66' }))).toBeUndefined()
  })
})

describe('a circle that courses are in', () => {
  test('cannot be trashed, taken down or deleted, and says which courses', async () => {
    const used = await create('circles', aCircle({ name: 'Used' }))
    const titles = ['A', 'B', 'C', 'D', 'E', 'F']
    for (const title of titles) await create('courses', aCourse({ circles: [used.id], title }))
    const sentence = '6 courses are in this circle: “A”, “B”, “C”, “D”, and 2 more. Put them into another one first.'
    expect(await refusalOf(update('circles', used.id, { deletedAt: new Date(0).toISOString() }))).toEqual({
      _status: sentence,
    })
    expect(await refusalOf(update('circles', used.id, { _status: 'draft' }))).toEqual({ _status: sentence })
    expect(await refusalOf(payload.delete({ collection: 'circles', id: used.id, ...all }))).toEqual({
      _status: sentence,
    })
    expect(await refusalOf(update('circles', used.id, { _status: 'draft' }, true))).toBeUndefined()
  })

  test('that none is in can go', async () => {
    const free = await create('circles', aCircle({ name: 'Free' }))
    expect(await refusalOf(update('circles', free.id, { deletedAt: new Date(0).toISOString() }))).toBeUndefined()
  })
})

describe('days of a session', () => {
  const [second, third] = ['2027-03-03', '2027-03-04']
  test.each([
    ['one day', [{}], undefined],
    ['consecutive days', [{}, { date: second }, { date: third }], undefined],
    ['days weeks apart', [{}, { date: '2027-05-11' }], undefined],
    ['a morning and an afternoon that touch', [{ endTime: '12:00' }, { startTime: '12:00' }], undefined],
    [
      'out of order',
      [{ date: third }, { date: second }],
      ['days.1.date', 'Day 2: This day comes before the one above it. List the days in order.'],
    ],
    [
      'overlapping',
      [{ endTime: '12:00' }, { startTime: '11:59' }],
      ['days.1.date', 'Day 2: This day starts before the one above it has ended.'],
    ],
    [
      'ending before it starts',
      [{ startTime: '15:30', endTime: '08:30' }],
      ['days.0.date', 'Day 1: This day ends before it starts, or at the same time.'],
    ],
    [
      'ending when it starts',
      [{ startTime: '08:30', endTime: '08:30' }],
      ['days.0.date', 'Day 1: This day ends before it starts, or at the same time.'],
    ],
    ['all break', [{ breakMinutes: 420 }], ['days.0.date', 'Day 1: The breaks of this day take up all of its time.']],
    [
      'a day that is not in the calendar',
      [{ date: '2027-02-29' }],
      ['days.0.date', 'Choose a day of the calendar, such as 2026-10-15.'],
    ],
    [
      'a time that is not on the clock',
      [{ endTime: '25:00' }],
      [
        'days.0.endTime',
        'Give a time between 00:00 and 23:59, such as 08:30; for midnight at the end of a day 23:59 (11:59 PM).',
      ],
    ],
    [
      'a link that is not safe',
      [{ online: 'http://meet.example.org' }],
      ['days.0.online', 'Give a link that begins with https://.'],
    ],
  ] as const)('%s', async (_, days, refused) => {
    const refusal = await refusalToCreate(
      'sessions',
      aSession({ course, days: days.map((day) => ({ ...aDay, ...day })) }),
    )
    expect(refusal).toEqual(refused && { [refused[0]]: refused[1] })
  })

  test('none at all', async () => {
    expect(await refusalToCreate('sessions', aSession({ course, days: [] }))).toHaveProperty('days')
  })

  test.each(['Central', 'America/Minneapolis', 'UTC+6', ''])('the time zone “%s”', async (timeZone) => {
    const sentence = expect.stringMatching(/^No time zone of that name\. Use one such as America\/Chicago/)
    expect(await refusalToCreate('sessions', aSession({ course, timeZone }))).toEqual({ timeZone: sentence })
    expect(await refusalToCreate('collaboratives', aCollaborative({ timeZone }))).toEqual({ timeZone: sentence })
  })
})

describe('what a session belongs to', () => {
  const sentence = { course: 'Choose a course or a collaborative, and only one of the two.' }
  let collaborative: string
  beforeAll(async () => {
    collaborative = (await create('collaboratives', aCollaborative())).id
  })

  test.each([
    ['a course', () => ({ course }), undefined],
    ['a collaborative', () => ({ collaborative }), undefined],
    ['both', () => ({ course, collaborative }), sentence],
    ['neither', () => ({}), sentence],
    ['neither, as a draft', () => ({ _status: 'draft' }), undefined],
    ['both, as a draft', () => ({ course, collaborative, _status: 'draft' }), undefined],
  ] as const)('%s', async (_, parents, refusal) => {
    const { _status = 'published', ...rest } = parents() as { _status?: 'draft' }
    const creating = payload.create({
      collection: 'sessions',
      data: aSession({ ...rest, _status }),
      draft: _status === 'draft',
      ...all,
    } as never)
    expect(await refusalOf(creating)).toEqual(refusal)
  })

  test('a draft keeps what is typed beside days that Publish refuses', async () => {
    const days = [{ ...aDay, startTime: '15:00', endTime: '09:00' }]
    const data = aSession({ course, days, note: 'Bring a jacket', _status: 'draft' })
    const draft = await payload.create({ collection: 'sessions', data, draft: true, ...all })
    expect(draft.note).toBe('Bring a jacket')
    expect(await refusalOf(update('sessions', draft.id, { _status: 'published' }))).toEqual({
      'days.0.date': expect.stringContaining('ends before it starts'),
    })
  })

  test('a draft without either cannot be published', async () => {
    const draft = await payload.create({
      collection: 'sessions',
      data: aSession({ _status: 'draft' }),
      draft: true,
      ...all,
    })
    expect(await refusalOf(update('sessions', draft.id, { _status: 'published' }))).toEqual(sentence)
  })
})

describe('rubrics', () => {
  test('published with every field that has to be mended, and kept as drafts', async () => {
    const passRule = { passParts: [1, 3], requiredLevel: 'Excellent' }
    expect(await refusalToCreate('credentials', aCredential({ passRule }))).toEqual({
      'passRule.requiredLevel': 'There is no level “Excellent”. The levels are Passing, Not yet.',
      'passRule.passParts': 'The pass rule names part 3, and there is no such part.',
    })
    expect(await refusalToCreate('credentials', aCredential({ passRule, _status: 'draft' }))).toBeUndefined()
    expect(await refusalToCreate('credentials', aCredential())).toBeUndefined()
  })
})

describe('addresses', () => {
  const withoutSlug = (title: string) => ({ ...aCourse({ circles: [circle], title }), slug: undefined })

  test('are made from the title', async () => {
    expect(await create('courses', withoutSlug('Whose Story? Reading, Together'))).toHaveProperty(
      'slug',
      'whose-story-reading-together',
    )
  })

  test('are taken once, also from the trash', async () => {
    const { id } = await create('courses', withoutSlug('Twice'))
    const taken = { slug: 'The address “twice” is taken. Choose another one.' }
    expect(await refusalToCreate('courses', withoutSlug('Twice'))).toEqual(taken)
    await update('courses', id, { deletedAt: new Date(0).toISOString() })
    expect(await refusalToCreate('courses', withoutSlug('Twice'))).toEqual(taken)
    expect(await refusalOf(update('courses', course, { slug: 'twice' }))).toEqual(taken)
  })

  test('stay as they are when the title changes', async () => {
    const { id } = await create('courses', withoutSlug('Old title'))
    expect(await update('courses', id, { title: 'New title' })).toHaveProperty('slug', 'old-title')
  })

  test.each(['../admin', 'Two words', 'a--b', 'été', 'a/b', 'x'.repeat(81)])('“%s” is none', async (slug) => {
    expect(await refusalOf(update('courses', course, { slug }))).toEqual({
      slug: 'Use lowercase letters and digits, joined by single hyphens, such as equity-in-math.',
    })
  })

  test('cannot be made from a title without letters', async () => {
    expect(await refusalToCreate('courses', withoutSlug('!!!'))).toEqual({
      slug: 'Give an address: lowercase letters and digits, joined by hyphens.',
    })
  })

  test.each(['admin', 'api', 'courses', 'my', 'search'])('a page cannot stand at /%s', async (slug) => {
    expect(await refusalToCreate('pages', aPage({ slug }))).toEqual({
      slug: `“${slug}” leads to another part of the site. Choose another address.`,
    })
  })

  test('may be missing in any number of drafts', async () => {
    for (const summary of ['One', 'Two']) {
      const draft = await payload.create({ collection: 'pages', data: {}, draft: true, ...all })
      expect(await refusalOf(update('pages', draft.id, { summary }, true))).toBeUndefined()
    }
  })
})

describe('the rest', () => {
  test('a course needs a circle, an audience and its minutes, when it is published', async () => {
    const refusal = await refusalToCreate('courses', aCourse({ circles: [], audience: [], clockMinutes: 0 }))
    expect(Object.keys(refusal ?? {}).sort()).toEqual(['audience', 'circles', 'clockMinutes'])
  })

  test.each([-1, 12.5])('an amount of %s cents', async (memberRate) => {
    const refusal = await refusalToCreate('courses', aCourse({ circles: [circle], memberRate }))
    expect(refusal).toEqual({ memberRate: 'Give an amount in dollars and cents.' })
  })

  test('one holiday a day, one organization a name', async () => {
    const [holiday, organization] = [aHoliday(), anOrganization()]
    await create('holidays', holiday)
    await create('organizations', organization)
    expect(await refusalToCreate('holidays', holiday)).toBeDefined()
    expect(await refusalToCreate('organizations', organization)).toBeDefined()
  })
})

describe('an organization', () => {
  const remove = (id: string) => payload.delete({ collection: 'organizations', id, overrideAccess: true })

  test('that anything refers to is kept, and it is said what does', async () => {
    const district = (await create('organizations', anOrganization())).id
    const session = (await create('sessions', aSession({ course }))).id
    const person = (await create('people', aPerson({ organization: district }))).id
    const payer = { kind: 'organization' as const, organization: district, name: 'District', reason: 'Member.' }
    const registration = (
      await create('registrations', aRegistration({ session, person, organization: district, payer }))
    ).id
    expect(await refusalOf(remove(district))).toEqual({
      name:
        'This organization has to be kept, because 1 registration and 1 person refer to it. ' +
        'Mark it as not offered any more, or merge it into another one at the desk.',
    })
    const { organization, payer: kept } = await payload.findByID({
      collection: 'registrations',
      id: registration,
      ...all,
    })
    expect([organization, kept.organization]).toEqual([district, district])
  })

  test('nothing refers to can go', async () => {
    const { id } = await create('organizations', anOrganization())
    expect(await refusalOf(remove(id))).toBeUndefined()
    expect((await payload.find({ collection: 'organizations', where: { id: { equals: id } }, ...all })).docs).toEqual(
      [],
    )
  })
})
