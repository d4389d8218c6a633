import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { paths } from '#collections/kernel/paths.ts'
import { freePort, startServer, type Server } from '../support/server.ts'
import { measureRush } from './rush.ts'
import { measureRanking } from './ranking.ts'
import { measureSelection } from './selection.ts'
import { cpuSeconds, median, residentMegabytes, timed, weigh } from './measure.ts'

// `npm run bench`: prints what start, memory, pages and large catalogs cost on this machine. Where there is a peer the
// figure is a ratio taken in the same run, so that a slow machine does not decide it.

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COURSE = '/courses/racial-discourse-foundations'
const REQUESTS = 200

const row = (what: string, figure: string, wanted = '') =>
  console.log(`${what.padEnd(58)} ${figure.padStart(16)}   ${wanted}`)
const ms = (value: number) => `${value.toFixed(1)} ms`

/** Processor milliseconds per request, the answers of earlier requests not being kept anywhere. */
const cpuPerRequest = async ({ base, pid }: Pick<Server, 'base' | 'pid'>, path: string): Promise<number> => {
  await timed(base + path, 20)
  const before = cpuSeconds(pid)
  await timed(base + path, REQUESTS)
  return ((cpuSeconds(pid) - before) / REQUESTS) * 1000
}

const measureStart = async (dataDir: string): Promise<void> => {
  const took: number[] = []
  const held: number[] = []
  for (let n = 0; n < 5; n++) {
    const begun = performance.now()
    const server = await startServer({ DATA_DIR: dataDir })
    took.push(performance.now() - begun)
    await timed(server.base, 1)
    held.push(residentMegabytes(server.pid))
    await server.stop()
  }
  row('Second start to ready (median of 5)', `${(median(took) / 1000).toFixed(2)} s`, 'under 3 s')
  row('Memory after the first page (median of 5)', `${median(held).toFixed(0)} MB`, 'under 500 MB')
}

/** The same bytes from a bare Node server: the least any server here could need. */
const withBarePeer = async (html: string, measure: (base: string) => Promise<number>): Promise<number> => {
  const peer = createServer((_req, res) => res.setHeader('Content-Type', 'text/html').end(html))
  const port = await freePort()
  await new Promise<void>((done) => peer.listen(port, '127.0.0.1', done))
  const figure = await measure(`http://127.0.0.1:${port}`)
  peer.close()
  return figure
}

const measurePages = async (server: Server): Promise<void> => {
  const cpu = await cpuPerRequest(server, COURSE)
  row('Course page, rendered anew: processor time', ms(cpu), 'under 25 ms')
  const html = await (await fetch(server.base + COURSE)).text()
  const page = median(await timed(server.base + COURSE, REQUESTS))
  const bare = await withBarePeer(html, async (base) => median(await timed(base, REQUESTS)))
  const rest = median(
    await timed(`${server.base}/api/courses?where[slug][equals]=${COURSE.slice(9)}&depth=1`, REQUESTS),
  )
  row('Course page against the same bytes from bare Node', `${(page / bare).toFixed(1)} ×`)
  row('Course page against one REST read of the same course', `${(page / rest).toFixed(2)} ×`)
  for (const path of [
    '/',
    paths.courses,
    COURSE,
    paths.framework,
    paths.pathways,
    paths.strategies,
    paths.collaboratives,
    paths.credentials,
    '/policies/cancellation',
    paths.contact,
    '/search?q=reading',
  ]) {
    const { html, css, js } = await weigh(server.base, path)
    row(`Weight of ${path}`, `${(html + css + js).toFixed(1)} kB`, `at most 40 kB (JS ${js.toFixed(1)} of at most 8)`)
  }
}

const measureSeats = async (demo: string): Promise<void> => {
  const { perSecond, p99, refused, confirmed, againstCommits } = await measureRush(demo)
  row('500 at once for 20 seats: registrations a second', perSecond.toFixed(0), 'at least 150')
  row('500 at once: 99 of 100 answered within', ms(p99), 'under 3 s')
  row('500 at once: confirmed, not answered with 201', `${confirmed}, ${refused}`, '20, 0')
  row('500 at once against 500 bare durable commits', `${againstCommits.toFixed(1)} ×`)
}

const measurePlaces = async (): Promise<void> => {
  const { offered, againstWrites, told, places } = await measureSelection()
  row('1,000 applications ranked, and offered a place each', `${offered.toFixed(2)} s`, 'under 2 s')
  row('1,000 offers against 1,000 bare keyed writes', `${againstWrites.toFixed(1)} ×`)
  row('1,000 offers made, logged, and each message written', `${told.toFixed(2)} s`)
  row('1,000 offers: places held', String(places), '1000')
  row('Ranking of 1,000 applications with three readers each', ms(await measureRanking()), 'under 300 ms')
}

const withCatalogOf = async (courses: number, measure: (server: Server) => Promise<void>): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onramp-bench-'))
  console.log(`\nWriting ${courses} generated courses`)
  const settings = { ...process.env, DATA_DIR: dataDir }
  spawnSync(process.execPath, ['seed/run.ts'], { cwd: ROOT, env: settings, stdio: 'ignore' })
  spawnSync(process.execPath, ['seed/run.ts', '--courses', String(courses)], {
    cwd: ROOT,
    env: settings,
    stdio: 'ignore',
  })
  const server = await startServer({ DATA_DIR: dataDir, SEED: 'none' })
  await fetch(server.base)
  await measure(server)
  await server.stop()
  rmSync(dataDir, { recursive: true })
}

const measurePage = async (server: Server, what: string, path: string): Promise<void> => {
  await timed(server.base + path, 5)
  const took = await timed(server.base + path, 40)
  row(
    `${what}: median, slowest of 40`,
    `${median(took).toFixed(0)}, ${Math.max(...took).toFixed(0)} ms`,
    'under 150 ms',
  )
}

const dataDir = mkdtempSync(join(tmpdir(), 'onramp-bench-'))
const first = await startServer({ DATA_DIR: dataDir })
await measurePages(first)
await first.stop()
await measureStart(dataDir)
await measureSeats(join(dataDir, 'onramp.db'))
rmSync(dataDir, { recursive: true })
await measurePlaces()

await withCatalogOf(200, async (server) => {
  await measurePage(server, 'Chart with 227 courses', paths.framework)
  const { html, css, js } = await weigh(server.base, paths.framework)
  row('Weight of the chart with 227 courses', `${(html + css + js).toFixed(1)} kB`)
})
await withCatalogOf(2000, async (server) => {
  await measurePage(server, 'Search in 2,027 courses', '/search?q=reading%20across')
  await measurePage(server, 'Search with a typing error', '/search?q=restoratve%20cirlces')
  await measurePage(server, 'Course list of 2,027, filtered', '/courses?format=online&when=quarter')
})
