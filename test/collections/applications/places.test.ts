import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whyNot, whyOffered } from '#collections/applications/explain.ts'
import { ordinal } from '#collections/values/words.ts'
import { freePlaces } from '#collections/applications/places.ts'
import { participantsOf, payerOfPlace } from '#collections/applications/roster.ts'

const take = (limit: number | null, held: string[], wanted = 10): string[] => {
  const next = freePlaces('care', limit, held)
  return Array.from({ length: wanted }, (_, n) => next(`a${n}`)).flatMap((key) => key ?? [])
}

describe('free places', () => {
  test.each([
    ['none held', 3, [], ['care#1', 'care#2', 'care#3']],
    ['the gaps first', 4, ['care#1', 'care#3'], ['care#2', 'care#4']],
    ['all held', 2, ['care#1', 'care#2'], []],
    ['a number beyond a limit that was lowered counts', 2, ['care#6'], ['care#1']],
    ['a place without a number counts once there is a limit', 2, ['care#of-x'], ['care#1']],
    ['more held than there are places now', 1, ['care#2', 'care#3'], []],
    ['no number set: named after the application', null, ['care#of-x'], ['care#of-a0', 'care#of-a1']],
  ] as const)('%s', (_, limit, held, expected) => {
    expect(take(limit, [...held], limit === null ? 2 : 10)).toEqual(expected)
  })

  test('never more than the limit, never a key that is held, never one twice', () => {
    const key = fc.oneof(
      fc.integer({ min: 1, max: 12 }).map((n) => `care#${n}`),
      fc.stringMatching(/^[a-z]{1,3}$/).map((id) => `care#of-${id}`),
    )
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 10 }), fc.integer({ min: 0, max: 10 }), (held, limit) => {
        const given = take(limit, held, 30)
        expect(given.length).toBe(new Set([...given, ...held]).size - held.length)
        expect(given.length).toBeLessThanOrEqual(Math.max(0, limit - held.length))
      }),
    )
  })
})

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [22, '22nd'],
  [101, '101st'],
  [111, '111th'],
])('%i as %s', (count, text) => expect(ordinal(count)).toBe(text))

describe('why', () => {
  const names = new Map([
    ['climate', 'School Climate Data Use'],
    ['safety', 'Reimagining School Safety'],
  ])
  const full = [{ collaborative: 'climate', why: 'full' as const }]

  test('they are offered what they are offered', () => {
    expect(whyOffered({ id: 'a', rank: 3, offer: 'safety', because: full }, 14, 9.5, names)).toBe(
      '3rd of 14, score 9.5; School Climate Data Use is full, so Reimagining School Safety',
    )
    expect(whyOffered({ id: 'a', rank: 1, offer: 'climate', because: [] }, 14, 11, names)).toBe(
      '1st of 14, score 11; School Climate Data Use',
    )
  })

  test('there is no place, choice by choice', () => {
    const because = [...full, { collaborative: 'gone', why: 'unknown' as const }]
    expect(whyNot(because, names)).toBe(
      'School Climate Data Use is full and A collaborative that is gone is not on the site',
    )
  })
})

describe('who is on the roster', () => {
  const team = {
    name: 'Team',
    kind: 'district',
    members: [
      { name: 'Ada', email: 'Ada@Example.org', jobTitle: '' },
      { name: 'Ada again', email: 'ada@example.org ', jobTitle: '' },
      { name: 'Nobody yet', email: '', jobTitle: '' },
    ],
  }
  const one = { status: 'enrolled', applicant: 'team', name: 'Contact', email: 'c@example.org', team } as const

  test.each([
    ['each mailbox of a team once', one, ['ada@example.org']],
    ['nobody before the place is settled', { ...one, status: 'accepted' as const }, []],
    ['the person themself', { ...one, applicant: 'person' as const, team: null }, ['c@example.org']],
    ['a team that named nobody', { ...one, team: { ...team, members: [] } }, []],
  ])('%s', (_, application, mailboxes) => {
    expect(participantsOf(application).map(({ email }) => email)).toEqual(mailboxes)
  })
})

describe('who pays for a place', () => {
  const district = { id: 'o1', name: 'Heron Prairie', member: false }
  const team = { name: 'Heron team', kind: 'district', members: [] }
  const one = { applicant: 'team', name: 'Contact', email: 'c@example.org', person: 'p1', employer: '', team } as const
  const person = { ...one, applicant: 'person', team: null } as const

  test.each([
    ['a team: its organization, member or not', one, district, 'organization', 'Heron Prairie'],
    [
      'a team whose organization is not listed',
      { ...one, employer: 'Elm Schools' },
      undefined,
      'outside',
      'Elm Schools',
    ],
    ['a team that named none', one, undefined, 'outside', 'Heron team'],
    ['a person: their member district', person, { ...district, member: true }, 'organization', 'Heron Prairie'],
    ['a person of no member', person, district, 'person', 'Contact'],
  ] as const)('%s', (_, application, organization, kind, name) => {
    expect(payerOfPlace(application, organization)).toMatchObject({ kind, name })
  })
})
