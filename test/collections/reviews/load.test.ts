import { expect, test } from 'vitest'
import { byLoad, loadOf } from '#collections/reviews/load.ts'

const NOW = Temporal.Instant.from('2027-02-01T16:00:00Z')
const read = (reviewer: string, status: string, days?: number) => ({
  reviewer,
  status,
  scoredAt: days === undefined ? null : NOW.subtract({ hours: days * 24 }),
})

test('what a reader has open and finished in thirty days', () => {
  const reviews = [
    read('a', 'started'),
    read('a', 'scored', 1),
    read('a', 'released', 30),
    read('a', 'released', 31),
    read('b', 'started'),
  ]
  expect(loadOf('a', reviews, NOW)).toEqual({ open: 1, done: 2 })
  expect(loadOf('c', reviews, NOW)).toEqual({ open: 0, done: 0 })
})

test('who has least comes first', () => {
  const readers = [
    { id: '1', name: 'Cleo', open: 2, done: 0 },
    { id: '2', name: 'Ada', open: 0, done: 5 },
    { id: '3', name: 'Ben', open: 0, done: 1 },
    { id: '4', name: 'Abe', open: 0, done: 1 },
  ]
  expect(readers.sort(byLoad).map(({ name }) => name)).toEqual(['Abe', 'Ben', 'Ada', 'Cleo'])
})
