import { expect, test } from 'vitest'
import { keyFor, refusalToJoin, type Joinable } from '#collections/people/joining.ts'

const record = (id: string, more: Partial<Joinable> = {}): Joinable => ({
  id,
  now: id,
  applications: [],
  sessions: [],
  works: [],
  ...more,
})

test.each([
  ['two records', record('a'), record('b'), undefined],
  ['a record with itself', record('a'), record('a'), 'same'],
  ['one that was joined into the other', record('a', { now: 'b' }), record('b'), 'same'],
  ['one that was joined into a third', record('a', { now: 'c' }), record('b'), 'joined-before'],
  ['into one that was joined into a third', record('a'), record('b', { now: 'c' }), 'joined-before'],
  ['an application that is open', record('a', { applications: ['waiting'] }), record('b'), 'open-application'],
  ['of the other record, too', record('a'), record('b', { applications: ['enrolled', 'draft'] }), 'open-application'],
  ['applications that are decided', record('a', { applications: ['enrolled', 'declined'] }), record('b'), undefined],
  ['two seats in one session', record('a', { sessions: ['s', 't'] }), record('b', { sessions: ['t'] }), 'two-seats'],
  ['two works for one micro-credential', record('a', { works: ['c'] }), record('b', { works: ['c'] }), 'two-works'],
] as const)('%s', (_, one, into, expected) => {
  expect(refusalToJoin(one, into)).toBe(expected)
})

test('a key names the other person, where it names one', () => {
  expect(keyFor('session|a', 'a', 'b')).toBe('session|b')
  expect(keyFor('session|ca', 'a', 'b')).toBe('session|ca')
})
