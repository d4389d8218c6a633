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

/** Names of this process begin with what no other process has, and end with a number: a name for each is made in no time. */
const OURS = randomUUID().slice(0, 23)
let named = 0

/** The name of a request: the one a proxy of ours gave it, or a new one. */
export const requestIdOf = ({ headers }: Pick<IncomingMessage, 'headers'>, trustsProxy: boolean): string => {
  const given = headers['x-request-id']
  if (trustsProxy && typeof given === 'string' && GIVEN.test(given)) return given
  named += 1
  return `${OURS}-${named.toString(36)}`
}

type Address = Pick<Answered, 'path' | 'route'>

/** How many addresses are remembered before all are forgotten. */
const MOST = 5000
const known = new Map<string, Address>()

/** An address as it is logged and counted. Most requests are for the few public ones, which are worked out once. */
const addressOf = (url: string): Address => {
  const found = known.get(url)
  if (found) return found
  const address = { path: loggedPath(url), route: routeClassOf(url) }
  if (url.length > LONGEST_PATH || url.includes('?') || WITH_TOKEN.test(url)) return address
  if (known.size >= MOST) known.clear()
  known.set(url, address)
  return address
}

type Observer = (answered: Answered) => void

/** Names requests and reports them once they are over. */
export const requestWatch = (trustsProxy: boolean, observers: readonly Observer[]) => {
  const report = (
    requestId: string,
    { method = '', url = '' }: IncomingMessage,
    begun: number,
    res: ServerResponse,
  ) => {
    const seconds = (performance.now() - begun) / 1000
    const { statusCode: status, destroyed, writableFinished } = res
    const answered = { requestId, method, ...addressOf(url), status, seconds, isCut: destroyed && !writableFinished }
    for (const observe of observers) observe(answered)
  }
  return {
    /** Gives each request its name before anything else sees it, and reports it when its answer has gone out. */
    around:
      (listener: RequestListener): RequestListener =>
      (req, res) => {
        const requestId = requestIdOf(req, trustsProxy)
        req.headers['x-request-id'] = requestId
        const begun = performance.now()
        // The address is rewritten on the way.
        const { method, url } = req
        const asked = { method, url } as IncomingMessage
        if (observers.length > 0) res.once('close', () => report(requestId, asked, begun, res))
        listener(req, res)
      },
    /** The name of a request that is answered from memory, and its report, as soon as the answer is handed over. */
    nameOf: (req: IncomingMessage): string => requestIdOf(req, trustsProxy),
    answered: report,
  }
}

export type RequestWatch = ReturnType<typeof requestWatch>

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
    const cut = isCut ? ',"isCut":true' : ''
    // Put together by hand, as it is for each request: only the path may hold what has to be escaped.
    lines += `{"level":"info","time":${clock()},"name":"onramp","requestId":"${requestId}","method":"${method}","path":${JSON.stringify(path)},"route":"${route}","status":${status},"ms":${ms}${cut},"msg":"request"}\n`
  }
  return [observe, flush]
}
