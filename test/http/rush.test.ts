import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject, test } from 'vitest'
import { expectNothingLost, expectOneOrder, SEATS } from '#test/support/crowd.ts'
import { demoWith } from '#test/support/rush.ts'

// With few people, who show the same as many; `test/long` has five hundred.

const folder = mkdtempSync(join(tmpdir(), 'onramp-rush-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('sixty at once for twenty seats', async () => {
  const dataDir = join(folder, 'rush')
  await expectOneOrder(dataDir, demoWith(inject('untouched'), dataDir, SEATS), 60)
})

test('killed again and again while people retry: nothing acknowledged is lost, nothing is doubled', async () => {
  const dataDir = join(folder, 'killed')
  await expectNothingLost(dataDir, demoWith(inject('untouched'), dataDir, SEATS), { crowd: 40, kills: [15] })
})
