import { expect, test } from 'vitest'
import { bytesInFlight } from '#cms/server/in-flight.ts'

const limits = { forOne: 100, forAll: 150 }

test('one address has its share, and another the rest', () => {
  const take = bytesInFlight(limits)
  expect(take('a', 60)).toBeDefined()
  expect(take('a', 60)).toBeUndefined()
  expect(take('a', 40)).toBeDefined()
  expect(take('b', 51)).toBeUndefined()
  expect(take('b', 50)).toBeDefined()
})

test('what is over makes room, and makes it once', () => {
  const take = bytesInFlight(limits)
  const release = take('a', 100)!
  release()
  release()
  expect(take('a', 100)).toBeDefined()
  expect(take('b', 51)).toBeUndefined()
})
