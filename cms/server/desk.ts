import type { Request, RequestHandler } from 'express'
import { holds, type Role } from '#collections/access/index.ts'
import { comesFromElsewhere } from '#collections/kernel/origin.ts'
import { paths } from '#collections/kernel/paths.ts'
import { wordingOf } from '#collections/templates/actions.ts'
import { reviewerDesk, type ReviewerDesk } from '#collections/reviews/service/reviewer.ts'
import { actOf, type Context } from '#collections/context/context.ts'
import { staffName } from '#collections/staff/queries.ts'
import { staffServices, type StaffServices } from '#collections/services/staff.ts'
import type { Services } from '#collections/services/index.ts'
import { isRead } from './requests.ts'
import { userOf } from './user.ts'

/** The roles that open the desk, beside admins. Communications edit the letters, and see nobody's data. */
const REGISTRARS: readonly Role[] = ['registrar']
const WRITERS: readonly Role[] = [...REGISTRARS, 'communications']
const REVIEWERS: readonly Role[] = [...REGISTRARS, 'reviewer']
const LETTERS = /^\/desk\/messages(\/|$)/i
const REVIEWS = /^\/desk\/reviews(\/|$)/i

/** What the guard leaves for the site. */
declare global {
  // Express finds its locals in this namespace.
  namespace Express {
    interface Locals {
      /** What the request is answered with, all of it at one moment. */
      context?: Context
      staff?: StaffServices | null
      reviewer?: ReviewerDesk | null
      isPrivate?: boolean
      /** Where a form was sent by somebody whose sign-in had ended. */
      unsent?: string
      /** The page asked for something that is one visitor's own. */
      isPersonal?: boolean
      wordings?: App.Locals['wordings']
    }
  }
}

const rolesFor = (url: string): readonly Role[] => {
  const [path = ''] = url.split('?', 1)
  if (REVIEWS.test(path)) return REVIEWERS
  return LETTERS.test(path) ? WRITERS : REGISTRARS
}

/** A form of another site could be sent with the cookie of somebody signed in here. */
const isFromElsewhere = ({ headers }: Request, ours: string): boolean =>
  comesFromElsewhere({ origin: headers.origin, relation: headers['sec-fetch-site'] }, ours, { isSignedIn: true })

/**
 * Stands before everything under /desk: registrars and admins pass, with the desk in `res.locals.staff`; communications pass
 * to the letters only and reviewers to what they score, without it; the rest read why not. No answer is stored anywhere or
 * found by a search engine.
 */
export const guardDesk =
  ({ services, origin }: { services: Services; origin: string }): RequestHandler =>
  async (req, res, next) => {
    const context = services.context()
    res.locals.context = context
    res.set({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow' })
    res.locals.isPrivate = true
    const user = await userOf(context.payload, req)
    if (!user && isRead(req))
      return res.redirect(303, `${paths.panel}/login?redirect=${encodeURIComponent(req.originalUrl)}`)
    if ((!isRead(req) && isFromElsewhere(req, origin)) || (user && !holds(user, ...rolesFor(req.originalUrl)))) {
      req.url = '/403'
      req.method = 'GET'
      return next()
    }
    if (!user) {
      // The form is kept on the page that asks to sign in, to be sent again from there.
      res.locals.unsent = req.originalUrl
      req.url = '/401'
      return next()
    }
    const actor = { kind: 'staff', name: staffName(user), user: user.id } as const
    res.locals.wordings = (kind, reading) => wordingOf(context.payload, kind, reading)
    const act = actOf(context, actor)
    res.locals.staff = holds(user, ...REGISTRARS) ? staffServices(context, act) : null
    res.locals.reviewer = holds(user, ...REVIEWERS) ? reviewerDesk(context, act) : null
    next()
  }
