import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  balanceOf,
  decide,
  held,
  heldTwice,
  letGo,
  offerUntil,
  rank,
  refusalToAnswer,
  type Candidate,
  type Choice,
  type Decision,
} from '#collections/applications/selection.ts'
import { APPLICATION_STATUSES, CHOICE_STATES } from '#collections/applications/states.ts'
import { holdsPlace } from '#collections/applications/policy.ts'
import { minnesotaHolidays } from '#collections/holidays/minnesota.ts'

const FOUR = ['climate', 'systems', 'safety', 'care'] as const
const at = (minute: number) => Temporal.Instant.from('2026-05-01T12:00Z').add({ minutes: minute })
const open = (...names: string[]): Choice[] => names.map((collaborative) => ({ collaborative, state: 'open' }))
const team = (id: string, score: number | null, given: Partial<Candidate> = {}): Candidate => ({
  id,
  status: 'waiting',
  score,
  submittedAt: at(0),
  choices: open('care'),
  place: null,
  ...given,
})
const places = (count: number | null) => new Map<string, number | null>(FOUR.map((name) => [name, count]))
const offers = (decisions: Decision[]) =>
  decisions.flatMap((decision) => ('offer' in decision ? [[decision.id, decision.offer]] : []))

/** What the application looks like once the decisions are carried out. */
const carryOut = (candidates: readonly Candidate[], decisions: readonly Decision[]): Candidate[] => {
  const made = new Map(decisions.map((decision) => [decision.id, decision]))
  return candidates.map((candidate) => {
    const decision = made.get(candidate.id)
    return decision && 'offer' in decision ? { ...candidate, status: 'offered', place: decision.offer } : candidate
  })
}

test('districts that hold more places than one are pointed out', () => {
  const named = (id: string, district: string, status: Candidate['status']) => ({
    ...team(id, 1, { status }),
    district,
  })
  const rows = [
    named('a', 'Alder Lake Schools', 'offered'),
    named('b', ' alder lake schools', 'enrolled'),
    named('c', 'Alder Lake Schools', 'waiting'),
    named('d', 'Basswood', 'accepted'),
    named('e', '', 'accepted'),
    named('f', '', 'accepted'),
  ]
  const twice = heldTwice(rows, ({ district }) => district)
  expect(twice.map(({ name, holding }) => [name, holding.map(({ id }) => id)])).toEqual([
    ['Alder Lake Schools', ['a', 'b']],
  ])
})

describe('rank', () => {
  test('by score, then by who sent it first, then always alike; each with its reason', () => {
    const ranked = rank([
      team('e', null),
      team('d', 7, { submittedAt: at(5) }),
      team('c', 7, { submittedAt: at(1) }),
      team('b', 7, { submittedAt: at(1) }),
      team('a', 9, { submittedAt: at(9) }),
      team('f', 0),
    ])
    expect(ranked.map(({ rank, candidate, by }) => [rank, candidate.id, by])).toEqual([
      [1, 'a', 'first'],
      [2, 'b', 'score'],
      [3, 'c', 'same-moment'],
      [4, 'd', 'submitted-later'],
      [5, 'f', 'score'],
      [6, 'e', 'not-scored'],
    ])
  })

  test('nobody to rank', () => expect(rank([])).toEqual([]))
})

describe('decide', () => {
  test.each([
    ['the better score gets the last place', [team('a', 5), team('b', 8)], 1, [['b', 'care']]],
    ['of equal scores the earlier', [team('a', 5, { submittedAt: at(2) }), team('b', 5)], 1, [['b', 'care']]],
    ['no places', [team('a', 5)], 0, []],
    ['a number of places nobody decided', [team('a', 5)], null, []],
    ['not scored yet', [team('a', null)], 6, []],
    ['a score of zero is a score', [team('a', 0)], 6, [['a', 'care']]],
    [
      'the first choice with room',
      [team('a', 9), team('b', 5, { choices: open('care', 'safety') })],
      1,
      [
        ['a', 'care'],
        ['b', 'safety'],
      ],
    ],
    [
      'one offer at a time',
      [team('a', 9, { status: 'offered', place: 'care', choices: open('care', 'safety') })],
      6,
      [],
    ],
    [
      'who has not answered rises to what they want more',
      [team('a', 9, { status: 'offered', place: 'safety', choices: open('care', 'safety') })],
      6,
      [['a', 'care']],
    ],
    [
      'not to what they declined',
      [
        team('a', 9, {
          status: 'offered',
          place: 'safety',
          choices: [{ collaborative: 'care', state: 'declined' }, ...open('safety')],
        }),
      ],
      6,
      [],
    ],
    [
      'nor past somebody who stands higher',
      [team('a', 5, { status: 'offered', place: 'safety', choices: open('care', 'safety') }), team('b', 9)],
      1,
      [['b', 'care']],
    ],
    [
      'who accepted gets no other',
      [team('a', 9, { status: 'accepted', place: 'safety', choices: open('care', 'safety') })],
      6,
      [],
    ],
    ['an open offer takes its place', [team('a', 1, { status: 'offered', place: 'care' }), team('b', 9)], 1, []],
    ['so does somebody enrolled', [team('a', 1, { status: 'enrolled', place: 'care' }), team('b', 9)], 1, []],
    [
      'a place given back is free',
      [team('a', 1, { status: 'withdrawn', place: 'care' }), team('b', 9)],
      1,
      [['b', 'care']],
    ],
    [
      'a choice that was declined is not offered again',
      [team('a', 9, { choices: [{ collaborative: 'care', state: 'declined' }, ...open('climate')] })],
      6,
      [['a', 'climate']],
    ],
    [
      'more held than there are places now',
      [
        team('a', 1, { status: 'accepted', place: 'care' }),
        team('b', 1, { status: 'accepted', place: 'care' }),
        team('c', 9),
      ],
      1,
      [],
    ],
  ] as const)('%s', (_, candidates, count, expected) => {
    expect(offers(decide(candidates, places(count)))).toEqual(expected)
  })

  test('who is passed over is told why, choice by choice', () => {
    const candidates = [
      team('a', 9, { choices: open('care') }),
      team('b', 8, {
        choices: [...open('care'), { collaborative: 'safety', state: 'expired' }, ...open('climate', 'gone')],
      }),
      team('c', null),
      team('d', 7, { status: 'submitted' }),
      team('e', 6, { status: 'accepted', place: 'systems' }),
    ]
    const room = new Map([
      ['care', 1],
      ['safety', 6],
      ['climate', null],
      ['systems', 6],
    ])
    expect(decide(candidates, room)).toEqual([
      { id: 'a', rank: 1, offer: 'care', because: [] },
      {
        id: 'b',
        rank: 2,
        skipped: 'no-place',
        because: [
          { collaborative: 'care', why: 'full' },
          { collaborative: 'safety', why: 'expired' },
          { collaborative: 'climate', why: 'not-set' },
          { collaborative: 'gone', why: 'unknown' },
        ],
      },
      { id: 'd', rank: 3, skipped: 'not-in-line' },
      { id: 'e', rank: 4, skipped: 'holds-place' },
      { id: 'c', rank: 5, skipped: 'not-scored' },
    ])
  })

  test('a declined place goes to the next in rank, and who declined it to their next choice', () => {
    const before = [team('a', 9, { choices: open('care', 'safety') }), team('b', 8), team('c', 7)]
    const offered = carryOut(before, decide(before, places(1)))
    expect(offers(decide(offered, places(1)))).toEqual([])
    const declined = offered.map((each) => (each.id === 'a' ? { ...each, ...letGo(each, 'declined') } : each))
    expect(offers(decide(declined, places(1)))).toEqual([
      ['a', 'safety'],
      ['b', 'care'],
    ])
  })

  const candidate = fc.record({
    status: fc.constantFrom('waiting', 'waiting', 'waiting', ...APPLICATION_STATUSES),
    score: fc.option(fc.integer({ min: 0, max: 12 })),
    minute: fc.nat({ max: 8 }),
    choices: fc.shuffledSubarray([...FOUR], { minLength: 1 }),
    states: fc.array(fc.constantFrom('open', 'open', ...CHOICE_STATES), { minLength: 4, maxLength: 4 }),
  })
  const candidates = fc.array(candidate, { maxLength: 40 }).map((all) =>
    all.map(({ status, score, minute, choices, states }, index) =>
      team(`t${String(index).padStart(2, '0')}`, score, {
        status,
        submittedAt: at(minute),
        choices: choices.map((collaborative, place) => ({ collaborative, state: states[place]! })),
        place: holdsPlace(status) ? choices[0]! : null,
      }),
    ),
  )
  const rooms = fc
    .tuple(...FOUR.map(() => fc.option(fc.nat({ max: 8 }), { freq: 8 })))
    .map((counts) => new Map(FOUR.map((name, index) => [name, counts[index] ?? null])))

  test('never more than there are places, nobody left out, and made again it changes nothing', () => {
    fc.assert(
      fc.property(candidates, rooms, (all, room) => {
        const decisions = decide(all, room)
        expect(decisions.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id))
        const after = carryOut(all, decisions)
        const [was, is] = [held(all), held(after)]
        for (const name of FOUR)
          expect(is.get(name) ?? 0).toBeLessThanOrEqual(Math.max(room.get(name) ?? 0, was.get(name) ?? 0))
        expect(offers(decide(after, room))).toEqual([])
      }),
    )
  })

  test('nobody ranked higher would rather have what somebody ranked lower was offered', () => {
    fc.assert(
      fc.property(candidates, rooms, (all, room) => {
        const decisions = decide(all, room)
        const byId = new Map(all.map((each) => [each.id, each]))
        for (const [index, decision] of decisions.entries()) {
          if (!('offer' in decision) && decision.skipped !== 'no-place') continue
          const wishes = byId.get(decision.id)!.choices.filter(({ state }) => state === 'open')
          const got = 'offer' in decision ? wishes.findIndex((wish) => wish.collaborative === decision.offer) : Infinity
          const rather = wishes.slice(0, got).map(({ collaborative }) => collaborative)
          for (const [, offer] of offers(decisions.slice(index + 1))) expect(rather).not.toContain(offer)
        }
      }),
    )
  })

  test('in whatever order applications are read, the decisions are the same', () => {
    fc.assert(
      fc.property(
        candidates.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        rooms,
        ([all, mixed], room) => {
          expect(decide(mixed, room)).toEqual(decide(all, room))
        },
      ),
    )
  })

  test('a thousand applications for four collaboratives take no time', () => {
    const all = Array.from({ length: 1000 }, (_, n) =>
      team(`t${n}`, (n * 7919) % 101, {
        submittedAt: at((n * 31) % 997),
        choices: open(...FOUR.slice(n % 4), ...FOUR.slice(0, n % 4)),
      }),
    )
    const from = performance.now()
    const decisions = decide(all, places(6))
    expect(performance.now() - from).toBeLessThan(500)
    expect(offers(decisions)).toHaveLength(24)
  })
})

describe('offers', () => {
  const ZONE = 'America/Chicago'
  const office = { opens: '08:00', closes: '16:00', holidays: minnesotaHolidays(2026), zone: ZONE }
  const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant()

  test('an offer made before a long weekend runs on after it', () => {
    expect(offerUntil(local('2026-09-04T14:00'), 16, office)).toEqual(local('2026-09-09T14:00'))
  })

  const until = local('2026-09-09T14:00')
  test.each([
    ['in time', 'offered', until, until.subtract({ hours: 1 }), undefined],
    ['the last moment', 'offered', until, until, undefined],
    ['a millisecond late', 'offered', until, until.add({ milliseconds: 1 }), 'late'],
    ['nothing was offered', 'waiting', null, until, 'no-offer'],
    ['answered already', 'accepted', until, until, 'no-offer'],
  ] as const)('%s', (_, status, offerUntil, now, expected) => {
    expect(refusalToAnswer({ status, offerUntil }, now)).toBe(expected)
  })

  test.each([
    ['other choices are left', open('care', 'safety'), 'declined', 'waiting'],
    ['it was the last, declined', open('care'), 'declined', 'declined'],
    ['it was the last, ran out', open('care'), 'expired', 'expired'],
    [
      'the other was declined before',
      [...open('care'), { collaborative: 'safety', state: 'declined' }],
      'expired',
      'expired',
    ],
  ] as const)('let go: %s', (_, choices, how, status) => {
    const left = letGo({ choices, place: 'care' }, how)
    expect(left).toMatchObject({ status, place: null })
    expect(left.choices[0]).toEqual({ collaborative: 'care', state: how })
  })

  test('nobody lets go of what they never chose', () => {
    expect(() => letGo({ choices: open('care'), place: 'safety' }, 'declined')).toThrow(RangeError)
    expect(() => letGo({ choices: open('care'), place: null }, 'declined')).toThrow(RangeError)
  })
})

describe('balanceOf', () => {
  const from = (district: string | null, status: Candidate['status']) => ({ district, status })
  test('counts who applied and who holds a place, the largest first', () => {
    const all = [
      from('North', 'waiting'),
      from('South', 'accepted'),
      from('North', 'offered'),
      from(' North ', 'ineligible'),
      from('North', 'draft'),
      from('South', 'withdrawn'),
      from(null, 'waiting'),
    ]
    expect(balanceOf(all, ({ district }) => district)).toEqual([
      { name: 'North', applied: 3, holding: 1 },
      { name: '', applied: 1, holding: 0 },
      { name: 'South', applied: 1, holding: 1 },
    ])
  })
})
