import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, RequestHandler, Response } from 'express'
import type { Payload } from 'payload'
import { LOCALES, type Locale } from '#collections/values/locale.ts'
import { leadsTo } from '#collections/addresses/queries.ts'
import { placeAt } from '#collections/addresses/policy.ts'
import type { CatalogSource } from '#collections/catalog/source.ts'
import type { Visitor } from '#collections/registrations/arrivals.ts'
import type { Services } from '#collections/services/index.ts'
import { isRead } from './requests.ts'
import { userOf } from './user.ts'
import { isOneOf } from '#collections/values/list.ts'

/** What Astro's middleware-mode handler looks like from outside. */
export type AstroHandler = (
  req: IncomingMessage,
  res: ServerResponse,
  next?: (error?: unknown) => void,
  locals?: App.Locals,
) => void | Promise<void>

type Site = {
  payload: Payload
  source: CatalogSource
  services: Services
  astro: AstroHandler
  origin: string
  /** Names a network address. */
  visitorOf: (address: string | undefined) => Visitor
}

const LANGUAGE_COOKIE = 'language'
const isLocale = (value: unknown): value is Locale => isOneOf(LOCALES, value)

/** `?lang=es` chooses a language and keeps the choice for a year. */
const localeOf = (req: Request, res: Response): Locale => {
  const asked = req.query['lang']
  if (isLocale(asked)) {
    res.cookie(LANGUAGE_COOKIE, asked, {
      path: '/',
      sameSite: 'lax',
      httpOnly: true,
      secure: req.secure,
      maxAge: 365 * 86_400_000,
    })
    return asked
  }
  const cookie = new RegExp(`(?:^|; )${LANGUAGE_COOKIE}=(\\w+)`).exec(req.headers.cookie ?? '')?.[1]
  return isLocale(cookie) ? cookie : LOCALES[0]
}

/**
 * Serves the public site. Pages read through `locals.catalog`; `?preview` shows drafts to signed-in staff and
 * is never stored by any cache.
 */
export const serveSite =
  ({ payload, source, services, astro, origin, visitorOf }: Site): RequestHandler =>
  async (req, res, next) => {
    const isPreview = 'preview' in req.query && (await userOf(payload, req)) !== undefined
    const locale = localeOf(req, res)
    const context = res.locals.context ?? services.context()
    const catalog = await source.open({ drafts: isPreview, now: context.now, locale })
    const place = placeAt(req.path)
    const target = place && !catalog.hasPage(req.path) ? await leadsTo(payload, place) : undefined
    if (target) {
      const query = req.originalUrl.slice(req.originalUrl.split('?', 1)[0]!.length)
      res.setHeader('Cache-Control', 'no-cache')
      return res.redirect(isRead(req) ? 301 : 308, target + query)
    }
    if (!res.locals.isPrivate) res.setHeader('Cache-Control', isPreview ? 'private, no-store' : 'no-cache')
    let visitor: App.Locals['visitor'] | undefined
    const locals: App.Locals = {
      catalog,
      // Whatever a page asks for here is somebody's own.
      get visitor() {
        res.locals.isPersonal = true
        return (visitor ??= services.open({ ...context, visitor: visitorOf(req.ip) }))
      },
      staff: res.locals.staff ?? null,
      reviewer: res.locals.reviewer ?? null,
      wordings: res.locals.wordings,
      upload: res.locals.upload,
      unsent: res.locals.unsent,
      isPreview,
      locale,
      origin,
    }
    // Astro calls back for a path no page matches. Asked for its 404 page by name it renders it with the locals, which it
    // does not hand over when it looks for that page itself.
    const answerNotFound = (error?: unknown) => {
      if (error) return next(error)
      req.url = '/404'
      return astro(req, res, next, locals)
    }
    await astro(req, res, (error) => void answerNotFound(error), locals)
  }
