import type { RequestHandler } from 'express'

// How many bytes of bodies may be on their way at once. Each is kept in memory until it is whole, so that they are counted as soon
// as they are announced, not as they come.

const MEGABYTE = 1_000_000

/** A form without files is far smaller and never counts; bytes. */
const SMALL = 100_000
/** One address may send some letters or pictures at once, as a school does. */
const FOR_ONE = 64 * MEGABYTE
/** All of them together may keep no more than this. */
const FOR_ALL = 256 * MEGABYTE

/** What is under way, by address. */
export const bytesInFlight = (limits = { forOne: FOR_ONE, forAll: FOR_ALL }) => {
  const byAddress = new Map<string, number>()
  let all = 0

  /** Counts bytes in; undefined where there is no room, otherwise the way to count them out. */
  const take = (address: string, bytes: number): (() => void) | undefined => {
    const before = byAddress.get(address) ?? 0
    if (before + bytes > limits.forOne || all + bytes > limits.forAll) return undefined
    byAddress.set(address, before + bytes)
    all += bytes
    let isOut = false
    return () => {
      if (isOut) return
      isOut = true
      all -= bytes
      const left = byAddress.get(address)! - bytes
      if (left > 0) byAddress.set(address, left)
      else byAddress.delete(address)
    }
  }
  return Object.assign(take, { total: () => all })
}

/** What this server counts. */
export type InFlight = ReturnType<typeof bytesInFlight>

/** Turns away what there is no room for just now; a body counts until its request is answered or broken off. `streamed` never does. */
export const boundBodies =
  (streamed: (url: string) => boolean, take: InFlight): RequestHandler =>
  (req, res, next) => {
    const length = Number(req.headers['content-length'] ?? 0)
    if (length < SMALL || streamed(req.url)) return next()
    const release = take(req.ip ?? '', length)
    if (!release) {
      res.status(503).set({ 'Retry-After': '30', Connection: 'close' }).type('text/plain')
      return void res.send('Too much is being sent to this server at once. Please try again in half a minute.\n')
    }
    res.once('close', release)
    next()
  }
