import { describe, expect, test } from 'vitest'
import { lookedAt, newsOf, stillAhead, type Watching } from '#collections/subscriptions/policy.ts'

const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')
const nothing: Watching = { seen: {}, news: [], dueAt: null }

describe('what is new of a session', () => {
  test.each([
    ['a date that was not there before', undefined, 'later', 'date'],
    ['one that is open at once', undefined, 'open', 'date'],
    ['one that is full already, for its waitlist', undefined, 'full', 'date'],
    ['one that was called off before anybody heard of it', undefined, 'off', undefined],
    ['a seat that became free', 'full', 'open', 'seat'],
    ['registration that opened', 'later', 'open', 'opens'],
    ['registration that was opened again', 'off', 'open', 'opens'],
    ['one that filled up', 'open', 'full', undefined],
    ['one that closed', 'open', 'off', undefined],
    ['nothing', 'open', 'open', undefined],
  ] as const)('%s', (_, before, now, expected) => {
    expect(newsOf(before, now)).toBe(expected)
  })
})

describe('a look at a session', () => {
  test('a free seat is told at once, a date after ten minutes, with what else comes until then', () => {
    const dated = lookedAt(nothing, 'a', 'later', NOW)!
    expect(dated.dueAt?.toString()).toBe('2027-02-01T16:10:00Z')
    const later = lookedAt(dated, 'b', 'later', NOW.add({ minutes: 5 }))!
    expect(later).toMatchObject({ news: [{ session: 'a' }, { session: 'b' }], dueAt: dated.dueAt })
    const free = lookedAt({ ...later, seen: { ...later.seen, c: 'full' } }, 'c', 'open', NOW.add({ minutes: 6 }))!
    expect(free.dueAt?.toString()).toBe('2027-02-01T16:06:00Z')
  })

  test('a date nobody was told of yet stays a date when it opens, and is dropped when it is called off', () => {
    const dated = lookedAt(nothing, 'a', 'later', NOW)!
    const opened = lookedAt(dated, 'a', 'open', NOW)!
    expect(opened.news).toEqual([{ session: 'a', kind: 'date' }])
    expect(lookedAt(opened, 'a', 'off', NOW)).toMatchObject({ news: [], dueAt: null })
  })

  test('nothing to write where a session stands as it did', () => {
    expect(lookedAt({ ...nothing, seen: { a: 'open' } }, 'a', 'open', NOW)).toBeUndefined()
  })

  test('what is over is forgotten', () => {
    expect(stillAhead({ a: 'open', b: 'full' }, (id) => id === 'b')).toEqual({ b: 'full' })
  })
})
