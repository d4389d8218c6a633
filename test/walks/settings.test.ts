import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { BadSetting, readEnvironment } from '#cms/env.ts'
import { aBadgeKey } from '#test/support/badge-key.ts'
import { freePort, launch } from '#test/support/server.ts'

// Settings that cannot work: one readable line, and no stack.

const folder = mkdtempSync(join(tmpdir(), 'onramp-settings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Quick to start, on a data folder of its own. */
const bare = () => ({ PANEL: 'off', SEED: 'none', DATA_DIR: mkdtempSync(join(folder, 'data-')) })

type Case = [string, Record<string, string>, RegExp]

const file = join(folder, 'a-file')
writeFileSync(file, 'not a folder, and no database')

describe('a setting that cannot work', () => {
  test.each<Case>([
    ['a port too high', { PORT: '70000' }, /PORT has to be a number from 1 to 65535\./],
    [
      'a public address without a scheme',
      { SITE_URL: 'learn.example.org' },
      /SITE_URL has to be an origin such as https:\/\/learn\.example\.org\./,
    ],
    ['a public address with a path', { SITE_URL: 'https://example.org/learn' }, /SITE_URL has to be an origin/],
    [
      'a database of another kind',
      { DATABASE_URL: 'postgres://localhost/x' },
      /DATABASE_URL has to begin with file: or mongodb:\/\//,
    ],
    ['a short secret', { PAYLOAD_SECRET: 'short' }, /PAYLOAD_SECRET has to be at least 24 characters long\./],
    [
      'MongoDB without a secret',
      { DATABASE_URL: 'mongodb://127.0.0.1:1/x' },
      /PAYLOAD_SECRET is required with MongoDB/,
    ],
    ['a zone that is none', { TIME_ZONE: 'Mars' }, /TIME_ZONE is not a time zone; use one such as America\/Chicago\./],
    ['an address that is none', { ADMIN_EMAIL: 'admin' }, /ADMIN_EMAIL has to be an e-mail address\./],
    ['a short password', { ADMIN_PASSWORD: 'short' }, /ADMIN_PASSWORD has to be at least 12 characters long\./],
    [
      'a mail server that is none',
      { SMTP_URL: 'mail.example.org' },
      /SMTP_URL has to begin with smtp:\/\/ or smtps:\/\//,
    ],
    [
      'a key for badges that is none',
      { BADGE_KEY: 'a key' },
      /BADGE_KEY has to be a private RSA key of at least 2048 bits, as PEM\./,
    ],
    ['a level nobody knows', { LOG_LEVEL: 'loud' }, /LOG_LEVEL has to be one of debug, info, warn, error, silent\./],
    ['a port for metrics that is none', { METRICS_PORT: '0' }, /METRICS_PORT .+/],
    ['a short passphrase', { BACKUP_PASSPHRASE: 'short' }, /BACKUP_PASSPHRASE has to be at least 12 characters long\./],
    [
      'a passphrase in a file that is not there',
      { BACKUP_PASSPHRASE_FILE: join(folder, 'nothing') },
      /BACKUP_PASSPHRASE_FILE: \S+ cannot be read \(ENOENT\)\./,
    ],
    ['a sender that is none', { MAIL_FROM: 'the desk' }, /MAIL_FROM has to be an e-mail address\./],
    [
      'a data folder below a file',
      { DATA_DIR: join(file, 'data') },
      /DATA_DIR: the folder .+ cannot be used \(ENOTDIR\)\./,
    ],
  ])('%s', (_, settings, sentence) => {
    const read = () => readEnvironment({ NODE_ENV: 'production', ...bare(), ...settings })
    expect(read).toThrow(BadSetting)
    expect(read).toThrow(new RegExp(`^${sentence.source}`))
  })
})

describe.concurrent('said in one line', () => {
  test.each<Case>([
    ['a port that is none', { PORT: 'http' }, /PORT has to be a number from 1 to 65535\./],
    ['a file for a data folder', { DATA_DIR: file }, /DATA_DIR: the folder .+ cannot be used \(EEXIST\)\./],
    [
      'a database file that is none',
      { DATABASE_URL: `file:${file}` },
      /DATABASE_URL: the database cannot be opened \(.*file is not a database\)\./,
    ],
    [
      'a MongoDB without a key for badges',
      { DATABASE_URL: 'mongodb://127.0.0.1:1/x', PAYLOAD_SECRET: 'x'.repeat(24) },
      /BADGE_KEY is required with MongoDB: a private RSA key as PEM, the same for every process\./,
    ],
    [
      'a MongoDB that is not there',
      { DATABASE_URL: 'mongodb://127.0.0.1:1/x', PAYLOAD_SECRET: 'x'.repeat(24), BADGE_KEY: aBadgeKey() },
      /DATABASE_URL: the database cannot be opened \(connect ECONNREFUSED 127\.0\.0\.1:1\)\./,
    ],
  ])('%s', async (_, settings, sentence) => {
    const run = await launch({ ...bare(), ...settings })
    expect(await run.exited).toBe(1)
    expect(run.errors()).toMatch(new RegExp(`^Onramp cannot start: ${sentence.source}.*\n$`))
    expect(run.output()).toBe(run.errors())
  })

  test('a folder that has lost its database', async () => {
    const settings = bare()
    mkdirSync(join(settings.DATA_DIR, 'private'))
    writeFileSync(join(settings.DATA_DIR, 'private', 'secret'), 'made at the first start, of no use elsewhere')
    writeFileSync(join(settings.DATA_DIR, 'onramp.db'), '')
    const run = await launch(settings)
    expect(await run.exited).toBe(1)
    expect(run.output()).toMatch(
      /^Onramp cannot start: DATA_DIR: \S+onramp\.db is empty, but \S+ was in use before\. Remove the empty file and restore a backup, or use another folder\.\n$/,
    )
    expect(statSync(join(settings.DATA_DIR, 'onramp.db')).size).toBe(0)
  })

  test('a port somebody else has', async () => {
    const port = await freePort()
    const other = createServer()
    await new Promise<void>((listening) => other.listen(port, '127.0.0.1', listening))
    const run = await launch({ ...bare(), PORT: String(port) })
    expect(await run.exited).toBe(1)
    expect(run.errors()).toBe(`Onramp cannot start: PORT ${port} is already taken by another program.\n`)
    other.close()
  })

  test.each([
    ['anywhere', 'linux', 'x64', '18.20.0', 'it needs Node 20 or newer, and this is v18.20.0.'],
    [
      'where it has no package of it',
      'darwin',
      'arm64',
      '24.9.0',
      'on darwin arm64 it runs on the Node that starts it, which has to be 26.12.1 or newer, and this is v24.9.0.',
    ],
  ])('a Node too old %s', async (_, platform, arch, version, sentence) => {
    const prepare = fileURLToPath(new URL('../../cms/prepare.mjs', import.meta.url))
    const pretend = `const pretend = ${JSON.stringify({ platform, arch, version: `v${version}` })}
      for (const [key, value] of Object.entries(pretend)) Object.defineProperty(process, key, { value })
      Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })
      await import(${JSON.stringify(prepare)})`
    const running = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', pretend])
    await expect(running).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: `Onramp cannot start: ${sentence}\n`,
    })
  })
})
