import { expect, test } from 'vitest'
import { keptWith } from '#site/src/lib/catalog/cache.ts'

test('a file is made once for each edition and name', () => {
  let made = 0
  const make = () => `file ${++made}`
  const [one, two] = [{}, {}]
  expect([
    keptWith(one, 'calendar', make),
    keptWith(one, 'calendar', make),
    keptWith(one, 'sitemap', make),
    keptWith(two, 'calendar', make),
    keptWith(one, 'calendar', make),
  ]).toEqual(['file 1', 'file 1', 'file 2', 'file 3', 'file 1'])
})
