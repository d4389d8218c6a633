import { expect, test } from 'vitest'
import { changesSince, MOST, withChanges, type ChangeList } from '#collections/changes/policy.ts'

const EMPTY: ChangeList = { version: 0, floor: 0, entries: [] }
const course = (id: string) => ({ slug: 'courses', id })
const idsSince = (list: ChangeList, version: number, by: string) => changesSince(list, version, by)?.map(({ id }) => id)

test('each writing is one version, and others read what came after theirs', () => {
  const first = withChanges(EMPTY, [course('a'), course('b')], 'one')
  const second = withChanges(first, [course('c')], 'two')
  expect([first.version, second.version]).toEqual([1, 2])
  expect(idsSince(second, 0, 'three')).toEqual(['a', 'b', 'c'])
  expect(idsSince(second, 1, 'three')).toEqual(['c'])
  expect(idsSince(second, 2, 'three')).toEqual([])
})

test('nobody reads again what they wrote themselves', () => {
  const list = withChanges(withChanges(EMPTY, [course('a')], 'one'), [course('b')], 'two')
  expect(idsSince(list, 0, 'one')).toEqual(['b'])
})

test('what is written again stands once, at its last version', () => {
  const list = withChanges(withChanges(EMPTY, [course('a'), course('b')], 'one'), [course('a'), course('a')], 'one')
  expect(list.entries.map(({ id, at }) => [id, at])).toEqual([
    ['b', 1],
    ['a', 2],
  ])
})

test('what two processes wrote stands for each: neither takes the other’s for its own', () => {
  const list = withChanges(withChanges(EMPTY, [course('a')], 'one'), [course('a')], 'two')
  expect([idsSince(list, 0, 'one'), idsSince(list, 0, 'two')]).toEqual([['a'], ['a']])
})

test('the list is bounded, and whoever is further behind has to read everything', () => {
  let list = EMPTY
  for (let n = 1; n <= MOST + 3; n += 1) list = withChanges(list, [course(String(n))], 'one')
  expect(list).toMatchObject({ version: MOST + 3, floor: 3 })
  expect(list.entries).toHaveLength(MOST)
  expect(changesSince(list, 2, 'two')).toBeUndefined()
  expect(idsSince(list, 3, 'two')).toHaveLength(MOST)
})

test('one writing of more than is listed makes everybody else read everything', () => {
  const many = Array.from({ length: MOST + 1 }, (_, n) => course(String(n)))
  const list = withChanges(EMPTY, many, 'one')
  expect(changesSince(list, 0, 'two')).toBeUndefined()
  expect(changesSince(list, 1, 'two')).toEqual([])
})
