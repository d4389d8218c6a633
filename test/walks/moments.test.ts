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

type Course = { slug: string }
type Session = { startsAt: string; endsAt: string; status: string; course?: Course | null }
/** A moment, and the page that is another from then on: at a midnight there may be none. */
type Turn = { at: Temporal.Instant; page: string | undefined }

/** The beginnings and ends of sessions still to come, and the midnights before them, in order. */
const turnsAhead = async (): Promise<Turn[]> => {
  const now = Temporal.Now.instant()
  const { docs } = (await ask(server.base, '/api/sessions?limit=100&depth=1&sort=startsAt')).json() as {
    docs: Session[]
  }
  const midnight = (at: Temporal.Instant) => at.toZonedDateTimeISO('America/Chicago').startOfDay().toInstant()
  return docs
    .filter(({ status }) => status === 'scheduled')
    .flatMap(({ startsAt, endsAt, course }) =>
      [startsAt, endsAt].map((moment) => ({
        at: Temporal.Instant.from(moment),
        page: course ? paths.course(course.slug) : undefined,
      })),
    )
    .flatMap((turn) => [{ at: midnight(turn.at), page: undefined }, turn])
    .filter(({ at }) => Temporal.Instant.compare(at, now) > 0)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

const text = async (path: string): Promise<string> => (await ask(server.base, path)).text.replaceAll(/\?fresh=1/g, '')

test('what is kept is what would be rendered, at every moment, and a course is another page when its session begins or ends', async () => {
  const ahead = await turnsAhead()
  const turns = ahead.filter(({ page }) => page !== undefined)
  const spread = <One>(all: readonly One[], count: number): One[] =>
    Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]!)
  const midnights = ahead.filter(({ page }) => page === undefined)
  const chosen = [...spread(turns, 3), ...spread(midnights, 1)].sort((a, b) => Temporal.Instant.compare(a.at, b.at))
  const pages = [...(await text(paths.sitemap)).matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, url]) => new URL(url!).pathname,
  )
  const some = pages.filter((_, at) => at % 9 === 0)
  for (const { at, page } of chosen) {
    const watched = new Set([paths.home, paths.courses, paths.calendar, paths.feed, ...some, ...(page ? [page] : [])])
    await server.moveTo(at.subtract({ milliseconds: 1 }).toString())
    const before = new Map<string, string>()
    for (const path of watched) before.set(path, await text(path))
    await server.moveTo(at.toString())
    for (const path of watched) {
      const kept = await text(path)
      expect(kept, `${path} at ${at.toString()}`).toBe(await text(`${path}?fresh=1`))
      if (path === page) expect(kept, `${path} from ${at.toString()}`).not.toBe(before.get(path))
    }
  }
})
