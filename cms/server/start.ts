import { createServer, type Server } from 'node:http'
import { prepareContent, takeUpJobs, type Seeding } from '../bootstrap.ts'
import { noteChange, onChange, upToDate } from '#collections/kernel/changes.ts'
import { linesOf } from '#collections/registrations/lines.ts'
import { openCatalog } from '../catalog/index.ts'
import { shareDatabase } from '../changes/index.ts'
import { openPayload, startJobs } from '../database.ts'
import { openServices } from '#cms/services.ts'
import { durabilityOf } from '../durable.ts'
import { BadSetting, type Environment } from '../env.ts'
import { openMetrics } from '../metrics/index.ts'
import { openLease, worksBy } from '../lease.ts'
import { createApp } from './app.ts'
import { guardDesk } from './desk.ts'
import { hostsOf, LONGEST_UPLOAD } from './edge.ts'
import { receiveUploads } from './evidence.ts'
import { bytesInFlight } from './in-flight.ts'
import { pageCache } from './page-cache.ts'
import { openPanel } from './panel.ts'
import { requestLines, requestWatch } from './requests.ts'
import { shedding } from './shedding.ts'
import { serveSite } from './site.ts'
import { openSite } from './astro.ts'
import { visitorsOf } from './visitor.ts'
import { watchOver } from './watch.ts'

const listen = (server: Server, { port, host }: Environment): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new BadSetting(`PORT ${port} is already taken by another program.`) : error),
    )
    server.listen(port, host, resolve)
  })

/** Finds out that a port is taken before a long first seeding, not after it. */
const tryPort = async (env: Environment): Promise<void> => {
  const probe = createServer()
  await listen(probe, env)
  await new Promise((done) => probe.close(done))
}

/** Answers what was asked, then closes the door; ten seconds at the most. */
const closeOn = (signals: readonly NodeJS.Signals[], close: () => Promise<unknown>) => {
  for (const signal of signals)
    process.once(signal, () => {
      setTimeout(() => process.exit(0), 10_000).unref()
      void close().then(() => process.exit(0))
    })
}

/**
 * Serves until it is asked to stop. The answer is a way to have everything derived at once that follows from what is written.
 * `given` tells the time to everything that decides by it; only tests give another one.
 */
export const start = async (
  env: Environment,
  seedDemo: Seeding,
  given?: () => Temporal.Instant,
): Promise<{ followUp: () => Promise<void> }> => {
  await tryPort(env)
  const clock = given ?? (() => Temporal.Now.instant())
  const payload = await openPayload(env)
  const prepared: [string, string | undefined][] = []
  const stopNoting = onChange(payload, (slug, id) => slug && prepared.push([slug, id]))
  await prepareContent(payload, env, clock(), seedDemo)
  stopNoting()
  const changes = await shareDatabase(payload, env)
  // Another process may be serving already.
  for (const change of prepared) noteChange(payload, ...change)
  const lease = openLease(payload, 'work', { prepare: () => takeUpJobs(payload) })
  worksBy(payload, lease)
  await startJobs(payload)

  // While developing, Next listens for its own upgrades; nothing else here is ever upgraded.
  const isUpgraded = env.mode === 'development'
  const server = createServer({ requestTimeout: LONGEST_UPLOAD, shouldUpgradeCallback: () => isUpgraded })
  const seats = linesOf(payload)
  const source = openCatalog(payload, env, seats)
  const services = await openServices({ payload, env, source, clock, turn: lease })
  const [panel, site] = await Promise.all([
    openPanel(env, payload, server),
    openSite(env),
    source.warm(),
    services.context().badgeKeys(),
  ])
  // In development a page changes with its source.
  const isKept = env.mode !== 'development'
  const compare = (): Promise<void> | undefined => {
    const comparing = upToDate(payload)
    return comparing ? comparing.then(() => seats.refresh()) : seats.refresh()
  }
  const milliseconds = given ? () => given().epochMilliseconds : Date.now
  const pages = pageCache({ compare, source, seats, clock, milliseconds, zone: env.timeZone, hosts: hostsOf(env) })
  const onDisk = await durabilityOf(env)
  const inFlight = bytesInFlight()
  const app = createApp({
    env,
    inFlight,
    payload,
    panel,
    site: serveSite({
      payload,
      source,
      services,
      astro: site.handler,
      origin: env.siteUrl,
      visitorOf: visitorsOf(env.secret),
    }),
    pages: isKept ? pages.handler : undefined,
    // What others read of it is listed before it is answered, and on the disk with it.
    durable: async () => {
      await changes.written()
      await onDisk()
    },
    uploads: receiveUploads({ services, origin: env.siteUrl }),
    guard: guardDesk({ services, origin: env.siteUrl }),
    assets: site.assets,
  })
  const crowd = shedding()
  const metrics = env.metrics && (await openMetrics(env.metrics, { env, services, pages, inFlight, crowd, lease }))
  const [writeLine, flushLines] = requestLines({ write: (text) => process.stdout.write(text), clock: Date.now })
  const isLogged = payload.logger.isLevelEnabled('info')
  const observers = [...(isLogged ? [writeLine] : []), ...(metrics ? [metrics.count] : [])]
  const watch = requestWatch(env.trustProxy > 0, observers)
  const served = watch.around(crowd.inFrontOf(app))
  server.on('request', isKept ? pages.inFrontOf(served, watch) : served)
  process.once('exit', flushLines)
  await lease.look()
  lease.start()
  await listen(server, env)
  services.start()
  const stopWatching = watchOver(payload, lease)
  closeOn(['SIGTERM', 'SIGINT'], async () => {
    // A connection that gets its last answer now is not kept for another question.
    Object.assign(server, { keepAliveTimeout: 1, keepAliveTimeoutBuffer: 0 })
    await new Promise((done) => server.close(done))
    await metrics?.close()
    stopWatching()
    await lease.release(services.stop)
    await changes.written()
    changes.close()
    await payload.destroy()
  })
  console.log(`Onramp is ready: ${env.siteUrl}  admin: ${env.siteUrl}/admin`)
  return { followUp: services.followUp }
}
