import { describe, expect, test } from 'vitest'
import { mentions, withoutNames, withoutWords } from '#collections/privacy/erased.ts'
import { hindrancesOf, type Open } from '#collections/privacy/hindrances.ts'
import { nightOf, overBefore } from '#collections/privacy/retention.ts'
import { documentOf, factsOf, labelOf } from '#collections/privacy/readable.ts'

const known = { names: ['Ana Berg', 'Berg, Ana'], emails: ['ana@example.org'], phones: ['(612) 555-0142'] }

describe('a text without names', () => {
  test.each([
    ['Ana Berg canceled', 'Erased person canceled'],
    ['ANA BERG, ana@example.org', 'Erased person, [erased]'],
    ['Berg, Ana: corrected', 'Erased person: corrected'],
    ['call (612) 555-0142', 'call [erased]'],
    // Not a part of another name or address.
    ['Ana Bergman, banana@example.org', 'Ana Bergman, banana@example.org'],
    ['Juliana Berg', 'Juliana Berg'],
  ])('%s', (text, left) => expect(withoutNames(text, known)).toBe(left))

  test('in whatever depth, with numbers and keys as they were', () => {
    const value = { lines: [{ name: 'Ana Berg', cents: 100, 'Ana Berg': true }], none: null }
    expect(withoutNames(value, known)).toEqual({
      lines: [{ name: 'Erased person', cents: 100, 'Ana Berg': true }],
      none: null,
    })
    expect([mentions(value, known), mentions({ name: 'Bo' }, known)]).toEqual([true, false])
  })
  test('has no words of theirs', () => expect(withoutWords({ 1: 'My life', 2: '' })).toEqual({ 1: '[erased]', 2: '' }))
  test('stays as it is where nothing is known', () =>
    expect(withoutNames('Ana Berg', { names: [''], emails: [], phones: [] })).toBe('Ana Berg'))
})

describe('what stands in the way of an erasure', () => {
  const nothing: Open = { coming: 0, fees: 0, checks: 0, money: 0, applications: 0, works: 0 }
  test.each([
    ['nothing', {}, nothing, []],
    ['a seat and a statement', {}, { ...nothing, coming: 1, money: 2 }, ['coming', 'money']],
    ['it was done', { erasedAt: '2027-01-01T00:00:00Z' }, nothing, ['erased']],
    ['it is a part of another', { joinedInto: 'x' }, nothing, ['joined']],
  ])('%s', (_, person, open, found) => expect(hindrancesOf(person, open)).toEqual(found))
  test('nobody', () => expect(hindrancesOf(undefined, nothing)).toEqual(['gone']))
})

describe('how long records are kept', () => {
  const now = Temporal.Instant.from('2027-03-31T12:00:00Z')
  test.each([
    [1, '2027-02-28T12:00:00-06:00'],
    [84, '2020-03-31T12:00:00-05:00'],
  ])('%i months', (months, before) => {
    const at = overBefore(months, now, 'America/Chicago')
    expect(at?.toZonedDateTimeISO('America/Chicago').toPlainDate().toString()).toBe(before.slice(0, 10))
  })
  test('for good', () => expect(overBefore(null, now, 'America/Chicago')).toBeNull())
  test('is looked at once each night of the agency', () => {
    const [evening, midnight] = [
      Temporal.Instant.from('2027-03-31T04:59:59Z'),
      Temporal.Instant.from('2027-03-31T05:00:00Z'),
    ]
    expect(nightOf({ since: evening, until: midnight }, 'America/Chicago')).toBe('2027-03-31')
    expect(nightOf({ since: midnight, until: now }, 'America/Chicago')).toBeUndefined()
    expect(nightOf({ since: undefined, until: now }, 'America/Chicago')).toBe('2027-03-31')
  })
})

describe('everything in one file', () => {
  test('leaves out what opens something, names staff, or is empty', () =>
    expect(
      factsOf({ id: 'a', seatKey: 's#1', revision: 3, needs: '', payer: { kind: 'person', email: null }, order: {} }),
    ).toEqual({
      id: 'a',
      payer: { kind: 'person' },
    }))
  test('is labeled in words', () => expect(labelOf('offerUntil')).toBe('Offer until'))
  test('runs nothing that somebody typed', () => {
    const parts = [
      { name: 'people', label: 'People', records: [{ name: '<script>alert(1)</script>', feeCents: 1050 }] },
    ]
    const page = documentOf({ madeAt: '2027-01-01T00:00:00Z', agency: 'A & B', parts })
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toContain('<script')
    expect(page).toContain('<dt>Fee</dt><dd>$10.50</dd>')
  })
})
