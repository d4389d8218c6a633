import { describe, expect, test } from 'vitest'
import { missingPapers, waitingOf } from '#collections/applications/papers.ts'
import { payerOfPlace } from '#collections/applications/roster.ts'

const AT = '2027-02-02T15:00:00Z'
const BILLING = { name: 'Accounts payable', email: 'bills@example.org', address: '400 Example Avenue' }
const papers = (given: object = {}) => ({
  at: AT,
  purchaseOrder: '',
  billing: { name: '', email: '', address: '' },
  ...given,
})

describe('what is missing of the papers', () => {
  test.each([
    ['nothing was sent', { papers: null, agreement: null }, ['agreement', 'billing']],
    [
      'a purchase order stands for the agreement',
      { papers: papers({ purchaseOrder: 'PO 77-1' }), agreement: null },
      ['billing'],
    ],
    ['the signed agreement came', { papers: papers(), agreement: 'file' }, ['billing']],
    [
      'who gets the bill, but no address',
      { papers: papers({ purchaseOrder: '1', billing: { ...BILLING, address: '' } }) },
      ['billing'],
    ],
    ['only who gets the bill', { papers: papers({ billing: BILLING }) }, ['agreement']],
    ['everything', { papers: papers({ purchaseOrder: '1', billing: BILLING }) }, []],
  ])('%s', (_, sent, missing) => expect(missingPapers(sent)).toEqual(missing))
})

describe('what an accepted place waits for', () => {
  const accepted = {
    status: 'accepted',
    applicant: 'team',
    papersUntil: '2027-03-01T05:59:59.999Z',
    papers: null,
  } as const
  const all = papers({ purchaseOrder: '1', billing: BILLING })
  test.each([
    ['the team, with more than a week to go', accepted, '2027-02-22T05:59:59.998Z', 'team'],
    ['the team, which is reminded a week before', accepted, '2027-02-22T05:59:59.999Z', 'remind'],
    ['the team, at the last moment', accepted, '2027-03-01T05:59:59.999Z', 'remind'],
    ['nothing any more, a millisecond later', accepted, '2027-03-01T06:00:00Z', 'expired'],
    [
      'the desk, also long after, once everything is here',
      { ...accepted, papers: all },
      '2027-07-01T06:00:00Z',
      'desk',
    ],
    ['the team, without an end', { ...accepted, papersUntil: null }, '2027-07-01T06:00:00Z', 'team'],
    ['nothing, for a person', { ...accepted, applicant: 'person' }, '2027-02-22T06:00:00Z', undefined],
    ['nothing, once enrolled', { ...accepted, status: 'enrolled' }, '2027-02-22T06:00:00Z', undefined],
  ] as const)('%s', (_, application, now, waiting) =>
    expect(waitingOf(application, Temporal.Instant.from(now))).toBe(waiting),
  )
})

test('the bill of a team that is not on the list goes to whom it named', () => {
  const team = { applicant: 'team', name: 'Sam Sample', email: 'sam@example.org', employer: 'River District' } as const
  const payer = (given: object) => payerOfPlace({ ...team, person: 'p', team: null, papers: null, ...given }, undefined)
  expect(payer({ papers: papers({ billing: BILLING }) })).toMatchObject({
    kind: 'outside',
    name: 'River District',
    email: 'bills@example.org',
    address: '400 Example Avenue',
  })
  expect(payer({})).toMatchObject({ email: 'sam@example.org' })
})
