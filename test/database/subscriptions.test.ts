import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicServices } from '#collections/services/public.ts'
import { newSession, openTestDesk } from '#test/support/desk.ts'

// Whoever wants to hear of something new: asked for, confirmed once, told of each event once, ended with one click.

const all = { depth: 0, overrideAccess: true } as const

let desk: Awaited<ReturnType<typeof openTestDesk>>
let slug: string
beforeAll(async () => {
  desk = await openTestDesk()
  const { payload, course } = desk
  slug = (await payload.findByID({ collection: 'courses', id: course, ...all })).slug
})
afterAll(() => desk.close())

const visitor = () => publicServices(desk.context).subscriptions
const letters = async (kind: string, to: string) =>
  (
    await desk.payload.find({
      collection: 'messages',
      where: { and: [{ kind: { equals: kind } }, { to: { equals: to } }] },
      sort: 'createdAt',
      ...all,
    })
  ).docs
const tokenIn = (text: string, path: string): string => new RegExp(`${path}/([\\w.-]+)`).exec(text)![1]!

const subscribe = async (email: string, course: string, query = '', label = ''): Promise<void> => {
  await visitor().ask((await visitor().wanted(course, query, label))!, email)
  const [asked] = await letters('subscription-asked', email)
  const opened = await visitor().openAsked(tokenIn(asked!.text, 'confirm'))
  if (!opened.ok) throw new Error(opened.refusal)
  await visitor().confirm(opened.view)
}
const newsTo = async (email: string): Promise<string[]> => {
  await desk.followUp()
  return (await letters('subscription-news', email)).map(({ text }) => text)
}

describe('a course that is full', () => {
  test('nothing is kept of a mailbox that did not confirm', async () => {
    await visitor().ask((await visitor().wanted(slug, '', ''))!, 'stranger@example.org')
    expect((await desk.payload.count({ collection: 'subscriptions', overrideAccess: true })).totalDocs).toBe(0)
    expect(await letters('subscription-asked', 'stranger@example.org')).toHaveLength(1)
  })

  test('one letter when a seat is free, with one click that ends it', async () => {
    const { payload, course, clock } = desk
    const session = await newSession(payload, course)
    await payload.update({ collection: 'sessions', id: session, data: { capacity: 4, seatsReserved: 4 }, ...all })
    await desk.followUp()
    await subscribe('robin@example.org', slug)
    expect(await newsTo('robin@example.org')).toEqual([])

    await payload.update({ collection: 'sessions', id: session, data: { seatsReserved: 3 }, ...all })
    const [told] = await newsTo('robin@example.org')
    expect(told).toContain('a seat is free')
    clock.now = clock.now.add({ hours: 1 })
    expect(await newsTo('robin@example.org')).toHaveLength(1)

    const [letter] = await letters('subscription-news', 'robin@example.org')
    expect(letter!.unsubscribe).toBe(`${desk.context.siteUrl}/tell-me/${tokenIn(told!, '/tell-me')}`)
    const read = await visitor().read(tokenIn(told!, '/tell-me'))
    if (!read.ok) throw new Error(read.refusal)
    await visitor().end(read.view.id)
    expect(await visitor().read(tokenIn(told!, '/tell-me'))).toEqual({ ok: false, refusal: 'invalid' })
  })
})

describe('a list of courses', () => {
  test('dates that are published within ten minutes come in one letter, those elsewhere do not', async () => {
    const { payload, course, clock } = desk
    await subscribe('kim@example.org', '', '?place=north-hall&open=1', 'North Hall')
    const days = (place: string) => [
      { date: '2027-05-04', startTime: '08:30', endTime: '15:30', breakMinutes: 0, place },
    ]
    for (const place of ['North Hall, Room 1', 'South Hall', 'North Hall, Room 2']) {
      const id = await newSession(payload, course)
      await payload.update({ collection: 'sessions', id, data: { days: days(place) }, ...all })
    }
    expect(await newsTo('kim@example.org')).toEqual([])
    clock.now = clock.now.add({ minutes: 11 })
    const [told, ...more] = await newsTo('kim@example.org')
    expect(more).toEqual([])
    expect(told!.match(/a new date/g)).toHaveLength(2)
    expect(told).not.toContain('South Hall')
  })

  test('words a stranger typed are not repeated where they read like a link', async () => {
    await visitor().ask(
      (await visitor().wanted('', '?q=win.example.com', '“win at www.example.com”'))!,
      'lee@example.org',
    )
    const [asked] = await letters('subscription-asked', 'lee@example.org')
    expect(asked!.text).toContain('It is about: a list of courses.')
  })

  test('a mailbox that was erased hears nothing', async () => {
    const { payload } = desk
    const { heldOf } = await import('#collections/privacy/service/held.ts')
    const person = await payload.create({
      collection: 'people',
      data: { name: 'Kim Example', email: 'kim@example.org' } as never,
      ...all,
    })
    const held = await heldOf({ payload }, person.id)
    expect([held.subscriptions.length, held.messages.length]).toEqual([1, 2])
  })
})
