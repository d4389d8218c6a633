import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject, test } from 'vitest'
import { expectNothingLost, expectOneOrder, SEATS } from '#test/support/crowd.ts'
import { demoWith } from '#test/support/rush.ts'

const folder = mkdtempSync(join(tmpdir(), 'onramp-rush-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('five hundred at once for twenty seats', async () => {
  const dataDir = join(folder, 'rush')
  await expectOneOrder(dataDir, demoWith(inject('untouched'), dataDir, SEATS), 500)
})

test('killed again and again while people retry: nothing acknowledged is lost, nothing is doubled', async () => {
  const dataDir = join(folder, 'killed')
  const target = demoWith(inject('untouched'), dataDir, SEATS)
  await expectNothingLost(dataDir, target, { crowd: 90, kills: [20, 40, 60] })
})
