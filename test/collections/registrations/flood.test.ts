import { describe, expect, test } from 'vitest'
import { fillsSuspiciously, holdEnd, type Arrivals } from '#collections/registrations/flood.ts'

const QUIET: Arrivals = {
  ofAddress: { fast: 0, patient: 0 },
  ofSession: { all: 0, silent: 0, addresses: 0 },
  isShared: false,
}

describe('whether a session fills suspiciously fast', () => {
  test.each<[string, Partial<Arrivals>, boolean]>([
    ['the first of all', {}, false],
    ['the fortieth of a school within ten minutes', { ofAddress: { fast: 39, patient: 39 } }, false],
    ['the forty-first of an address', { ofAddress: { fast: 40, patient: 40 } }, true],
    ['the last of a large school in a day', { ofAddress: { fast: 5, patient: 119 } }, false],
    ['a patient program', { ofAddress: { fast: 5, patient: 120 } }, true],
    ['a course everybody wanted, from everywhere', { ofSession: { all: 200, silent: 200, addresses: 150 } }, false],
    ['forty seats from five addresses', { ofSession: { all: 40, silent: 40, addresses: 5 } }, true],
    ['forty seats from six addresses', { ofSession: { all: 40, silent: 40, addresses: 6 } }, false],
    ['thirty-nine seats from one address', { ofSession: { all: 39, silent: 39, addresses: 1 } }, false],
    ['seats of mailboxes that answered', { ofSession: { all: 50, silent: 44, addresses: 1 } }, false],
    [
      'many behind a proxy nobody named',
      { isShared: true, ofAddress: { fast: 199, patient: 199 }, ofSession: { all: 60, silent: 60, addresses: 1 } },
      false,
    ],
    ['more than all of them', { isShared: true, ofAddress: { fast: 200, patient: 200 } }, true],
  ])('%s', (_, arrivals, expected) => {
    expect(fillsSuspiciously({ ...QUIET, ...arrivals })).toBe(expected)
  })
})

test.each([
  ['half an hour', '2027-02-01T16:00:00Z', '2027-02-01T16:30:00Z'],
  ['never beyond the start', '2027-03-02T14:20:00Z', '2027-03-02T14:30:00Z'],
])('a seat is held for %s', (_, now, until) => {
  const startsAt = Temporal.Instant.from('2027-03-02T14:30:00Z')
  expect(holdEnd(Temporal.Instant.from(now), startsAt).toString()).toBe(until)
})
