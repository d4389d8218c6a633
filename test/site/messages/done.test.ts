import { expect, test } from 'vitest'
import { DONE, DONE_PARTS } from '#site/src/messages/staff/done.ts'

test('no word in an address stands for two things that were done', () => {
  const words = DONE_PARTS.flatMap((part) => Object.keys(part))
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  expect(DONE['decisions-released']).toMatch(/^The decisions are released/)
})
