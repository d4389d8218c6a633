import { describe, expect, test } from 'vitest'
import { hiddenIn, hiddenOf, LEAST } from '#collections/reports/suppression.ts'

describe('groups that add up to a whole', () => {
  test.each([
    ['large ones are shown', [10, 40], [false, false]],
    ['nobody is shown as nobody', [0, 40], [false, false]],
    [
      'a small one takes the smallest other along, or it would be the whole less the rest',
      [9, 40, 12],
      [true, false, true],
    ],
    ['two small ones of ten together are hidden, and no more', [4, 6, 40], [true, true, false]],
    ['two that are fewer than ten together take another along', [4, 5, 40, 11], [true, true, false, true]],
    ['all of them where there is nothing else', [3, 40], [true, true]],
    ['one small one alone', [3], [true]],
  ])('%s', (_, people, hidden) => expect(hiddenOf(people)).toEqual(hidden))

  test('whatever they are, what is hidden cannot be subtracted to fewer than ten people', () => {
    let seed = 1
    const next = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most
    for (let tries = 0; tries < 500; tries += 1) {
      const people = Array.from({ length: 2 + next(8) }, () => next(30))
      const hidden = hiddenOf(people)
      const among = people.filter((count, at) => hidden[at] && count > 0)
      const isAll = people.every((count, at) => hidden[at] || count === 0)
      if (among.length > 0 && !isAll) {
        expect(among.length, people.join()).toBeGreaterThan(1)
        expect(
          among.reduce((sum, count) => sum + count, 0),
          people.join(),
        ).toBeGreaterThanOrEqual(LEAST)
      }
      expect(people.every((count, at) => count === 0 || count >= LEAST || hidden[at])).toBe(true)
    }
  })
})

test('a table hides enough along each row and each column', () => {
  const hidden = hiddenIn([
    [3, 40, 20],
    [30, 50, 60],
    [70, 80, 90],
  ])
  // The small cell, one more in its row, and for each of the two one more in its column.
  expect(hidden[0]).toEqual([true, false, true])
  for (const column of [0, 2]) expect(hidden.filter((row) => row[column]).length).toBeGreaterThan(1)
  for (const row of hidden) expect(row.filter(Boolean).length).not.toBe(1)
  expect(
    hiddenIn([
      [0, 12],
      [15, 0],
    ]),
  ).toEqual([
    [false, false],
    [false, false],
  ])
})
