import { expect, test } from 'vitest'
import { cachedWith } from '#site/src/lib/catalog/cache.ts'

test('a file is made once for each edition and name', () => {
  let made = 0
  const make = () => `file ${++made}`
  const [one, two] = [{}, {}]
  expect([
    cachedWith(one, 'calendar', make),
    cachedWith(one, 'calendar', make),
    cachedWith(one, 'sitemap', make),
    cachedWith(two, 'calendar', make),
    cachedWith(one, 'calendar', make),
  ]).toEqual(['file 1', 'file 1', 'file 2', 'file 3', 'file 1'])
})
