import { describe, expect, test } from 'vitest'
import { isSameName, personKey, whoIs } from '#collections/people/identity.ts'

describe('two names in one mailbox', () => {
  test.each([
    ['Ana Berg', 'ana berg'],
    ['Ana Berg', 'Berg, Ana'],
    ['Ana Berg', 'Ana Maria Berg'],
    ['Ana Berg', 'Ana M. Berg'],
    ['A. Berg', 'Ana Berg'],
    ['Mary Ann Smith', 'Maryann Smith'],
    ['José Núñez', 'Jose Nunez'],
    ["Siobhán O'Neil", 'Siobhan O’Neil'],
    ['Nguyễn Thị Hồng', 'Hong Nguyen Thi'],
    ['李小龙', '李小龙'],
  ])('%s and %s are one person', (one, other) => {
    expect(isSameName(one, other)).toBe(true)
    expect(isSameName(other, one)).toBe(true)
  })
  test.each([
    ['Ada Berg', 'Bo Lund'],
    ['Cy Moe', 'Di Moe'],
    // One letter apart, as sisters may be.
    ['Ada Berg', 'Ana Berg'],
    ['Ana Berg', 'Ana Lund'],
    ['A. B.', 'Ana Berg'],
    ['李小龙', '李小红'],
  ])('%s and %s are two', (one, other) => {
    expect(isSameName(one, other)).toBe(false)
    expect(isSameName(other, one)).toBe(false)
  })
})

test('of the people of a mailbox it is the one who writes the name just so, else the only one it may be', () => {
  const [ana, anaMaria, bo] = [{ name: 'Ana Berg' }, { name: 'Ana Maria Berg' }, { name: 'Bo Berg' }]
  expect(whoIs('Berg, Ana', [anaMaria, ana, bo])).toBe(ana)
  expect(whoIs('B. Berg', [ana, bo])).toBe(bo)
  expect(whoIs('A. Berg', [ana, anaMaria])).toBeUndefined()
  expect(whoIs('Cy Berg', [ana, bo])).toBeUndefined()
})

test('the key of a person does not depend on how the name is written', () => {
  expect(personKey(' Office@Example.org ', 'BERG, Ána')).toBe(personKey('office@example.org', 'Ana Berg'))
  expect(personKey('office@example.org', 'Ana Berg')).not.toBe(personKey('office@example.org', 'Bo Berg'))
})
