import { describe, expect, test } from 'vitest'
import type { Registration } from '#collections/kernel/payload-types.ts'
import {
  afterRefusal,
  firstPermission,
  isUndecided,
  mayDecide,
  permissionDue,
  permissionLetter,
} from '#collections/registrations/permission.ts'
import { anAgreement } from '#test/support/builders.ts'

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const START = at('2027-03-02T14:30:00Z')

describe('how a district’s word stands when somebody registers', () => {
  test.each([
    ['a guest without a letter', 'guest', false, false, 'asked'],
    ['a guest with a letter: to be looked at', 'guest', true, false, 'received'],
    ['a guest of a district that has promised for those it hosts', 'guest', false, true, 'asked'],
    ['hosted', 'hosted', false, false, 'asked'],
    ['hosted by a district that has promised for everyone', 'hosted', false, true, 'accepted'],
    ['an employee', 'member', false, false, undefined],
    ['whoever pays', 'self', false, false, undefined],
  ] as const)('%s', (_, participation, hasLetter, isPromised, state) => {
    expect(firstPermission(participation, { hasLetter, isPromised })).toBe(state)
  })
})

describe('a registrar’s word', () => {
  test.each([
    ['it came', 'asked', 'received', '', true],
    ['it holds, whether or not it was written down before', 'asked', 'accepted', '', true],
    ['refused, with a reason', 'received', 'refused', 'Not this year', true],
    ['refused, without', 'received', 'refused', ' ', false],
    ['withdrawn by the district after it was accepted', 'accepted', 'refused', 'Withdrawn', true],
    ['accepted after it was refused', 'refused', 'accepted', '', false],
    ['it came, after it was accepted', 'accepted', 'received', '', false],
  ] as const)('%s', (_, state, to, reason, may) => {
    expect(mayDecide({ permission: { state }, status: 'confirmed' }, to, reason)).toBe(may)
  })

  test('is for nobody who needs none, or who is out', () => {
    expect(mayDecide({ permission: {}, status: 'confirmed' }, 'accepted', '')).toBe(false)
    expect(mayDecide({ permission: { state: 'asked' }, status: 'canceled' }, 'accepted', '')).toBe(false)
  })
})

describe('a refusal', () => {
  test.each([
    ['a second before the first day: the place ends, at no cost', 'hosted', START.subtract({ seconds: 1 }), 'ends'],
    ['once it has begun, of somebody hosted: the person pays', 'hosted', START, 'person-pays'],
    ['before the first day, of a guest', 'guest', START.subtract({ seconds: 1 }), 'ends'],
    ['once it has begun, of a guest, who has been there', 'guest', START, 'stays'],
  ] as const)('%s', (_, participation, now, then) => {
    expect(afterRefusal(participation, START, now)).toBe(then)
  })
})

test('the district’s word should be here while canceling is free, else before the first day', () => {
  const free = at('2027-02-24T05:59:59Z')
  expect(permissionDue(free, START, at('2027-02-10T00:00:00Z'))).toEqual(free)
  expect(permissionDue(free, START, free)).toEqual(START)
  expect(permissionDue(null, START, at('2027-02-10T00:00:00Z'))).toEqual(START)
})

describe('what the person hears', () => {
  const agreed = anAgreement({ at: '2027-01-05T15:00:00Z' })
  const told = (permission: object, status = 'confirmed') =>
    permissionLetter({ agreed, status, participation: 'guest', permission } as unknown as Registration)?.kind
  test.each([
    ['asked for, with a seat', { state: 'asked', at: '2027-01-05T15:00:00.000Z' }, 'confirmed', 'permission-asked'],
    [
      'asked for, on the waitlist: not yet',
      { state: 'asked', at: '2027-01-05T15:00:00.000Z' },
      'waitlisted',
      undefined,
    ],
    ['accepted', { state: 'accepted', at: '2027-01-08T15:00:00.000Z' }, 'confirmed', 'permission-accepted'],
    [
      'promised for everyone before: nothing',
      { state: 'accepted', at: '2027-01-05T15:00:00.000Z' },
      'confirmed',
      undefined,
    ],
    [
      'refused, and still there',
      { state: 'refused', at: '2027-03-03T15:00:00.000Z' },
      'confirmed',
      'permission-refused',
    ],
    ['no word needed', {}, 'confirmed', undefined],
  ])('%s', (_, permission, status, kind) => {
    expect(told(permission, status)).toBe(kind)
  })

  test('and the desk has a case until it is decided', () => {
    const is = (state: string, status: string) =>
      isUndecided({ participation: 'guest', permission: { state }, status } as unknown as Registration)
    expect([
      is('asked', 'confirmed'),
      is('received', 'offered'),
      is('accepted', 'confirmed'),
      is('asked', 'canceled'),
    ]).toEqual([true, true, false, false])
  })
})
