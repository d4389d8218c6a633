import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { Payload } from 'payload'
import { paths } from '#collections/kernel/paths.ts'
import type { Durable } from '../durable.ts'
import type { Environment } from '../env.ts'
import { answerWhenDurable } from './durable.ts'
import { answerUnexpected, isStreamed, nameRequest, refuseStrangeRequests, withoutSlash } from './edge.ts'
import { boundBodies, type InFlight } from './in-flight.ts'
import { securityHeaders } from './headers.ts'
import { healthz, readyz } from './health.ts'
import { keepKeysToTheirScope } from './keys.ts'
import { forDesk, guardAccounts } from './sign-in.ts'
import { visitorsOf } from './visitor.ts'
import { saveLists } from './lists.ts'
import { formLimit, paperLimit, registerLimit, sharedLimits, uploadLimit, writeLimit } from './limits.ts'

type Parts = {
  env: Environment
  payload: Payload
  /** Next: the panel and the REST API. */
  panel: RequestHandler
  /** Astro: everything the public sees. */
  site: RequestHandler
  /** Keeps public pages as they were rendered. */
  pages?: RequestHandler | undefined
  durable: Durable
  /** Counts the bytes of bodies on their way. */
  inFlight: InFlight
  /** Stands before the registration desk. */
  guard: RequestHandler
  /** Takes files that are evidence. */
  uploads: RequestHandler
  /** Folder of built assets of the site; absent in development. */
  assets?: string
}

/** The one Express app: guards first, then the panel, then the site. No body parser stands in front of either. */
export const createApp = ({
  env,
  payload,
  panel,
  site,
  pages,
  guard,
  uploads,
  durable,
  inFlight,
  assets,
}: Parts): Express => {
  const app = express()
  const shared = sharedLimits({ payload, secret: env.secret })
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', env.trustProxy)
  app.set('query parser', 'simple')

  app.use(nameRequest)
  app.get('/healthz', healthz)
  app.get('/readyz', readyz(payload, env))
  app.use(refuseStrangeRequests(env))
  app.use(boundBodies(isStreamed, inFlight))
  app.use(securityHeaders(env))
  app.use(answerWhenDurable(durable))
  app.use(withoutSlash)
  app.use(compression({ threshold: 1024, brotli: { params: {} } }))

  app.use(
    '/api/media/file',
    express.static(env.mediaDir, { fallthrough: false, index: false, maxAge: '1h', redirect: false }),
  )
  app.use('/api/users', guardAccounts({ visitorOf: visitorsOf(env.secret), origin: env.siteUrl }))
  app.use(
    ['/api/users/login', '/api/users/forgot-password', '/api/users/reset-password', '/api/users/unlock'],
    shared.signIn,
  )
  // Next would draw any picture in any size for anybody; nothing here asks it to.
  app.use(
    '/_next/image',
    (_req, res) => void res.status(404).type('text/plain').send('There is nothing at this address.\n'),
  )
  // Private papers are for the desk; nobody else learns which there are.
  app.use('/api/files/file', forDesk(payload))
  app.get('/favicon.ico', (_req, res) => res.redirect(301, '/icon.svg'))
  app.use('/api', neverStored, writeLimit, keepKeysToTheirScope)
  app.all(['/admin', '/admin/*rest', '/api', '/api/*rest', '/_next/*rest', '/__nextjs*rest'], panel)

  if (assets) app.use(express.static(assets, { index: false, redirect: false, setHeaders: cacheHashed }))
  app.use([paths.my, paths.tellMe], shared.link)
  app.use(
    [
      '/courses',
      '/manage',
      '/colleague',
      '/evaluations',
      '/collaboratives',
      '/credentials',
      '/applications',
      '/submissions',
      '/feedback',
      '/verify',
    ],
    formLimit,
  )
  app.use('/courses/:slug/register', registerLimit)
  app.use('/verify', paperLimit)
  app.post(paths.evidence(':token', ':item'), uploadLimit, uploads)
  app.all(['/desk', '/desk/*rest'], guard)
  app.get('/desk/lists/:file', saveLists)
  if (pages) app.use(pages)
  app.use(site)
  app.use(answerUnexpected(payload.logger))
  return app
}

/** Answers of the REST API depend on who asks; no cache keeps them. */
const neverStored: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store')
  next()
}

/** Astro puts a content hash into the names under /_astro, so they never change. */
const cacheHashed = (res: express.Response, path: string) =>
  res.setHeader(
    'Cache-Control',
    path.includes('_astro') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  )
