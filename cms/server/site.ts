import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import type { CatalogSource } from '../catalog/index.ts'

/** What Astro's middleware-mode handler looks like from outside. */
export type AstroHandler = (
  req: IncomingMessage,
  res: ServerResponse,
  next?: (error?: unknown) => void,
  locals?: App.Locals,
) => void | Promise<void>

export type SiteHandler = RequestHandler

/** Staff who may look at drafts on the real page: anyone signed in to the panel. */
const isStaff = async (payload: Payload, req: IncomingMessage): Promise<boolean> => {
  if (!req.headers.cookie?.includes('payload-token=')) return false
  const headers = new Headers({ cookie: req.headers.cookie, 'sec-fetch-site': 'same-origin' })
  const { user } = await payload.auth({ headers })
  return user?.collection === 'users'
}

/**
 * Serves the public site. Pages read through `locals.catalog`; `?preview` shows drafts to signed-in staff and
 * is never stored by any cache.
 */
export const serveSite =
  (payload: Payload, source: CatalogSource, astro: AstroHandler): SiteHandler =>
  async (req, res, next) => {
    const isPreview = 'preview' in req.query && (await isStaff(payload, req))
    const catalog = await source.open({ drafts: isPreview, now: Temporal.Now.instant() })
    if (isPreview) res.setHeader('Cache-Control', 'private, no-store')
    const locals: App.Locals = { catalog, isPreview }
    // Astro calls back for a path no page matches; a second call without a callback renders its 404 page.
    await astro(req, res, (error) => (error ? next(error) : void astro(req, res, undefined, locals)), locals)
  }
