import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { holds } from '#collections/access/index.ts'
import { comesFromElsewhere } from '#collections/kernel/origin.ts'
import type { Visitor } from '#collections/registrations/arrivals.ts'
import { VISITOR_HEADER } from '#collections/users/hooks.ts'
import { isRead } from './requests.ts'

type Given = { visitorOf: (address: string | undefined) => Visitor; origin: string }

/**
 * Stands before everything about the accounts of staff: says from which address, as a code, somebody comes, and lets no other site
 * sign a browser in or out.
 */
export const guardAccounts =
  ({ visitorOf, origin }: Given): RequestHandler =>
  (req, res, next) => {
    req.headers[VISITOR_HEADER] = visitorOf(req.ip).address
    const { origin: from, 'sec-fetch-site': relation } = req.headers
    if (isRead(req) || !comesFromElsewhere({ origin: from, relation }, origin, { isSignedIn: false })) return next()
    res.status(403).json({ errors: [{ message: 'This came from another site.' }] })
  }

/** Lets registrars and admins pass; to everybody else there is nothing, whether there is or not. */
export const forDesk =
  (payload: Payload): RequestHandler =>
  async (req, res, next) => {
    const { cookie, authorization, origin, 'sec-fetch-site': relation } = req.headers
    const given = { cookie, authorization, origin, 'sec-fetch-site': relation?.toString() }
    const named = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined)
    const { user } = cookie || authorization ? await payload.auth({ headers: new Headers(named) }) : { user: null }
    if (holds(user, 'registrar')) return next()
    res.status(404).json({ errors: [{ message: 'There is nothing at this address.' }] })
  }
