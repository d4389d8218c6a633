import { expect, test } from 'vitest'
import { changedFields } from '#collections/kernel/panel-audit.ts'

test.each([
  ['nothing', { name: 'A' }, { name: 'A' }, ''],
  ['a name', { name: 'A' }, { name: 'B' }, 'name'],
  [
    'what somebody may do',
    { roles: ['registrar'] },
    { roles: ['registrar', 'admin'] },
    'roles (registrar to registrar, admin)',
  ],
  ['who pays', { member: false }, { member: true }, 'member (false to true)'],
  ['never a secret', { hash: 'a', salt: 'b', resetPasswordToken: 'c' }, { hash: 'x', salt: 'y' }, ''],
  ['empty is empty', { phone: null }, {}, ''],
])('%s', (_, before, after, expected) => {
  expect(changedFields(before, after)).toBe(expected)
})
