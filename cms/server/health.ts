import { statfs } from 'node:fs/promises'
import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import type { Environment } from '../env.ts'

/** The process answers. */
export const healthz: RequestHandler = (_req, res) => {
  res.json({ status: 'ok' })
}

/** With less room than this nothing more should be taken in; bytes. */
const LEAST_ROOM = 100_000_000
const PROBE = 'readyz'

/** Why nothing should be sent here now; undefined means all is well. */
const trouble = async (payload: Payload, { dataDir, isEmbedded }: Environment): Promise<string | undefined> => {
  try {
    if (isEmbedded) {
      const { bavail, bsize } = await statfs(dataDir)
      if (bavail * bsize < LEAST_ROOM) return 'disk'
    }
    // A database that can be read and not written takes no registration.
    await payload.kv.set(PROBE, { isWritten: true })
    await payload.find({ collection: 'holidays', limit: 1, depth: 0, pagination: false, overrideAccess: true })
    return undefined
  } catch {
    return 'database'
  }
}

/** The disk has room, and the database can be written and read: the site can serve. Whoever asks meanwhile shares the answer. */
export const readyz = (payload: Payload, env: Environment): RequestHandler => {
  let asking: Promise<string | undefined> | undefined
  return async (_req, res) => {
    asking ??= trouble(payload, env).finally(() => (asking = undefined))
    const found = await asking
    if (found) res.status(503).json({ status: 'unavailable', trouble: found })
    else res.json({ status: 'ok' })
  }
}
