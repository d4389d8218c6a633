import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeFrom, expiryOf, isCode, refusalToRevoke, statusOf } from '#collections/awards/policy.ts'

const at = (text: string) => Temporal.Instant.from(text)
const ZONE = 'America/Chicago'

describe('how an award stands', () => {
  const until = '2028-03-01T05:59:59Z'
  test.each([
    ['for good', {}, '2099-01-01T00:00:00Z', 'valid'],
    ['its last second', { expiresAt: until }, until, 'valid'],
    ['a second later', { expiresAt: until }, '2028-03-01T06:00:00Z', 'expired'],
    ['taken back', { revokedAt: '2027-05-01T00:00:00Z' }, '2027-06-01T00:00:00Z', 'revoked'],
    [
      'taken back and expired',
      { revokedAt: '2027-05-01T00:00:00Z', expiresAt: until },
      '2030-01-01T00:00:00Z',
      'revoked',
    ],
  ])('%s', (_, award, now, expected) => expect(statusOf(award, at(now))).toBe(expected))
})

describe('until when it holds', () => {
  test.each([
    ['for good', '2027-03-23T16:00:00Z', null, undefined],
    ['a year, until midnight in the zone', '2027-03-23T16:00:00Z', 12, '2028-03-24T04:59:59Z'],
    ['the day it is there, not in London', '2027-03-24T03:00:00Z', 12, '2028-03-24T04:59:59Z'],
    ['the 31st becomes the last of a shorter month', '2027-08-31T16:00:00Z', 6, '2028-03-01T05:59:59Z'],
    ['across the change of clocks', '2027-01-15T16:00:00Z', 6, '2027-07-16T04:59:59Z'],
  ])('%s', (_, awardedAt, months, expected) => expect(expiryOf(at(awardedAt), months, ZONE)?.toString()).toBe(expected))
})

describe('taking it back', () => {
  test.each([
    ['with a reason', {}, 'Not their own work.', undefined],
    ['without one', {}, ' \n', 'no-reason'],
    ['a second time', { revokedAt: '2027-05-01T00:00:00Z' }, 'Again.', 'revoked-before'],
  ])('%s', (_, award, reason, expected) => expect(refusalToRevoke(award, reason)).toBe(expected))
})

describe('codes', () => {
  test('have twenty letters, none of which is mistaken for another', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        fc.pre(bytes.filter((byte) => byte < 248).length >= 20)
        const code = codeFrom(bytes)
        expect(code).toMatch(/^[2-9a-hjkmnp-z]{20}$/)
        expect(isCode(code)).toBe(true)
      }),
    )
  })

  test('every letter is as likely as any other: bytes that would favor some are left out', () => {
    expect(
      codeFrom(new Uint8Array([...Array.from({ length: 30 }, () => 255), ...Array.from({ length: 20 }, () => 30)])),
    ).toBe('z'.repeat(20))
    expect(() => codeFrom(new Uint8Array(64).fill(250))).toThrow(RangeError)
  })

  test.each(['', 'abc', 'a'.repeat(21), '0'.repeat(20), `${'a'.repeat(19)}l`, '../'.repeat(7)])('no code: %s', (text) =>
    expect(isCode(text)).toBe(false),
  )
})
