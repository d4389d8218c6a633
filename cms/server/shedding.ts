import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isRead } from './requests.ts'
import { routeClassOf, type RouteClass } from './route-class.ts'

// When more is asked for than can be answered, whoever only reads waits outside, with a word of when to come again; forms that are
// sent, people with a link of their own and the desk go first. Pages that are kept are never turned away: they cost next to nothing.

/** Public pages that are rendered at once at the most. Each takes some milliseconds, so that the last of them waits for most of a second. */
const MOST_AT_ONCE = 96
/** While the process is busy with other things, so many; a few always get through. */
const MOST_WHILE_BUSY = 8
/** How late timers may be, on average over half a second, before the process counts as busy; milliseconds. */
const BUSY = 150
const LOOK_EVERY = 500
/** When whoever is turned away should come again; seconds. */
const AGAIN = 5

/** How much is being done. */
export type Load = { pages: number; delay: number }

/** Whether one public page more would be too much. */
export const isTooMuch = ({ pages, delay }: Load): boolean => pages >= (delay > BUSY ? MOST_WHILE_BUSY : MOST_AT_ONCE)

/** What can wait. Of the rest some is sent by people who have typed something, and some is for those who work here. */
const WAITS: readonly RouteClass[] = ['page', 'feed', 'verify']

const canWait = (req: IncomingMessage): boolean =>
  isRead(req) &&
  WAITS.includes(routeClassOf(req.url ?? '')) &&
  !req.headers.authorization &&
  !req.headers.cookie?.includes('payload-token')

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Many people are here just now</title>
<h1>Many people are here just now</h1>
<p>Please load this page again in a few seconds. Forms that were sent are not affected.</p>
</html>
`

const turnAway = (res: ServerResponse): void => {
  res
    .writeHead(503, {
      'Retry-After': AGAIN,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': PAGE.length,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
    })
    .end(PAGE)
}

/** Milliseconds that the event loop was late by, on average of late. */
const measuredDelay = (): (() => number) => {
  const histogram = monitorEventLoopDelay({ resolution: 20 })
  histogram.enable()
  let delay = 0
  setInterval(() => {
    // The mean holds the pause between two looks, too.
    delay = histogram.count > 0 ? Math.max(0, histogram.mean / 1e6 - 20) : 0
    histogram.reset()
  }, LOOK_EVERY).unref()
  return () => delay
}

/** Counts public pages that are being rendered, and turns away those that would be too many. */
export const shedding = (delay: () => number = measuredDelay()) => {
  let [pages, turned] = [0, 0]
  return {
    /** How many were turned away since the process began. */
    turnedAway: (): number => turned,
    inFrontOf:
      (app: RequestListener): RequestListener =>
      (req, res) => {
        if (!canWait(req)) return app(req, res)
        if (isTooMuch({ pages, delay: delay() })) {
          turned += 1
          return turnAway(res)
        }
        pages += 1
        res.once('close', () => (pages -= 1))
        app(req, res)
      },
  }
}
