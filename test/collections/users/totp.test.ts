import { describe, expect, test } from 'vitest'
import { Secret } from 'otpauth'
import {
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  offeredIn,
  offerOf,
  stepOf,
  uriOf,
} from '#collections/users/totp.ts'

/** The key of RFC 6238, appendix B. */
const RFC = Secret.fromUTF8('12345678901234567890').base32

describe('codes of an app (RFC 6238, appendix B, six digits)', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('at %i seconds: %s', (seconds, code) => {
    expect(stepOf(RFC, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
  })

  test('the one before and the one after are taken, each by its own step; others are not', () => {
    const at = (seconds: number) => stepOf(RFC, '081804', (1_111_111_109 + seconds) * 1000)
    expect([at(-30), at(0), at(30)]).toEqual(Array(3).fill(Math.floor(1_111_111_109 / 30)))
    expect([at(-90), at(90)]).toEqual([undefined, undefined])
  })

  test.each(['', '08180', '0818045', 'abcdef', '081804 1'])('“%s” is no code', (code) => {
    expect(stepOf(RFC, code, 1_111_111_109_000)).toBeUndefined()
  })

  test('spaces in between are how apps show them', () => {
    expect(stepOf(RFC, '081 804', 1_111_111_109_000)).toBe(Math.floor(1_111_111_109 / 30))
  })
})

test('a key has 160 bits, and the picture names whose it is', () => {
  const secret = newSecret()
  expect(Secret.fromBase32(secret).bytes).toHaveLength(20)
  expect(uriOf(secret, 'cora@example.org', 'Example Agency')).toMatch(
    /^otpauth:\/\/totp\/Example%20Agency:cora%40example\.org\?.*secret=[A-Z2-7]{32}/,
  )
})

describe('codes for paper', () => {
  test('ten, all different, in groups of four', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
  })
  test('are known however they are typed, of one person only', () => {
    const hash = hashOfRecoveryCode('key', 'a', 'abcd-efgh-jkmn')
    expect(hashOfRecoveryCode('key', 'a', ' ABCD EFGHJKMN')).toBe(hash)
    expect(hashOfRecoveryCode('key', 'b', 'abcd-efgh-jkmn')).not.toBe(hash)
  })
})

describe('a key that is offered', () => {
  const offer = offerOf('key', 'a', 'SECRET', 1000)
  test('comes back to whom it was offered, for a quarter of an hour', () => {
    expect(offeredIn('key', 'a', offer, 1000 + 899_000)).toBe('SECRET')
    expect(offeredIn('key', 'a', offer, 1000 + 900_000)).toBeUndefined()
  })
  test('and to nobody else, nor altered', () => {
    expect(offeredIn('key', 'b', offer, 1000)).toBeUndefined()
    expect(offeredIn('key', 'a', offer.replace('SECRET', 'OTHER2'), 1000)).toBeUndefined()
    expect(offeredIn('key', 'a', 'SECRET', 1000)).toBeUndefined()
    expect(offeredIn('other', 'a', offer, 1000)).toBeUndefined()
  })
})
