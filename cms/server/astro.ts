import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Environment } from '../env.ts'
import type { AstroHandler } from './site.ts'

const SITE = fileURLToPath(new URL('../../site/', import.meta.url))

type Opened = { handler: AstroHandler; assets?: string }

const openBuilt = async (): Promise<Opened> => {
  const { handler } = (await import(pathToFileURL(`${SITE}dist/server/entry.mjs`).href)) as { handler: AstroHandler }
  return { handler, assets: `${SITE}dist/client` }
}

/** Where the development server of Astro looks for the locals of a request. */
const LOCALS = Symbol.for('astro.locals')

/** The development server renders from the sources. */
const openDevelopment = async ({ port }: Environment): Promise<Opened> => {
  const { dev } = await import('astro')
  const server = await dev({ root: SITE, server: { port: port + 1 }, devToolbar: { enabled: false } })
  return {
    handler: (req, res, _next, locals) => server.handle(Object.assign(req, { [LOCALS]: locals }), res),
  }
}

/** The public site as a handler: built in production, from its sources in development. */
export const openSite = (env: Environment): Promise<Opened> =>
  env.mode === 'development' ? openDevelopment(env) : openBuilt()
