import { expect, test } from 'vitest'
import { bytesInFlight } from '#cms/server/in-flight.ts'

const limits = { forOne: 100, forAll: 150 }

test('one address has its share, and another the rest', () => {
  const take = bytesInFlight(limits)
  expect(take('a', 60)).toBeTypeOf('function')
  expect(take('a', 60)).toBeUndefined()
  expect(take('a', 40)).toBeTypeOf('function')
  expect(take('b', 51)).toBeUndefined()
  expect(take('b', 50)).toBeTypeOf('function')
})

test('what is over makes room, and makes it once', () => {
  const take = bytesInFlight(limits)
  const release = take('a', 100)!
  release()
  release()
  expect(take('a', 100)).toBeTypeOf('function')
  expect(take('b', 51)).toBeUndefined()
})
