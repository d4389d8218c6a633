import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { contentOf } from '#test/support/content.ts'
import { launch, startServer } from '#test/support/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'onramp-process-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('killed while it prepares a new database, it begins anew; started again, it finds the same content, once', async () => {
  const settings = { PANEL: 'off', DATA_DIR: join(folder, 'killed'), ADMIN_PASSWORD: '' }
  for (const moment of [/Migrating/, /courses ··/]) {
    const run = await launch(settings)
    await run.until(moment)
    run.kill('SIGKILL')
    expect(await run.exited).toBeNull()
  }
  const started = async () => {
    const begun = performance.now()
    const server = await startServer(settings)
    const took = performance.now() - begun
    expect(await server.stop()).toBe(0)
    return { took, said: server.output(), content: contentOf(join(settings.DATA_DIR, 'onramp.db')) }
  }
  const [first, second] = [await started(), await started()]
  expect(first.said).toMatch(/First admin: admin@example\.org {2}password: [\w-]{16} /)
  expect(second.said.match(/First admin|Writing|Migrat/g)).toBeNull()
  expect(second.took).toBeLessThan(first.took)
  expect(first.content).toEqual(contentOf(inject('untouched')))
  expect(second.content).toEqual(first.content)
  const pictures = readdirSync(join(settings.DATA_DIR, 'media'))
  expect(pictures).toEqual(expect.arrayContaining(first.content.files.map(({ filename }) => filename)))
})
