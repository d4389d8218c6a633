import { describe, expect, test } from 'vitest'
import { ColleagueForm, RegistrationForm } from '#collections/registrations/schema.ts'

const WHOLE = {
  session: 'a-session',
  name: 'Jordan Rivera',
  email: 'jordan@example.org',
  organization: 'a-district',
  participation: 'member',
}
const read = (given: object) => RegistrationForm.safeParse({ ...WHOLE, ...given })
const messageOf = (given: object): string | undefined => read(given).error?.issues[0]?.message

describe('a name', () => {
  const KEPT: [string, string, string][] = [
    ['of another script', 'مريم الحسن', 'مريم الحسن'],
    ['with a picture in it', '👩‍🏫 Zoë', '👩‍🏫 Zoë'],
    ['over two lines', 'Ana\r\nBcc: x@example.org', 'Ana  Bcc: x@example.org'],
    ['over two lines of another kind', 'Ana\u2028Bcc: x', 'Ana Bcc: x'],
    ['with a mark that turns what follows around', 'Ana\u202egnp.exe', 'Ana gnp.exe'],
    ['that looks like markup', '<img src=x>', '<img src=x>'],
  ]
  test.each(KEPT)('%s is kept on one line', (_, name, expected) => {
    expect(read({ name }).data?.name).toBe(expected)
  })

  const REFUSED: [string, string, RegExp][] = [
    ['nothing that can be seen', '\u200b\u200b', /Give your name/],
    ['only signs', '***', /Give your name/],
    ['a web address', 'Win at https://evil.example', /without a web address/],
    ['a web address without its beginning', 'Go to www.evil.example', /without a web address/],
    ['ten thousand characters', 'x'.repeat(10_000), /at most 160/],
  ]
  test.each(REFUSED)('%s is none', (_, name, expected) => {
    expect(messageOf({ name })).toMatch(expected)
    expect(ColleagueForm.safeParse({ name, email: 'a@example.org', revision: 1 }).success).toBe(false)
  })
})

test('several lines stay lines, without what no text needs', () => {
  expect(read({ needs: 'One\r\nTwo\0\u001b[31m\tThree\u202e' }).data?.needs).toBe('One\nTwo  [31m\tThree')
})

describe('what nobody types', () => {
  test.each([
    ['gate', 'waived'],
    ['order', 'paid'],
    ['attempt', 'x'],
    ['termsHash', 'z'.repeat(65)],
    ['session', 'z'.repeat(65)],
    ['host', 'z'.repeat(65)],
  ])('%s, altered, is refused in words', (field, value) => {
    expect(messageOf({ [field]: value })).toMatch(/Open the page again/)
  })

  test('what the form does not have is not taken', () => {
    const data = read({ status: 'confirmed', seatKey: 'x#1', payer: { kind: 'person' }, revision: 9 })
    for (const name of ['status', 'seatKey', 'payer', 'revision', 'lateDays'])
      expect(Object.keys(data.data ?? {})).not.toContain(name)
  })
})
