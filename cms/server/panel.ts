import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { RequestHandler } from 'express'
import next from 'next'
import type { Payload } from 'payload'
import type { Environment } from '../env.ts'

const CMS = fileURLToPath(new URL('..', import.meta.url))

/** Next with Payload's panel and REST API, as a handler behind Express. */
export const openPanel = async (
  { mode, port, hasPanel }: Environment,
  { config }: Payload,
  httpServer: Server,
): Promise<RequestHandler> => {
  if (!hasPanel) return (_req, res) => void res.status(404).send('The panel is switched off here.')
  Object.assign(globalThis, { panelConfig: config })
  const app = next({ dev: mode === 'development', dir: CMS, port, httpServer })
  await app.prepare()
  const handle = app.getRequestHandler()
  return (req, res) => void handle(req, res)
}
