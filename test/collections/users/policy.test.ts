import { expect, test } from 'vitest'
import { refusalOfPassword } from '#collections/users/policy.ts'

const EMAIL = 'registrar@example.org'

test.each<[string, string, RegExp | undefined]>([
  ['three letters', 'abc', /at least 12/],
  ['eleven characters', 'x7!fKp2-mQz', /at least 12/],
  ['twelve characters', 'x7!fKp2-mQzW', undefined],
  ['four words', 'river candle orbit maple', undefined],
  ['more than anybody types', 'x7!fKp2-mQzW'.repeat(17), /at most 200/],
  ['the mailbox', 'registrar@example.org', /e-mail address/],
  ['the mailbox with a number', 'Registrar2027', /e-mail address/],
  ['one letter', 'aaaaaaaaaaaaaa', /too uniform/],
  ['a row of digits', '123456789012', /tried first/],
  ['a common word with a year', 'Password2027!', /tried first/],
  ['two common words', 'welcomeAdmin1', /tried first/],
  ['a keyboard row', 'qwerty123456', /tried first/],
  ['a sentence with a common word in it', 'our school bus is never yellow', undefined],
  ['as tests have it', 'a-password-for-tests', undefined],
])('%s', (_, password, expected) => {
  const refusal = refusalOfPassword(password, EMAIL)
  if (expected) expect(refusal).toMatch(expected)
  else expect(refusal).toBeUndefined()
})

test('a password that is set by a link, where no mailbox is known, is judged by itself', () => {
  expect(refusalOfPassword('kestrel-lantern-orchard', '')).toBeUndefined()
  expect(refusalOfPassword('aaaaaaaaaaaaaa', '')).toContain('too uniform')
})
