import { describe, expect, test } from 'vitest'
import { amountsOf } from '#collections/deposits/amounts.ts'
import type { DepositState } from '#collections/deposits/states.ts'
import type { ManagedView } from '#collections/registrations/service/view.ts'
import { en } from '#site/src/messages/en.ts'
import { checkWords, feeWords, stateWords } from '#site/src/lib/registrations/manage-texts.ts'
import { editionsOf, editionText } from '#site/src/lib/policies/terms.ts'
import { aSession, at, CHICAGO } from '#test/support/views.ts'

const t = en.registrations.manage

const aView = (more: Partial<ManagedView>): ManagedView =>
  ({
    status: 'confirmed',
    position: null,
    canceled: null,
    deposit: null,
    session: aSession(),
    payer: { kind: 'organization', name: 'Tamarack Bend Public Schools', reason: '' },
    ...more,
  }) as ManagedView

describe('how a registration stands', () => {
  const canceled = (by: NonNullable<ManagedView['canceled']>['by']) =>
    aView({ status: 'canceled', canceled: { at: at('2026-10-02T04:30:00Z'), by, reason: null } })
  test.each<[string, ManagedView, { title: string; text: string }]>([
    ['a seat', aView({}), { title: 'You have a seat', text: '' }],
    [
      'a place on the waitlist',
      aView({ status: 'waitlisted', position: 3 }),
      { title: t.states.waitlisted.title, text: `You are number 3. ${t.states.waitlisted.text}` },
    ],
    // Half past four in the morning in Greenwich is still the evening before in Chicago.
    [
      'canceled by the person',
      canceled('person'),
      { title: 'Canceled', text: 'You canceled on Thursday, October 1, 2026.' },
    ],
    [
      'canceled by us',
      canceled('host'),
      { title: 'Canceled', text: 'We canceled the session on Thursday, October 1, 2026. Nobody owes anything.' },
    ],
  ])('%s', (_, view, expected) => {
    expect(stateWords(view, t, 'en')).toEqual(expected)
  })
})

const aCheck = (
  state: DepositState,
  more: Partial<NonNullable<ManagedView['deposit']>> = {},
): NonNullable<ManagedView['deposit']> => ({
  state,
  amounts: amountsOf({ state, dueCents: 10_000 }),
  dueOn: '2027-01-15',
  lastMailDay: '2027-01-15',
  isToBring: false,
  refundedOn: null,
  ...more,
})

test('a fee says from whom the money comes', () => {
  const deposit = aCheck('received', { dueOn: '2026-10-05', lastMailDay: '2026-10-05' })
  expect([
    feeWords({ fee: 0, isWhole: true }, aView({}), t, 'en'),
    feeWords({ fee: 0, isWhole: false }, aView({}), t, 'en'),
    feeWords({ fee: 10_000, isWhole: true }, aView({}), t, 'en'),
    feeWords({ fee: 20_000, isWhole: true }, aView({ deposit }), t, 'en'),
  ]).toEqual([
    'You owe nothing.',
    'You owe nothing for these days.',
    'If nobody takes your seat, a fee of $100 is proposed. The desk decides, and then it is billed to Tamarack Bend Public Schools.',
    'If nobody takes your seat, a fee of $200 is proposed. The desk decides, and then your check pays it.',
  ])
})

test('a check that is due on a day without mail has to be here before it', () => {
  const sunday = aCheck('due', { dueOn: '2027-01-17', lastMailDay: '2027-01-15' })
  expect(checkWords(sunday, t, 'en')).toEqual([
    'We wait for your check of $100. It has to be here by Friday, January 15, 2027.',
    'It is due Sunday, January 17, 2027, when no mail comes. So the mail day before it counts.',
  ])
  expect(checkWords({ ...sunday, dueOn: '2027-01-15' }, t, 'en')).toHaveLength(1)
  expect(checkWords(aCheck('void'), t, 'en')).toEqual(['No check is needed.'])
})

test('a check that cannot come by mail any more is brought along', () => {
  const bring = aCheck('due', { dueOn: '2026-10-22', lastMailDay: '2026-10-22', isToBring: true })
  expect(checkWords(bring, t, 'en')).toEqual([
    'Please bring a check for $100 to the session on Thursday, October 22, 2026.',
  ])
})

describe('the edition of the terms', () => {
  const version = 'cancellation@2026-08-15T10:00:00.000Z who-pays@2026-09-01T12:00:00.000Z odd who@never'
  test('is read policy by policy, without what cannot be read', () => {
    expect(editionsOf(version).map(({ slug }) => slug)).toEqual(['cancellation', 'who-pays'])
    expect(editionText(version, 'who-pays', CHICAGO, 'en')).toBe('Tue, Sep 1, 2026, 7:00 AM CT')
    expect(editionText(version, 'guests', CHICAGO, 'en')).toBeUndefined()
    expect(editionsOf('')).toEqual([])
  })
})

test('before a late cancellation the fee is proposed, not billed; one day of several is not said to go to somebody else', () => {
  const words = t.cancel
  expect(words.owes('$300', 'Alder Lake Schools')).toMatch(/^If nobody takes your seat, a fee of \$300 is proposed\./)
  expect(words.givesDays).not.toContain('else')
})
