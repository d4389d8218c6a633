import { describe, expect, test } from 'vitest'
import { APPLICATION_STATUSES } from '#collections/applications/states.ts'
import { owedSentence } from '#collections/applications/sentences.ts'
import { leavingOf, owedFor, type PlaceMoney } from '#collections/applications/withdrawal.ts'

const PRICE = 4_500_000
const line = (cents: number) => ({ cents })
const money = (given: Partial<PlaceMoney> = {}): PlaceMoney => ({
  status: 'enrolled',
  decision: undefined,
  price: PRICE,
  booked: [line(PRICE)],
  ...given,
})

describe('what is owed for a place', () => {
  test.each<[string, Partial<PlaceMoney>, number]>([
    ['enrolled and booked: the price', {}, PRICE],
    ['enrolled and not booked yet: the price that was agreed to', { booked: [] }, PRICE],
    ['enrolled, and the line was taken back: nothing', { booked: [line(PRICE), line(-PRICE)] }, 0],
    ['enrolled, with a part taken back: the rest', { booked: [line(PRICE), line(-500_000)] }, 4_000_000],
    ['enrolled, for a price on request that is not settled: nothing yet', { price: null, booked: [] }, 0],
    ['accepted: nothing is booked before a team is enrolled', { status: 'accepted', booked: [] }, 0],
    ['withdrawn before anything was booked: nothing', { status: 'withdrawn', booked: [] }, 0],
    ['let go free, also before the line is taken back: nothing', { status: 'withdrawn', decision: 'free' }, 0],
    ['let go, and the price stays: the price', { status: 'withdrawn', decision: 'owed' }, PRICE],
    [
      'let go, the price stayed, and it was taken back later: nothing',
      { status: 'withdrawn', decision: 'owed', booked: [line(PRICE), line(-PRICE)] },
      0,
    ],
    ['the request was refused: the price', { decision: 'kept' }, PRICE],
  ])('%s', (_, given, owed) => expect(owedFor(money(given))).toBe(owed))
})

describe('what taking an application back means', () => {
  const asked = { at: '2027-03-01T15:00:00Z', reason: '' }
  test.each([
    ['a draft', 'draft', null, 0, { how: 'at-once' }],
    ['in line', 'waiting', null, 0, { how: 'at-once' }],
    ['accepted, not enrolled', 'accepted', null, 0, { how: 'at-once' }],
    ['enrolled in what is free', 'enrolled', null, 0, { how: 'at-once' }],
    ['enrolled for a price: the desk decides', 'enrolled', null, PRICE, { how: 'asks', owed: PRICE }],
    ['asked before: it waits for the desk', 'enrolled', asked, PRICE, { how: 'asked', owed: PRICE }],
    [
      'refused before: it can be asked for anew',
      'enrolled',
      { ...asked, decision: 'kept' },
      PRICE,
      { how: 'asks', owed: PRICE },
    ],
    ['declined: it is over', 'declined', null, 0, { how: 'none' }],
  ] as const)('%s', (_, status, withdrawal, owed, leaving) =>
    expect(leavingOf({ status, withdrawal }, owed)).toEqual(leaving),
  )

  test('nobody who owes something leaves at once, in any state', () => {
    for (const status of APPLICATION_STATUSES.filter((one) => one === 'enrolled'))
      expect(leavingOf({ status, withdrawal: null }, 1).how).not.toBe('at-once')
  })
})

test('“you owe nothing” is said only where nothing is owed', () => {
  expect(owedSentence(0, true, 'School Climate', 'en')).toBe('You owe nothing.')
  expect(owedSentence(PRICE, true, 'School Climate', 'en')).toBe(
    'We decided that the price of $45,000 for the place in School Climate stays owed.',
  )
  expect(owedSentence(PRICE, false, 'School Climate', 'en')).toBe(
    'The price of $45,000 for the place in School Climate is owed until we have decided otherwise.',
  )
})
