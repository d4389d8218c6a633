import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { contentOf } from '#test/support/content.ts'
import { expectNothingLost, SEATS } from '#test/support/crowd.ts'
import { ask } from '#test/support/http.ts'
import { demoWith } from '#test/support/rush.ts'
import { launch, startServer, type Server } from '#test/support/server.ts'

// The process itself: starting, stopping and being killed, with little content and few people; `test/long` has more of both.

const folder = mkdtempSync(join(tmpdir(), 'onramp-process-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Quick to start: no panel, no content. */
const BARE = { PANEL: 'off', SEED: 'none' }

let server: Server
beforeAll(async () => {
  server = await startServer(BARE)
})

test('asked whether it is well, it says so, and says when its database does not answer', async () => {
  const states = async () => [(await ask(server.base, '/healthz')).status, (await ask(server.base, '/readyz')).status]
  expect(await states()).toEqual([200, 200])
  const database = new DatabaseSync(join(server.dataDir, 'onramp.db'))
  database.exec('ALTER TABLE holidays RENAME TO gone')
  expect(await states()).toEqual([200, 503])
  expect((await ask(server.base, '/readyz')).json()).toEqual({ status: 'unavailable', trouble: 'database' })
  database.exec('ALTER TABLE gone RENAME TO holidays')
  database.close()
  expect(await states()).toEqual([200, 200])
})

test('asked to stop, it lets nobody in, answers what was asked, and ends well', async () => {
  const { port, host } = new URL(server.base)
  const isOpen = () =>
    new Promise<boolean>((answer) => {
      const socket = connect(Number(port), '127.0.0.1', () => answer(true))
      socket.on('error', () => answer(false)).on('connect', () => socket.destroy())
    })
  const socket = connect(Number(port), '127.0.0.1')
  const answered = new Promise<string>((done) => {
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => done(answer))
  })
  await new Promise<void>((said) => socket.write(`GET /courses HTTP/1.1\r\nHost: ${host}\r\n`, () => said()))
  await ask(server.base, '/healthz')
  const stopped = server.stop('SIGTERM')
  while (await isOpen());
  socket.write('\r\n')
  expect(await answered).toMatch(/^HTTP\/1\.1 200 OK/)
  expect(await stopped).toBe(0)
})

test('killed while it prepares a new database, it begins anew; started again, it finds the same content, once', async () => {
  const settings = { PANEL: 'off', DATA_DIR: join(folder, 'killed'), ADMIN_PASSWORD: '' }
  const program = 'test/support/small-main.ts'
  for (const moment of [/Migrating/, /Written: first/]) {
    const run = await launch({ ...settings, CUT: 'yes' }, program)
    await run.until(moment)
    run.kill('SIGKILL')
    expect(await run.exited).toBeNull()
  }
  const started = async (signal: NodeJS.Signals) => {
    const run = await launch(settings, program)
    await run.until(/^Onramp is ready/m)
    run.kill(signal)
    expect(await run.exited).toBe(0)
    return { said: run.output(), content: contentOf(join(settings.DATA_DIR, 'onramp.db')) }
  }
  const [first, second] = [await started('SIGINT'), await started('SIGTERM')]
  expect(first.said).toMatch(/First admin: admin@example\.org {2}password: [\w-]{16} /)
  expect(first.said.match(/Written: \w+/g)).toEqual(['Written: first', 'Written: second'])
  expect(second.said.match(/First admin|Written|Migrat/g)).toBeNull()
  expect(first.content.slugs['strategies']).toEqual([{ slug: 'first' }, { slug: 'second' }])
  expect(first.content.counts['users']).toBe(1)
  expect(first.content.problems).toEqual([{ integrity_check: 'ok' }])
  expect(second.content).toEqual(first.content)
})

test('killed while people retry: nothing acknowledged is lost, nothing is doubled', async () => {
  const dataDir = join(folder, 'killed-while-asked')
  await expectNothingLost(dataDir, demoWith(inject('untouched'), dataDir, SEATS), { crowd: 40, kills: [15] })
})
