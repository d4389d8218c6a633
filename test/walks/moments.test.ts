import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { ask } from '#test/support/http.ts'
import { startTimedServer, type TimedServer } from '#test/support/server.ts'

// Kept pages change when time alone changes them: on the demo content, at moments of its sessions, one millisecond before and then.

let server: TimedServer
let dataDir: string
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'onramp-moments-'))
  cpSync(dirname(inject('untouched')), dataDir, { recursive: true })
  server = await startTimedServer(Temporal.Now.instant().toString(), { DATA_DIR: dataDir })
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

type Session = Record<'startsAt' | 'endsAt', string>

/** The beginnings and ends of sessions still to come, and the midnights before them, in order. */
const momentsAhead = async (): Promise<Temporal.Instant[]> => {
  const now = Temporal.Now.instant()
  const { docs } = (await ask(server.base, '/api/sessions?limit=100&sort=startsAt')).json() as { docs: Session[] }
  const midnight = (at: Temporal.Instant) => at.toZonedDateTimeISO('America/Chicago').startOfDay().toInstant()
  return docs
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt].map((at) => Temporal.Instant.from(at)))
    .flatMap((at) => [midnight(at), at])
    .filter((at) => Temporal.Instant.compare(at, now) > 0)
    .sort((a, b) => Temporal.Instant.compare(a, b))
}

const text = async (path: string): Promise<string> => (await ask(server.base, path)).text.replaceAll(/\?fresh=1/g, '')

test('what is kept is what would be rendered, at every moment', async () => {
  const ahead = await momentsAhead()
  const chosen = ahead.filter((_, at) => at % Math.ceil(ahead.length / 4) === 0)
  const pages = [...(await text(paths.sitemap)).matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, url]) => new URL(url!).pathname,
  )
  const some = pages.filter((_, at) => at % 9 === 0)
  const watched = [paths.home, paths.courses, paths.calendar, paths.feed, ...some]
  let changed = 0
  for (const moment of chosen) {
    await server.moveTo(moment.subtract({ milliseconds: 1 }).toString())
    const before = new Map<string, string>()
    for (const path of watched) before.set(path, await text(path))
    await server.moveTo(moment.toString())
    for (const path of watched) {
      const kept = await text(path)
      expect(kept, `${path} at ${moment.toString()}`).toBe(await text(`${path}?fresh=1`))
      if (kept !== before.get(path)) changed += 1
    }
  }
  expect(changed, 'time changes pages').toBeGreaterThan(0)
})
