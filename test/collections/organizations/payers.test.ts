import { describe, expect, test } from 'vitest'
import { payersAmong, sponsorNamed } from '#collections/organizations/payers.ts'
import { isPromised, refusalToMerge } from '#collections/organizations/policy.ts'

const organization = (id: string, mergedInto: string | null = null, payerKeys: string[] = []) => ({
  id,
  mergedInto,
  payerKeys,
})

describe('who a payer is by now', () => {
  const payers = payersAmong([
    organization('basswood', 'tamarack'),
    organization('tamarack', 'alder'),
    organization('alder'),
    organization('kettle', null, ['outside:kettle hollow sd|kettle.example.org']),
    organization('one', 'two'),
    organization('two', 'one'),
  ])
  test.each([
    ['itself', 'organization:alder', 'organization:alder'],
    ['the one it was merged into', 'organization:tamarack', 'organization:alder'],
    ['the one that one was merged into', 'organization:basswood', 'organization:alder'],
    ['a person', 'person:p1', 'person:p1'],
    ['a typed name that was linked', 'outside:kettle hollow sd|kettle.example.org', 'organization:kettle'],
    ['the same, from a mailbox there', 'outside:kettle hollow sd|bills@kettle.example.org', 'organization:kettle'],
    ['a typed name that was not', 'outside:Kettle  Hollow S.D.|', 'outside:kettle hollow s d|'],
    ['an organization nobody knows', 'organization:gone', 'organization:gone'],
  ])('%s', (_, key, now) => {
    expect(payers.now(key)).toBe(now)
  })

  test('and a circle, which nothing makes, ends', () =>
    expect(payers.now('organization:one')).toMatch(/^organization:/))
})

describe('a sponsor that was typed', () => {
  const list = [
    {
      id: 'kettle',
      name: 'Kettle Hollow School District',
      member: false,
      payerKeys: ['outside:kettle hollow sd|kettle.example.org'],
    },
    { id: 'member', name: 'Basswood Schools', member: true, payerKeys: [] },
  ]
  test.each([
    ['as it is called on the list', 'kettle hollow  school district', 'any@example.org', 'kettle'],
    ['by a name that was linked', 'Kettle Hollow SD', 'bills@kettle.example.org', 'kettle'],
    ['by that name from elsewhere', 'Kettle Hollow SD', 'someone@gmail.com', undefined],
    ['as a member district, which nobody bills by typing its name', 'Basswood Schools', 'a@example.org', undefined],
  ])('%s', (_, name, email, id) => {
    expect(sponsorNamed({ name, email }, list)?.id).toBe(id)
  })
})

describe('a merger', () => {
  const [from, into] = [
    { id: 'a', mergedInto: null },
    { id: 'b', mergedInto: null },
  ]
  test.each([
    ['into another, with a reason', from, into, 'Consolidated', undefined],
    ['again, to complete it', { ...from, mergedInto: 'b' }, into, 'Consolidated', undefined],
    ['without a reason', from, into, ' ', 'no-reason'],
    ['into nothing', from, undefined, 'Why', 'no-target'],
    ['into itself', from, from, 'Why', 'itself'],
    ['into one that was merged itself', from, { ...into, mergedInto: 'c' }, 'Why', 'target-merged'],
    ['a second time, elsewhere', { ...from, mergedInto: 'c' }, into, 'Why', 'merged-elsewhere'],
  ])('%s', (_, from, into, reason, refusal) => {
    expect(refusalToMerge(from, into, reason)).toBe(refusal)
  })
})

describe('a promise for everyone a district hosts', () => {
  test.each([
    ['there is none', {}, false],
    ['until it is withdrawn', { blanketPromise: true }, true],
    ['on its last day', { blanketPromise: true, blanketUntil: '2027-06-30' }, true],
    ['after its last day', { blanketPromise: true, blanketUntil: '2027-06-29' }, false],
  ])('%s: %s', (_, promise, holds) => {
    expect(isPromised(promise, '2027-06-30')).toBe(holds)
  })
})
