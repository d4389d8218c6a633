import { pipeline } from 'node:stream/promises'
import type { RequestHandler } from 'express'

/** Nothing in a list runs, whatever people typed, and no cache keeps it. */
const HEADERS = {
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
}

/**
 * Saves a list of the desk as a file. It is read from the database only as fast as whoever saves it takes it, which a page could not
 * do; so memory does not grow with the list. Stands behind the guard of the desk.
 */
export const saveLists: RequestHandler<{ file: string }> = async (req, res, next) => {
  const list = await res.locals.staff?.save(req.params.file, req.query as Record<string, string>)
  if (!list) return next()
  res.set({ ...HEADERS, 'Content-Type': list.type, 'Content-Disposition': `attachment; filename="${list.name}"` })
  try {
    await pipeline(list.content, res)
  } catch (error) {
    // Whoever saved it went away, or it could not be read to its end: half a file must not look like a whole one.
    res.destroy(error as Error)
  }
}
