import { describe, expect, test } from 'vitest'
import { inForce, rivalOf } from '#collections/policies/force.ts'
import type { PolicyKind } from '#collections/policies/states.ts'

const policy = (id: string, effectiveFrom: string | null = null, kind: PolicyKind = 'cancellation') => ({
  id,
  kind,
  effectiveFrom,
})

describe('the policy in force', () => {
  const old = policy('a')
  const next = policy('b', '2027-01-01')
  test.each([
    ['the only one', [old], '2026-10-01', ['a']],
    ['the one before, on the last day', [next, old], '2026-12-31', ['a']],
    ['the next, from its first day', [old, next], '2027-01-01', ['b']],
    ['none before the first begins', [next], '2026-12-31', []],
    ['the one made first of two that say the same since ever', [policy('c'), old], '2026-10-01', ['a']],
    ['one of each kind', [old, policy('g', null, 'guests')], '2026-10-01', ['a', 'g']],
    [
      'every other text that has begun',
      [policy('x', null, 'other'), policy('y', null, 'other'), policy('z', '2027-01-01', 'other')],
      '2026-10-01',
      ['x', 'y'],
    ],
  ])('%s', (_, policies, today, ids) => {
    expect(inForce(policies, today).map(({ id }) => id)).toEqual(ids)
  })
})

describe('a second policy of a kind', () => {
  const published = [policy('a'), policy('g', '2015-01-01', 'guests'), policy('x', null, 'other')]
  test.each([
    ['from the same day is refused', policy('n'), 'a'],
    ['from another day takes its place then', policy('n', '2027-01-01'), undefined],
    ['of a kind that may be many', policy('n', null, 'other'), undefined],
    ['is not its own rival', policy('a'), undefined],
  ] as const)('%s', (_, given, rival) => {
    expect(rivalOf(given, published)?.id).toBe(rival)
  })
})
