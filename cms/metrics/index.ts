import { createServer, type Server } from 'node:http'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Services } from '#collections/services/index.ts'
import { BadSetting, type Environment } from '../env.ts'
import { databaseMetrics } from './database.ts'
import { processMetrics, type ProcessState } from './process.ts'
import { requestMetrics, type Counted } from './requests.ts'

type Given = {
  env: Environment
  services: Pick<Services, 'context' | 'rounds'>
  pages: { counts: ProcessState['pages'] }
  inFlight: { total: () => number }
  crowd: { turnedAway: () => number }
  lease: { isHeld: () => boolean }
}

export type Metrics = { count: (counted: Counted) => void; close: () => Promise<void> }

const listen = (server: Server, { port, host }: { port: number; host: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(new BadSetting(`METRICS_PORT: nothing can listen at ${host}:${port} (${code}).`)),
    )
    server.listen(port, host, resolve)
  })

/**
 * Serves metrics as Prometheus reads them, at an address of their own that no visitor reaches. They say nothing of any person,
 * and have a bounded number of labels.
 * @throws BadSetting when that address is taken
 */
export const openMetrics = async (
  address: { port: number; host: string },
  { env, services, pages, inFlight, crowd, lease }: Given,
): Promise<Metrics> => {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const observe = requestMetrics(register)
  processMetrics(register, {
    dataDir: env.dataDir,
    pages: pages.counts,
    bytesInFlight: inFlight.total,
    turnedAway: crowd.turnedAway,
    hasLease: lease.isHeld,
    rounds: services.rounds,
  })
  databaseMetrics(register, services.context)

  const server = createServer((req, res) => {
    if (req.url !== '/metrics') {
      res.writeHead(404).end('Metrics are at /metrics.\n')
      return
    }
    register.metrics().then(
      (text) => res.writeHead(200, { 'Content-Type': register.contentType }).end(text),
      (error: unknown) => {
        services.context().payload.logger.error({ err: error }, 'Metrics could not be read')
        res.writeHead(503).end('Metrics cannot be read just now.\n')
      },
    )
  })
  await listen(server, address)
  return {
    count: observe,
    close: () =>
      new Promise((done) => {
        server.close(() => done()).closeAllConnections()
      }),
  }
}
