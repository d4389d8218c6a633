import type { RequestHandler } from 'express'
import { isRead } from './requests.ts'

/** What the key of another program may ask for; who may read which rows is decided by access. */
const OPEN = /^\/(charges|invoices|deposits)(\/[\w-]+)?\/?(\?|$)/

/**
 * A key opens its scope and nothing beside it. The panel's own collections are open to everybody signed in, and a program with
 * a key counts as signed in; so it is turned away before it gets there.
 */
export const keepKeysToTheirScope: RequestHandler = (req, res, next) => {
  const isKey = /^\s*integrations\s/i.test(req.headers.authorization ?? '')
  if (!isKey || (isRead(req) && OPEN.test(req.url))) return next()
  res.status(403).json({ errors: [{ message: 'This key does not open that.' }] })
}
