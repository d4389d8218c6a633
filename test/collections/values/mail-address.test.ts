import { describe, expect, test } from 'vitest'
import { isMailAddress, mailAddress } from '#collections/values/mail-address.ts'
import { Email, optionalEmail } from '#collections/values/typed.ts'

describe('an address is taken out of what was pasted', () => {
  test.each([
    [' Ana@Example.org ', 'ana@example.org'],
    ['ana@example.org\u200b', 'ana@example.org'],
    ['ana@example.org\u200e', 'ana@example.org'],
    ['\u202aana@example.org\u202c', 'ana@example.org'],
    ['ana@exam\u00adple.org', 'ana@example.org'],
    ['\ufeffana@example.org', 'ana@example.org'],
    ['\u00a0ana@example.org\u00a0', 'ana@example.org'],
    ['mailto:ana@example.org', 'ana@example.org'],
    ['MAILTO:ana@example.org?subject=Hello', 'ana@example.org'],
    ['Ana Lopez <ana@example.org>', 'ana@example.org'],
    ['"Lopez, Ana" <ana@example.org>;', 'ana@example.org'],
    ['<ana@example.org>', 'ana@example.org'],
    ['ana@example.org,', 'ana@example.org'],
    ['ana@example.org.', 'ana@example.org'],
    ['“ana@example.org”', 'ana@example.org'],
    ['(ana@example.org)', 'ana@example.org'],
    ['ana@münchen.example', 'ana@xn--mnchen-3ya.example'],
    ['jose\u0301@example.org', 'josé@example.org'],
    ["o'brien+desk@mail.example.org", "o'brien+desk@mail.example.org"],
    ['почта@пример.рф', 'почта@xn--e1afmkfd.xn--p1ai'],
  ])('%j is %s', (pasted, address) => {
    expect(mailAddress(pasted)).toBe(address)
    expect(Email.parse(pasted)).toBe(address)
  })
})

test.each([
  'ana',
  'ana@',
  '@example.org',
  'ana@example',
  'ana @example.org',
  'ana@b@example.org',
  'a..b@example.org',
  '.a@example.org',
  'ana@-example.org',
  'ana@example.org bo@example.org',
  'ana@example.org\nBcc: bo@example.org',
])('%j is none', (typed) => expect(isMailAddress(mailAddress(typed))).toBe(false))

test('where none has to be given, signs nobody sees are none', () => {
  expect(optionalEmail.parse(' \u200b')).toBe('')
  expect(optionalEmail.parse(undefined)).toBe('')
  expect(optionalEmail.parse('Ana <ana@example.org>')).toBe('ana@example.org')
  expect(optionalEmail.safeParse('ana').success).toBe(false)
})
