import { expect, test } from 'vitest'
import { canRelease, windowOfCall } from '#collections/selections/policy.ts'

test.each([
  ['of none', [], 'closed'],
  ['of one that is open', ['open'], 'open'],
  ['while one of several is open', ['closed', 'not-open', 'open'], 'open'],
  ['before the first opens', ['not-open', 'not-open'], 'not-open'],
  ['between two of them', ['closed', 'not-open'], 'not-open'],
  ['after the last', ['closed', 'closed'], 'closed'],
] as const)('the window of a call %s', (_, windows, expected) => {
  expect(windowOfCall(windows)).toBe(expected)
})

const scored = { submitted: 0, waiting: 3 }
const over = { window: 'closed', hasDeadline: true } as const
test.each([
  ['everybody is scored after the deadline', 'scoring', scored, over, true],
  ['one is not scored', 'scoring', { submitted: 1, waiting: 3 }, over, false],
  ['nobody waits', 'scoring', { submitted: 0, waiting: 0 }, over, false],
  ['one can still apply', 'scoring', scored, { window: 'open', hasDeadline: true }, false],
  ['there is no deadline', 'scoring', scored, { window: 'open', hasDeadline: false }, true],
  ['they are out', 'released', scored, over, false],
  ['the selection is closed', 'closed', scored, over, false],
] as const)('decisions when %s', (_, state, counts, when, expected) => {
  expect(canRelease(state, counts, when)).toBe(expected)
})
