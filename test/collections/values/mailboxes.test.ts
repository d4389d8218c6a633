import { expect, test } from 'vitest'
import { mailboxesIn, refusalOfMailboxes } from '#collections/values/mailboxes.ts'

test.each([
  ['one', 'Bills@Example.org', ['bills@example.org'], undefined],
  ['two with a comma', 'ap@example.org, office@example.org', ['ap@example.org', 'office@example.org'], undefined],
  [
    'two with a semicolon and a comma at the end',
    'a@example.org;b@example.org,',
    ['a@example.org', 'b@example.org'],
    undefined,
  ],
  ['the same twice', 'a@example.org A@example.org', ['a@example.org'], undefined],
  ['none', '', [], undefined],
  ['nothing', null, [], undefined],
  [
    'one that is none',
    'a@example.org, office',
    ['a@example.org', 'office'],
    '“office” is not an e-mail address. Separate several with commas.',
  ],
  [
    'six',
    'a@b.org b@b.org c@b.org d@b.org e@b.org f@b.org',
    ['a@b.org', 'b@b.org', 'c@b.org', 'd@b.org', 'e@b.org', 'f@b.org'],
    'Give at most 5 addresses.',
  ],
])('%s', (_, list, mailboxes, refusal) => {
  expect(mailboxesIn(list)).toEqual(mailboxes)
  expect(refusalOfMailboxes(list)).toBe(refusal)
})
