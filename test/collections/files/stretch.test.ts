import { expect, test } from 'vitest'
import { stretchOf } from '#collections/files/stretch.ts'

test.each([
  [null, 'none'],
  ['bytes=0-', { from: 0, to: 99 }],
  ['bytes=10-19', { from: 10, to: 19 }],
  ['bytes=90-400', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-400', { from: 0, to: 99 }],
  ['bytes=99-99', { from: 99, to: 99 }],
  ['bytes=100-', 'beyond'],
  ['bytes=-0', 'beyond'],
  ['bytes=9-3', 'none'],
  ['bytes=0-1,5-6', 'none'],
  ['bytes=-', 'none'],
  ['lines=1-2', 'none'],
] as const)('%s of 100 bytes', (range, expected) => {
  expect(stretchOf(range, 100)).toEqual(expected)
})
