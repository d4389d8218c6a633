import { expect, test } from 'vitest'
import { isGroupedBy, listAddress, waysOut } from '#site/src/lib/courses/list.ts'

test.each([
  ['all courses', {}, false, '/courses'],
  ['all, by circle', {}, true, '/courses?group=circle'],
  ['narrowed', { q: 'math', format: 'online' }, false, '/courses?q=math&format=online'],
  ['narrowed, by circle', { format: 'online' }, true, '/courses?format=online&group=circle'],
  ['the first page is not said', { page: 1 }, false, '/courses'],
  ['a later page', { page: 2 }, false, '/courses?page=2'],
  ['what was taken away', { q: undefined, open: '1' }, false, '/courses?open=1'],
] as const)('address: %s', (_, query, isGrouped, address) => expect(listAddress(query, isGrouped)).toBe(address))

test.each([
  ['group=circle', true],
  ['group=price', false],
  ['', false],
])('“%s” asks for groups: %s', (parameters, isGrouped) =>
  expect(isGroupedBy(new URLSearchParams(parameters))).toBe(isGrouped),
)

const exit = (name: string, found: number) => ({ name, href: `/courses?without=${name}`, found })

test('ways out that lead nowhere are left out, and the richest comes first', () => {
  const ways = waysOut([exit('online', 1), exit('math', 0), exit('circle', 6)])
  expect(ways.map(({ name }) => name)).toEqual(['circle', 'online'])
})

test('where nothing helps alone, every way is named', () => {
  expect(waysOut([exit('online', 0), exit('math', 0)])).toHaveLength(2)
})
