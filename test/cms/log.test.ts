import { expect, test } from 'vitest'
import { loggedError } from '#cms/log.ts'
import { openDatabase } from '#test/support/database.ts'

test('a failed query is logged without what was to be written', async () => {
  const { payload, close } = await openDatabase()
  const secret = 'a-token-nobody-may-read'
  const failed = await payload.db
    .create({
      collection: 'users',
      data: { email: 'a@example.org', resetPasswordToken: secret, roles: ['nonsense', secret] },
    })
    .then(() =>
      payload.db.create({ collection: 'users', data: { email: 'a@example.org', resetPasswordToken: secret } }),
    )
    .catch((error: unknown) => error)
  await close()
  expect(failed).toBeInstanceOf(Error)
  expect(JSON.stringify(loggedError(new Error('Outside', { cause: failed })))).not.toContain(secret)
})

test('a query that fails says why and where, and nothing else', () => {
  const cause = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' })
  const failed = new Error('Failed query: update users set hash = ?\nparams: 0123abc', { cause })
  const logged = loggedError(failed) as Record<string, string>
  expect(logged['message']).toBe('A query failed: disk I/O error')
  expect(logged['stack']).toMatch(/^Error: A query failed\n {4}at /)
  expect(JSON.stringify(logged)).not.toMatch(/0123abc|update users/)
})

test('any other error is logged as it is', () => {
  const logged = loggedError(Object.assign(new TypeError('Not that.'), { code: 'X', status: 400 }))
  expect(logged).toMatchObject({ type: 'TypeError', message: 'Not that.', code: 'X', status: 400 })
})
