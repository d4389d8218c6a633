import { describe, expect, test } from 'vitest'
import { lineSentence } from '#collections/applications/explain.ts'
import { joiningOf, nextBeginning, type LiveSession } from '#collections/applications/joining.ts'
import { decide, offerUntil, type Candidate } from '#collections/applications/selection.ts'
import { canClose } from '#collections/selections/policy.ts'

// Eight Thursdays in 2027, 8:30 in Chicago, of which at least six are asked for; clocks move on March 14.
const THURSDAYS = [
  '2027-02-04',
  '2027-02-11',
  '2027-02-18',
  '2027-02-25',
  '2027-03-04',
  '2027-03-11',
  '2027-03-18',
  '2027-03-25',
]
const weekly = (canceled: readonly string[] = []): LiveSession[] => [
  {
    status: 'scheduled',
    timeZone: 'America/Chicago',
    days: THURSDAYS.map((date) => ({ date, startTime: '08:30', isCanceled: canceled.includes(date) })),
  },
]
const SIX = { minimum: 6, onCanceled: 'lowers-both', makeUps: 0 } as const
const at = (instant: string) => Temporal.Instant.from(instant)

describe('whether somebody can still begin', () => {
  test.each([
    ['a moment before the first session', weekly(), SIX, '2027-02-04T14:29:59Z', 'open'],
    ['as the first session begins', weekly(), SIX, '2027-02-04T14:30:00Z', 'begun'],
    ['with six of eight left', weekly(), SIX, '2027-02-17T12:00:00Z', 'begun'],
    ['with five of eight left: six cannot be met', weekly(), SIX, '2027-02-18T14:30:00Z', 'over'],
    ['with two of eight left', weekly(), SIX, '2027-03-12T12:00:00Z', 'over'],
    ['after the last session', weekly(), SIX, '2027-03-29T12:00:00Z', 'over'],
    [
      'with a make-up, five of eight left are enough',
      weekly(),
      { ...SIX, makeUps: 1 },
      '2027-02-18T14:30:00Z',
      'begun',
    ],
    ['the first called off: five of seven, and six left', weekly(['2027-02-04']), SIX, '2027-02-12T12:00:00Z', 'begun'],
    ['without a minimum, two of eight left', weekly(), null, '2027-03-12T12:00:00Z', 'begun'],
    ['without a minimum, after the last session', weekly(), null, '2027-03-29T12:00:00Z', 'over'],
    ['with no dates set', [], SIX, '2027-03-29T12:00:00Z', 'open'],
    ['with every session called off', [{ ...weekly()[0]!, status: 'canceled' }], SIX, '2027-01-04T12:00:00Z', 'over'],
  ] as const)('%s', (_, sessions, rule, now, joining) => expect(joiningOf(sessions, rule, at(now))).toBe(joining))
})

describe('offers, once a program has begun', () => {
  const one: Candidate = {
    id: 'a',
    status: 'waiting',
    score: 9,
    submittedAt: at('2027-01-04T15:00:00Z'),
    choices: [{ collaborative: 'thursdays', state: 'open' }],
    place: null,
  }
  const decided = (joining: 'open' | 'begun' | 'over') =>
    decide([one], new Map([['thursdays', 2]]), new Map([['thursdays', joining]]))

  test('are made by themselves before it begins, and not after', () => {
    expect(decided('open')).toMatchObject([{ offer: 'thursdays' }])
    expect(decided('begun')).toMatchObject([{ skipped: 'no-place', because: [{ why: 'begun' }] }])
    expect(decided('over')).toMatchObject([{ skipped: 'no-place', because: [{ why: 'over' }] }])
  })

  test('end no later than the next session begins', () => {
    const office = { opens: '08:00', closes: '16:00', holidays: [], zone: 'America/Chicago' }
    const made = at('2027-02-01T15:00:00Z')
    const until = (hours: number) => String(offerUntil(made, hours, office, nextBeginning(weekly(), made)))
    // 24 business hours from Monday 9 AM are Thursday 9 AM, half an hour after session 1 has begun.
    expect(until(24)).toBe('2027-02-04T14:30:00Z')
    expect(until(8)).toBe('2027-02-02T15:00:00Z')
    expect(String(nextBeginning(weekly(), at('2027-02-04T14:30:00Z')))).toBe('2027-02-11T14:30:00Z')
  })

  test.each([
    ['it has begun and somebody waits', 'released', 1, ['begun'], true],
    ['nobody waits', 'released', 0, ['over'], false],
    ['one of two has not begun', 'released', 3, ['over', 'open'], false],
    ['it is closed already', 'closed', 1, ['over'], false],
    ['nothing is released yet', 'scoring', 1, ['over'], false],
  ] as const)('staff are asked to close the selection: %s', (_, state, waiting, joining, expected) =>
    expect(canClose(state, { waiting }, joining)).toBe(expected),
  )
})

describe('“every place is offered to somebody now”', () => {
  const names = new Map([
    ['climate', 'School Climate Data Use'],
    ['safety', 'Reimagining School Safety'],
  ])
  test('is said of what was asked for, and is full', () => {
    expect(lineSentence([{ collaborative: 'climate', why: 'full' }], names)).toBe(
      'Every place in School Climate Data Use is offered to somebody now, and you are in line for the next one.',
    )
    expect(
      lineSentence(
        [
          { collaborative: 'climate', why: 'full' },
          { collaborative: 'safety', why: 'full' },
        ],
        names,
      ),
    ).toContain('Every place in School Climate Data Use and Reimagining School Safety is offered')
  })
  test.each(['not-set', 'begun', 'over', 'declined', 'expired', 'unknown'] as const)(
    'is not said where it is %s',
    (why) => expect(lineSentence([{ collaborative: 'climate', why }], names)).toBeUndefined(),
  )
})
