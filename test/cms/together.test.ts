import { expect, test } from 'vitest'
import { together } from '#collections/services/together.ts'

test('parts of a desk are one', () => {
  expect(together([{ name: 'desk' }, { count: 2 }])).toEqual({ name: 'desk', count: 2 })
})

test('two parts that claim the same name do not compile', () => {
  // @ts-expect-error Both parts claim `name`.
  expect(together([{ name: 'desk' }, { count: 2, name: 'other' }])).toEqual({ name: 'other', count: 2 })
})
