import { expect, test } from 'vitest'
import { lostIn, rowsIn, withLast, type Typed } from '#cms/admin/typed.ts'

const none: Typed = new Map()

test('what was typed before the last field is lost with the answer of a save, and put back', () => {
  const first = withLast(none, { start: { value: '08:30', isModified: true }, end: { value: '' } })
  const second = withLast(first, { start: { value: '08:30' }, end: { value: '15:30', isModified: true } })
  const answered = { start: { value: '' }, end: { value: '15:30', isModified: true } }
  expect(lostIn(second, answered)).toEqual([['start', '08:30']])
})

test('what is typed again is no loss, and neither is a field that is gone', () => {
  const typed: Typed = new Map([
    ['start', '08:30'],
    ['end', '15:30'],
  ])
  expect(lostIn(typed, { start: { value: '09:00', isModified: true } })).toEqual([])
})

test('the same rows in another order are another form', () => {
  const rows = (...ids: string[]) => ({ days: { rows: ids.map((id) => ({ id })) } })
  expect(rowsIn(rows('a', 'b'))).not.toBe(rowsIn(rows('b', 'a')))
  expect(rowsIn({ title: { value: 'A' } })).toBe('')
})
