import type { RequestHandler } from 'express'
import type { Payload } from 'payload'

/** The process answers. */
export const healthz: RequestHandler = (_req, res) => {
  res.json({ status: 'ok' })
}

/** The database answers too, so the site can serve. */
export const readyz =
  (payload: Payload): RequestHandler =>
  async (_req, res) => {
    try {
      await payload.find({ collection: 'holidays', limit: 1, depth: 0, pagination: false, overrideAccess: true })
      res.json({ status: 'ok' })
    } catch {
      res.status(503).json({ status: 'unavailable' })
    }
  }
