import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { withoutEscapes } from './escapes.ts'
import { routeClassOf, type RouteClass } from './route-class.ts'

// Each request as it is logged and counted: with a name of its own, and nothing of the person who sent it.

/** A request that is over. `path` is as the log may keep it; `isCut`: whoever asked did not wait for the whole answer. */
export type Answered = {
  requestId: string
  method: string
  path: string
  route: RouteClass
  status: number
  seconds: number
  isCut: boolean
}

const LONGEST_PATH = 200
const WITH_TOKEN =
  /^\/(manage|my|tell-me\/confirm|tell-me|statements|applications|submissions|colleague|feedback|evaluations|verify|admin\/reset|api\/users\/verify)\/[^/]+/i
/** Names of files that people sent, and whatever looks like a mailbox or a token, wherever it stands. */
const OF_PEOPLE = /(?<=^\/api\/files\/file\/).+|[^/]*(@|%40|eyJ|[\da-f]{40})[^/]*/gi

/** A path as the log may keep it, without its query: whoever reads the token of a link could use it. */
export const loggedPath = (url: string): string => {
  const [path = ''] = url.split('?', 1)
  return withoutEscapes(path).replace(WITH_TOKEN, '/$1/…').replace(OF_PEOPLE, '…').slice(0, LONGEST_PATH)
}

/** Whether a request only looks. */
export const isRead = ({ method }: Pick<IncomingMessage, 'method'>): boolean => method === 'GET' || method === 'HEAD'

/** Names a proxy may give a request. */
const GIVEN = /^[\w.-]{8,64}$/

/** The name of a request: the one a proxy of ours gave it, or a new one. */
export const requestIdOf = ({ headers }: Pick<IncomingMessage, 'headers'>, trustsProxy: boolean): string => {
  const given = headers['x-request-id']
  return trustsProxy && typeof given === 'string' && GIVEN.test(given) ? given : randomUUID()
}

/** Gives each request its name before anything else sees it, and reports it once it is over. */
export const watchRequests =
  (listener: RequestListener, trustsProxy: boolean, observers: readonly ((answered: Answered) => void)[]) =>
  (req: IncomingMessage, res: ServerResponse): void => {
    const requestId = requestIdOf(req, trustsProxy)
    req.headers['x-request-id'] = requestId
    const { method = '', url = '' } = req
    const begun = performance.now()
    if (observers.length > 0)
      res.once('close', () => {
        const seconds = (performance.now() - begun) / 1000
        const { statusCode: status, writableFinished } = res
        const route = routeClassOf(url)
        const answered = { requestId, method, path: loggedPath(url), route, status, seconds, isCut: !writableFinished }
        for (const observe of observers) observe(answered)
      })
    listener(req, res)
  }

/** Milliseconds that lines wait for others, so that many are written at once. */
const GATHERED = 100

type Output = { write: (text: string) => unknown; clock: () => number }

/** Writes a line of JSON for each request; call the second function before the process ends. */
export const requestLines = ({ write, clock }: Output): [observe: (answered: Answered) => void, flush: () => void] => {
  let lines = ''
  const flush = (): void => {
    if (lines !== '') write(lines)
    lines = ''
  }
  const observe = ({ requestId, method, path, route, status, seconds, isCut }: Answered): void => {
    if (lines === '') setTimeout(flush, GATHERED).unref()
    const ms = Math.round(seconds * 10_000) / 10
    const cut = isCut ? { isCut } : {}
    const line = { level: 'info', time: clock(), name: 'onramp', requestId, method, path, route, status, ms, ...cut }
    lines += `${JSON.stringify({ ...line, msg: 'request' })}\n`
  }
  return [observe, flush]
}
