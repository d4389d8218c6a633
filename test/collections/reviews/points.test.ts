import { describe, expect, test } from 'vitest'
import { lackingPoints, mostPoints, readingsOf, scoreOf, sumOf, type PointScores } from '#collections/reviews/points.ts'
import { seatsOfApplication } from '#collections/reviews/seats.ts'

const criterion = (name: string, points = 4) => ({ name, text: null, points })
const criteria = [criterion('Purpose'), criterion('Reach'), criterion('Commitment', 2)]

const given = (...points: (number | null)[]): PointScores =>
  Object.fromEntries(
    points.flatMap((points, index) => (points === null ? [] : [[String(index + 1), { points, comment: '' }]])),
  )

describe('lackingPoints', () => {
  test.each([
    ['nothing given', given(), ['1', '2', '3']],
    ['all given', given(4, 3, 2), []],
    ['zero is a number of points', given(0, 0, 0), []],
    ['one left open', given(4, null, 2), ['2']],
    ['more than there are', given(4, 5, 3), ['2', '3']],
    ['less than none', given(-1, 4, 2), ['1']],
    ['half a point', given(3.5, 4, 2), ['1']],
    ['no number at all', { ...given(4, 4), 3: { points: Number.NaN, comment: '' } }, ['3']],
  ])('%s', (_, scores, expected) => {
    expect(lackingPoints(criteria, scores)).toEqual(expected)
  })
})

describe('scoreOf', () => {
  test.each([
    ['nobody has begun', criteria, [], null],
    ['one reviewer', criteria, [given(4, 3, 2)], 9],
    ['the mean of two', criteria, [given(4, 3, 2), given(4, 2, 2)], 8.5],
    ['two decimals', criteria, [given(4, 3, 2), given(4, 3, 2), given(4, 2, 2)], 8.67],
    ['zero points are a score', criteria, [given(0, 0, 0)], 0],
    ['a review left open does not count', criteria, [given(4, 3, 2), given(0, null, 0)], 9],
    ['only reviews left open', criteria, [given(4, 3)], null],
    ['a criterion that is not asked', criteria, [{ ...given(1, 1, 1), 4: { points: 9, comment: '' } }], 3],
    ['no criteria: nothing is scored', [], [given()], null],
  ])('%s', (_, asked, reviews, expected) => {
    expect(scoreOf(asked, reviews)).toBe(expected)
  })

  test('of how many', () => {
    expect(mostPoints(criteria)).toBe(10)
    expect(sumOf(criteria, given(4, 3, 2))).toBe(9)
  })
})

describe('how a score came about', () => {
  const criteria = [{ name: 'Need', text: null, points: 6 }] as Parameters<typeof readingsOf>[0]
  const gave = (points: number | null) => ({ '1': { points, comment: '' } })
  test.each([
    ['nobody has finished', [], null],
    ['one left a criterion open', [gave(null)], null],
    ['one reader', [gave(4)], { done: 1, least: 4, most: 4 }],
    ['two who differ', [gave(6), gave(2)], { done: 2, least: 2, most: 6 }],
  ])('%s', (_, reviews, expected) => {
    expect(readingsOf(criteria, reviews)).toEqual(expected)
  })

  test.each([
    ['submitted', 1, [1]],
    ['submitted', 3, [1, 2, 3]],
    ['waiting', 1, [1, 2]],
    ['waiting', 3, [1, 2, 3]],
    ['offered', 3, []],
  ] as const)('%s, %i readers asked for', (status, readers, seats) => {
    expect(seatsOfApplication(status, readers)).toEqual(seats)
  })
})
