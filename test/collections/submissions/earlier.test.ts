import { expect, test } from 'vitest'
import { earlierOf } from '#collections/submissions/earlier.ts'
import type { Version } from '#collections/submissions/edition.ts'
import { attemptsBefore } from '#collections/submissions/policy.ts'
import { aVersion } from '#test/support/awards.ts'

const version = (attempt: number, judged: Version['judged']): Version => ({ ...aVersion(), attempt, judged })
const [first, second, third] = [
  version(1, { '1-1': 'not-yet', '2-1': 'met', '3-1': 'not-yet' }),
  version(2, { '1-1': 'not-yet', '2-1': 'met', '3-1': 'met' }),
  version(3, { '1-1': 'met', '2-1': 'met', '3-1': 'met' }),
]

test.each([
  ['nothing before the only attempt', [first], '1-1', []],
  ['the first, once there is a second', [first, second], '1-1', [1]],
  ['each in which it was judged anew', [first, second, third], '1-1', [1, 2]],
  ['not those in which it was met already', [first, second, third], '2-1', [1]],
  ['up to the one that met it', [first, second, third], '3-1', [1, 2]],
  ['what was never judged', [first, second], '9-9', []],
] satisfies [string, Version[], string, number[]][])('%s', (_, versions, item, attempts) => {
  expect(earlierOf(versions, item).map(({ attempt }) => attempt)).toEqual(attempts)
})

test.each([
  ['nothing before', [], { made: 0, allowed: 0 }],
  ['taken back after two', [{ made: 2, allowed: 0 }], { made: 2, allowed: 0 }],
  [
    'taken back twice, a coach helped',
    [
      { made: 2, allowed: 0 },
      { made: 3, allowed: 1 },
    ],
    { made: 3, allowed: 1 },
  ],
])('attempts begin with %s', (_, before, expected) => {
  expect(attemptsBefore(before)).toEqual(expected)
})
