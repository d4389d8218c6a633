import fc from 'fast-check'
import { attend, correct, decide } from './desk.ts'
import { askColleague, colleagueAnswers } from './handing.ts'
import { bounce, checkComes, checkGoes, pay, refuse, statements } from './money.ts'
import { acceptTerms, addAtDesk, answerOffer, cancel, register, walksIn } from './people.ts'
import { callOff, capacity, changePrice, changeRule, MOMENTS, move, wait } from './sessions.ts'
import type { Step } from './step.ts'
import type { Participation } from './world.ts'

const small = fc.nat({ max: 3 })
const anybody = fc.constantFrom<Participation>('member', 'self', 'guest')
const whichDays = fc.oneof(small, fc.constant('all' as const))
const byWhom = fc.constantFrom('person' as const, 'staff' as const)

/** How people come to be in a session. */
export const FIRST: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: anybody.map(register), weight: 3 },
  { arbitrary: fc.tuple(anybody, fc.boolean()).map((given) => addAtDesk(...given)), weight: 1 },
)

/** Three times as often: what can be done only after something else, and is passed over where it cannot. */
const often = (arbitrary: fc.Arbitrary<Step>): fc.Arbitrary<Step>[] => [arbitrary, arbitrary, arbitrary]

/** Everything that can happen, in the proportions of a year at a desk. */
export const STEPS: fc.Arbitrary<Step>[] = [
  anybody.map(register),
  anybody.map(register),
  fc.tuple(anybody, fc.boolean()).map((given) => addAtDesk(...given)),
  fc.tuple(anybody, fc.boolean()).map((given) => walksIn(...given)),
  ...often(fc.tuple(small, fc.constantFrom('online' as const, 'paper' as const)).map((given) => acceptTerms(...given))),
  fc.record({ by: byWhom, at: small, which: whichDays }).map(cancel),
  fc
    .record({ at: small, which: whichDays, told: fc.constantFrom(2, 30, 200) })
    .map((given) => cancel({ by: 'staff', ...given })),
  ...often(
    fc.tuple(small, fc.constantFrom('accept' as const, 'decline' as const)).map((given) => answerOffer(...given)),
  ),
  fc.tuple(small, whichDays, byWhom).map((given) => askColleague(...given)),
  ...often(
    fc
      .tuple(small, fc.constantFrom('accept' as const, 'accept' as const, 'decline' as const, 'on paper' as const))
      .map((given) => colleagueAnswers(...given)),
  ),
  ...Array.from({ length: 6 }, () => fc.constantFrom(...MOMENTS).map(wait)),
  fc.tuple(small, small).map((given) => attend(...given)),
  ...often(
    fc
      .tuple(small, small, fc.constantFrom('present' as const, 'absent' as const, 'excused' as const))
      .map((given) => correct(...given)),
  ),
  ...often(
    fc
      .tuple(small, fc.constantFrom('approved' as const, 'waived' as const, 'disputed' as const))
      .map((given) => decide(...given)),
  ),
  whichDays.map(callOff),
  fc.integer({ min: 1, max: 4 }).map(capacity),
  fc
    .tuple(
      fc.integer({ min: -14, max: 21 }).filter((days) => days !== 0),
      whichDays,
    )
    .map((given) => move(...given)),
  fc.constantFrom<[number, number][]>([3, 10_000], [5, 10_000], [8, 7_500]).map((given) => changeRule(...given)),
  fc.constantFrom<[number, number][]>([15_000, 25_000], [9_000, 30_100]).map((given) => changePrice(...given)),
  fc.constant(undefined).map(statements),
  fc
    .tuple(small, fc.constantFrom('whole' as const, 'short' as const, 'over' as const))
    .map((given) => checkComes(...given)),
  small.map(checkGoes),
  small.map(refuse),
  fc.tuple(small, fc.constantFrom(0.5 as const, 1 as const, 1.5 as const)).map((given) => pay(...given)),
  small.map(bounce),
]

/** Sessions as they are: one day, two in a row, two or three weeks apart, weekly. */
export const SHAPES: readonly (readonly number[])[] = [[0], [0, 1], [0, 28], [0, 7, 14], [0, 1, 21]]
