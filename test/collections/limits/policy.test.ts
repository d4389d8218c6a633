import { expect, test } from 'vitest'
import { mailboxOf } from '#collections/limits/policy.ts'

test.each([
  ['ana@example.org', 'ana@example.org'],
  ['ana+1@example.org', 'ana@example.org'],
  ['Ana+a+b@Example.org', 'ana@example.org'],
  ['+x@example.org', '@example.org'],
])('%s is the mailbox %s', (email, expected) => {
  expect(mailboxOf(email)).toBe(expected)
})
