import { expect, test } from 'vitest'
import { canonical, changedBy, mergeSave, stillPresent, withEdit, type Edit } from '#collections/editing/policy.ts'

const [T0, T1, T2] = ['2026-10-01T15:00:00.000Z', '2026-10-01T15:01:00.000Z', '2026-10-01T15:02:00.000Z']
const print = canonical
const byAna = (at: string, before: Record<string, unknown>): Edit => ({
  at,
  user: 'ana',
  by: 'Ana Lee',
  before: Object.fromEntries(Object.entries(before).map(([name, value]) => [name, print(value)])),
})

const merge = (sent: object, stored: object, edits: Edit[], base = T0) =>
  mergeSave({ sent: { ...sent }, stored: { ...stored }, base, edits, user: 'ben', print })

test('nothing in each of its forms is the same, and so are names in another order', () => {
  expect([null, undefined, '', false, []].map(canonical)).toEqual(['', '', '', '', ''])
  expect(canonical({ a: 1, b: { c: 2, d: null } })).toBe(canonical({ b: { c: 2 }, a: 1 }))
})

test('a field somebody else changed keeps their words, where this form did not touch it', () => {
  const edits = [byAna(T1, { summary: 'First' })]
  const { data, clashes, replaces } = merge(
    { title: 'Mine', summary: 'First' },
    { title: 'Old', summary: 'Ana wrote this' },
    edits,
  )
  expect({ data, clashes, replaces }).toEqual({
    data: { title: 'Mine', summary: 'Ana wrote this' },
    clashes: [],
    replaces: false,
  })
})

test('a field both changed is a clash, with who was first', () => {
  const edits = [byAna(T1, { summary: 'First' }), byAna(T2, { summary: 'Ana began' })]
  const { clashes } = merge({ summary: 'Ben wrote this' }, { summary: 'Ana wrote this' }, edits)
  expect(clashes).toEqual([{ field: 'summary', by: 'Ana Lee', at: T2 }])
})

test('both wrote the same: nothing to ask', () => {
  expect(merge({ summary: 'Same' }, { summary: 'Same' }, [byAna(T1, { summary: 'First' })]).clashes).toEqual([])
})

test.each([
  ['what was saved in the very moment this form began with is known to it', T1, 0],
  ['what came after is not', T0, 1],
])('%s', (_, base, clashes) => {
  const merged = merge({ summary: 'Ben' }, { summary: 'Ana' }, [byAna(T1, { summary: 'First' })], base)
  expect(merged.clashes).toHaveLength(clashes)
})

test('writing over somebody else’s last words keeps these among the versions, and one’s own not', () => {
  const edits = [byAna(T1, { summary: 'First' })]
  expect(merge({ summary: 'Ben' }, { summary: 'Ana' }, edits, T1).replaces).toBe(true)
  expect(merge({ title: 'Ben' }, { title: 'Old' }, edits, T1).replaces).toBe(false)
})

test('a save is told by the fields it changed, without what follows from them', () => {
  const before = { id: '1', title: 'A', outcomes: [], updatedAt: T0 }
  const after = { id: '1', title: 'B', outcomes: null, updatedAt: T1 }
  expect(changedBy(before, after, print)).toEqual({ title: '"A"' })
})

test('saves of two days ago are forgotten', () => {
  const old = byAna('2026-09-29T14:59:59.000Z', { title: 'A' })
  const edge = byAna('2026-09-29T15:00:00.000Z', { title: 'A' })
  const now = byAna(T0, { title: 'B' })
  expect(withEdit([old, edge], now)).toEqual([edge, now])
})

test('whoever was not heard of for forty seconds has left', () => {
  const present = { ana: { name: 'Ana Lee', at: 0 }, cy: { name: 'Cy', at: 1 } }
  expect(Object.keys(stillPresent(present, 40_000))).toEqual(['cy'])
})
