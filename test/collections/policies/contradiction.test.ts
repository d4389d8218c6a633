import { describe, expect, test } from 'vitest'
import { contradictionIn } from '#collections/policies/contradiction.ts'
import type { PolicyNumbers } from '#collections/policies/view.ts'
import { policies } from '#seed/content/policies.ts'

const five: PolicyNumbers = {
  deadline: { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' },
  feePerDay: 10_000,
  missedDay: 'larger',
  splitGapDays: 7,
  substitution: true,
}
const moreThanFive: PolicyNumbers = { ...five, deadline: { ...five.deadline!, mode: 'more-than' } }

describe('a text that states other numbers than the policy computes with', () => {
  test.each<[string, string, PolicyNumbers, string | undefined]>([
    ['the same count in words', 'Cancel at least five business days before.', five, undefined],
    ['the same count in figures', 'Cancel **at least 5 business days** before.', five, undefined],
    ['another count', 'Cancel at least three business days before.', five, 'at least three business days'],
    ['another reading', 'at least five business days', moreThanFive, 'at least five business days'],
    ['the other reading said', 'more than five business days', moreThanFive, undefined],
    ['the day that follows from it', 'the end of the fifth business day before', five, undefined],
    [
      'the day that follows from the other reading',
      'the end of the fifth business day before',
      moreThanFive,
      'fifth business day before',
    ],
    ['its right day', 'the end of the sixth business day before', moreThanFive, undefined],
    ['days of the other kind are another rule’s', 'at least ten calendar days', five, undefined],
    ['the same amount', 'a fee of $100 is billed for each day missed', five, undefined],
    ['another amount', 'a fee of $150 is billed for each day missed', five, '$150 is billed for each day'],
    ['another amount, shortly', '$75 a day', five, '$75 a day'],
    ['an amount of something else', 'a course for $150', five, undefined],
  ])('%s', (_, text, numbers, said) => {
    expect(contradictionIn(text, numbers)).toBe(said)
  })

  test('our own policies state what they compute', () => {
    for (const { kind, summary, plain, rule, deadline = null, feePerDay } of policies)
      if (kind === 'cancellation' || kind === 'guests')
        for (const text of [summary, plain, rule])
          expect(contradictionIn(text, { ...five, deadline, feePerDay })).toBeUndefined()
  })
})
