import { describe, expect, test } from 'vitest'
import { nextSeal, openChain, printOf, type Seal } from '#collections/seals/chain.ts'

const NOW = Temporal.Instant.from('2027-03-02T15:00:00Z')

const entry = (id: string, given: object = {}) => ({
  id,
  key: `registration:${id}:canceled`,
  at: '2027-03-01T15:00:00.000Z',
  kind: 'registration.canceled',
  summary: 'A seat was given up',
  actor: 'Rae Registrar',
  createdAt: '2027-03-01T15:00:00.000Z',
  nonce: `nonce of ${id}`,
  ...given,
})
type Entry = ReturnType<typeof entry>

const [one, two] = [entry('one'), entry('two')]
const sealOf = (last: Seal | undefined, entries: Entry[], more: Partial<Seal> = {}): Seal =>
  nextSeal(last, NOW, { entries: Object.fromEntries(entries.map((each) => [each.id, printOf(each)])), ...more })

const breaksOf = (seals: Seal[], entries: Entry[], isNew = false) => {
  const chain = openChain()
  for (const seal of seals) chain.seal(seal)
  for (const each of entries) chain.entry(each, isNew)
  return chain.end().breaks
}

const first = sealOf(undefined, [one])
const second = sealOf(first, [two])

describe('a log that was sealed', () => {
  test('fits as it was written', () => {
    expect(breaksOf([first, second], [one, two])).toEqual([])
  })

  test('fits whichever way the database says that there is nothing, and in whatever order its values come', () => {
    const [full, other] = [entry('full', { data: { a: 1, b: { d: null, c: [2] } } }), { b: { c: [2] }, a: 1 }]
    const sealed = sealOf(undefined, [full])
    expect(breaksOf([sealed], [entry('full', { data: other, reason: null, request: null })])).toEqual([])
  })

  test.each([
    [
      'an entry that was changed',
      [entry('one', { summary: 'A seat was taken' }), two],
      { kind: 'changed', entry: 'one' },
    ],
    ['another name beside it', [one, entry('two', { actor: 'Somebody else' })], { kind: 'changed', entry: 'two' }],
    ['another moment', [one, entry('two', { at: '2027-03-01T15:00:01.000Z' })], { kind: 'changed', entry: 'two' }],
    ['an entry that is gone', [two], { kind: 'missing', entry: 'one' }],
    ['an entry that was slipped in', [one, two, entry('three')], { kind: 'added', entry: 'three' }],
  ])('says where it breaks: %s', (_, entries, expected) => {
    expect(breaksOf([first, second], entries)).toEqual([expected])
  })

  test('is not done with the last minutes, in which entries are not sealed yet', () => {
    const fresh = entry('fresh')
    const chain = openChain()
    chain.entry(fresh, true)
    expect(chain.end().breaks).toEqual([])
  })

  test('says which seal was altered, left out, or put in', () => {
    const third = sealOf(second, [entry('three')])
    const all = [one, two, entry('three')]
    expect(breaksOf([{ ...first, entries: { one: 'x' } }, second, third], all)).toContainEqual({
      kind: 'seal',
      number: 1,
    })
    expect(breaksOf([first, third], all)).toContainEqual({ kind: 'seal', number: 3 })
    expect(breaksOf([first, sealOf(undefined, [two])], [one, two])).toContainEqual({ kind: 'seal', number: 1 })
  })

  test('fits after somebody was erased, and the old print tells nothing of who it was', () => {
    const erased = entry('erased', { key: 'person:p:erased', kind: 'person.erased' })
    const bare = entry('one', { summary: 'Erased person gave a seat up', nonce: null })
    const seals = [first, second]
    seals.push(sealOf(second, [erased]))
    seals.push(sealOf(seals.at(-1), [bare], { because: erased.key }))
    expect(breaksOf(seals, [bare, two, erased])).toEqual([])
    expect(printOf({ ...one, nonce: null })).not.toBe(first.entries['one'])
  })

  test('does not take an erasure for a reason that is in no log, or no reason at all', () => {
    const bare = entry('one', { summary: 'Nothing happened', nonce: null })
    const unfounded = { kind: 'unfounded', number: 3 }
    expect(breaksOf([first, second, sealOf(second, [bare], { because: 'person:p:erased' })], [bare, two])).toEqual([
      { ...unfounded, because: 'person:p:erased' },
    ])
    expect(breaksOf([first, second, sealOf(second, [bare])], [bare, two])).toEqual([{ ...unfounded, because: '' }])
  })

  test('fits after entries were taken away for a reason that is in it', () => {
    const gone = entry('gone', { key: 'demo:removed', kind: 'demo:removed' })
    const third = sealOf(second, [gone])
    const fourth = sealOf(third, [], { removed: ['one'], because: gone.key })
    expect(breaksOf([first, second, third, fourth], [two, gone])).toEqual([])
  })
})
