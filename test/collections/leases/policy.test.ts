import { expect, test } from 'vitest'
import {
  HELD_FOR,
  isDue,
  isFree,
  isSure,
  LOOK_EVERY,
  PATIENCE,
  RENEW_EVERY,
  sighted,
} from '#collections/leases/policy.ts'

const seen = { holder: 'one', beat: 7, at: 1000 }

test('a lease is first seen when it has changed', () => {
  expect(sighted(undefined, { holder: 'one', beat: 7 }, 1000)).toEqual(seen)
  expect(sighted(seen, { holder: 'one', beat: 7 }, 9000)).toBe(seen)
  expect(sighted(seen, { holder: 'one', beat: 8 }, 9000)).toEqual({ holder: 'one', beat: 8, at: 9000 })
  expect(sighted(seen, { holder: null, beat: 7 }, 9000)).toEqual({ holder: '', beat: 7, at: 9000 })
})

test.each([
  ['a moment before patience ends', seen, false, 1000 + PATIENCE - 1, false],
  ['when patience ends', seen, false, 1000 + PATIENCE, true],
  ['at once where the holder is known to be gone', seen, true, 1000, true],
  ['at once where it was given back', { ...seen, holder: '' }, false, 1000, true],
])('%s', (_, sighting, isGone, now, isFreeNow) => {
  expect(isFree(sighting, isGone, now)).toBe(isFreeNow)
})

test('it is renewed in time, and its holder counts on it for less than others wait', () => {
  expect([isDue(0, RENEW_EVERY - 1), isDue(0, RENEW_EVERY)]).toEqual([false, true])
  expect([isSure(0, HELD_FOR - 1), isSure(0, HELD_FOR)]).toEqual([true, false])
  expect(RENEW_EVERY + LOOK_EVERY).toBeLessThan(HELD_FOR)
  expect(HELD_FOR).toBeLessThan(PATIENCE)
  expect(PATIENCE + 2 * LOOK_EVERY).toBeLessThan(15_000)
})
