import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callCommand, type Said } from '#test/support/command.ts'
import { ask, bearer, send, signIn } from '#test/support/http.ts'
import { ADMIN, freePort, launch, startServer, type Server } from '#test/support/server.ts'

// `npm run admin`, beside the running server.

const folder = mkdtempSync(join(tmpdir(), 'onramp-admin-'))
let server: Server
let settings: Record<string, string>

const admin = (args: string[], more: Record<string, string> = {}): Promise<Said> =>
  callCommand('cms/maintenance/command.ts', args, { ...settings, ...more })

beforeAll(async () => {
  const PORT = String(await freePort())
  settings = { PORT, DATA_DIR: join(folder, 'data'), SEED: 'none' }
  server = await startServer({ ...settings, ADMIN_EMAIL: 'first@example.org' })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('list shows who works here, their roles, and who is signed in', async () => {
  expect((await admin(['list'])).output).toMatch(/^first@example\.org {2}Admin {2}Admin {2}not signed in now\n$/)
  await signIn(server.base, 'first@example.org', ADMIN.password)
  expect(await admin(['list'])).toMatchObject({
    code: 0,
    errors: '',
    output: expect.stringMatching(/^first@example\.org {2}\S.* {2}signed in \d{4}-\d\d-\d\d \d\d:\d\d\n$/),
  })
})

test('reset-password makes a link that is good once, and signs out', async () => {
  const token = await signIn(server.base, 'first@example.org', ADMIN.password)
  const isSignedIn = async (): Promise<boolean> =>
    (await ask(server.base, '/api/users/me', { headers: bearer(token) })).json()['user'] !== null
  expect(await isSignedIn()).toBe(true)

  const { code, output } = await admin(['reset-password', ' First@Example.org '])
  expect(code).toBe(0)
  const link = /http:\/\/localhost:\d+\/admin\/reset\/([0-9a-f]{40})\n$/.exec(output)?.[1]
  expect(link).toBeDefined()
  expect(await isSignedIn()).toBe(false)

  const choose = async (password: string): Promise<number> =>
    (await send(server.base, 'POST', '/api/users/reset-password', { token: link, password })).status
  expect(await choose('another-password-of-theirs')).toBe(200)
  expect(await choose('a-third-password-of-theirs')).toBe(403)
  expect(await signIn(server.base, 'first@example.org', 'another-password-of-theirs')).not.toBe('undefined')
})

test.each<[string, string[], RegExp]>([
  ['a mailbox nobody has', ['reset-password', 'nobody@example.org'], /nobody here has the mailbox nobody@example\.org/],
  ['no mailbox', ['reset-password'], /name the mailbox/],
  ['no command', [], /say what: list, reset-password <mailbox>, or check/],
  ['an unknown command', ['reboot'], /say what: list/],
])('%s is answered in one line', async (_, args, sentence) => {
  const { code, output, errors } = await admin(args)
  expect({ code, output }).toEqual({ code: 1, output: '' })
  expect(errors).toMatch(new RegExp(`^Onramp cannot do this: ${sentence.source}[^\n]*\n$`))
})

describe('check says what is wrong, and what to do', () => {
  const found = async (more: Record<string, string> = {}): Promise<{ code: number; whats: string[] }> => {
    const { code, output, errors } = await admin(['check'], more)
    expect(errors).toBe('')
    const findings = [...output.matchAll(/^✗ (.+)\n {2}→ (.+)\n$/gm)]
    expect(output.trimEnd().split('\n').at(-1)).toMatch(/^(Nothing needs doing\.|\d+ things? needs? doing\.)$/)
    return { code, whats: findings.map(([, what]) => what!) }
  }

  test('on a new folder: what nobody has set up yet', async () => {
    const { code, whats } = await found()
    expect(code).toBe(1)
    expect(whats.map((what) => what.replace(/ .*/, ''))).toEqual(['SITE_URL', 'SMTP_URL', 'No', 'No'])
    expect(whats.at(-1)).toMatch(/^No policy is in force about “Cancellation and no-show fee”, “Member guests/)
    expect(whats.at(-2)).toBe('No backup was ever made of this folder.')
  })

  test('files without rows, a public folder, a year without holidays', async () => {
    const database = new DatabaseSync(join(settings['DATA_DIR']!, 'onramp.db'))
    writeFileSync(join(settings['DATA_DIR']!, 'media', 'left.webp'), '')
    chmodSync(settings['DATA_DIR']!, 0o755)
    database.exec(`UPDATE holidays SET repeats = 'once'`)
    const { whats } = await found()
    database.exec(`UPDATE holidays SET repeats = 'yearly'`)
    database.close()
    rmSync(join(settings['DATA_DIR']!, 'media', 'left.webp'))
    chmodSync(settings['DATA_DIR']!, 0o700)
    expect(whats).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^1 files in .+media belong to nothing in the database \(left\.webp\)\.$/),
        expect.stringMatching(/^Every user of this machine may look into/),
        expect.stringMatching(/^No holiday is known for \d{4}/),
      ]),
    )
  })

  test('an address where nothing answers, one that is not ours, and one that is not for that host', async () => {
    const nothing = await found({ SITE_URL: 'http://127.0.0.1:1' })
    expect(nothing.whats).toContainEqual(expect.stringMatching(/^Nothing answers at http:\/\/127\.0\.0\.1:1 from here/))
    // It answers for localhost and 127.0.0.1, and for no other name of the same machine.
    const other = await found({ SITE_URL: `http://127.1.2.3:${settings['PORT']}`, HOST: '0.0.0.0' })
    expect(other.whats).toContainEqual(expect.stringMatching(/^(The server at .+ does not answer|Nothing answers at)/))
  })

  test('a database of a newer version, and one that is damaged', async () => {
    const dataDir = join(folder, 'newer')
    const run = await launch({ PANEL: 'off', SEED: 'none', DATA_DIR: dataDir })
    await run.until(/^Onramp is ready/m)
    run.kill('SIGTERM')
    await run.exited
    const database = new DatabaseSync(join(dataDir, 'onramp.db'))
    database.exec(`UPDATE payload_migrations SET name = '20990101_000000_later'
       WHERE name = (SELECT max(name) FROM payload_migrations)`)
    database.close()
    expect((await found({ DATA_DIR: dataDir })).whats).toContain(
      'The database is of a newer version than this program (20990101_000000_later).',
    )
    const file = join(dataDir, 'onramp.db')
    writeFileSync(file, readFileSync(file).fill(0x5a, 4096 * 3, 4096 * 40))
    expect((await found({ DATA_DIR: dataDir })).whats).toContainEqual(
      expect.stringMatching(/^The database .*(damaged|cannot be read)/),
    )
  })
})
