import type { IncomingMessage } from 'node:http'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { Payload } from 'payload'
import { LARGEST } from '#collections/files/evidence.ts'
import { currentRequest } from '#collections/kernel/request.ts'
import { refusalBody } from '#collections/kernel/refusal-body.ts'
import type { Environment } from '../env.ts'
import { withoutEscapes } from './escapes.ts'
import { isRead, loggedPath } from './requests.ts'

const LONGEST_URL = 4096

/** Bytes of a body: a picture, and anything else people send. */
const LARGEST_UPLOAD = 25_000_000
const LARGEST_BODY = 2_000_000
/** What somebody likes to see in a list of the panel. */
const LARGEST_PREFERENCE = 50_000
/** A form with a permission letter. */
const LARGEST_LETTER_FORM = 12_000_000
/** A recording with the form around it, which is streamed to the disk. */
const LARGEST_EVIDENCE_FORM = LARGEST.recording + 100_000
const WITH_EVIDENCE = /^\/submissions\/[^/?]+\/evidence\/[^/?]+(\?|$)/
const WITH_LETTER = /^\/(courses\/[^/?]+\/register|manage\/[^/?]+)(\?|$)/

/** How long a body may take, in milliseconds: five minutes as Node has it, and half an hour for a recording over a slow line. */
const LONGEST_BODY = 300_000
export const LONGEST_UPLOAD = 1_800_000

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Headers that only a proxy of ours, or Next itself, may set. */
const INTERNAL_HEADERS = [
  'x-forwarded-host',
  'x-forwarded-port',
  'x-middleware-subrequest',
  'x-invoke-path',
  'x-original-url',
  'x-rewrite-url',
]

/** Says the name of the request in the answer, and in whatever is logged while it is worked on. */
export const nameRequest: RequestHandler = (req, res, next) => {
  const id = String(req.headers['x-request-id'])
  res.setHeader('X-Request-Id', id)
  currentRequest.run(id, next)
}

const refuse = (res: Response, status: number, sentence: string) => {
  res.status(status).type('text/plain').send(`${sentence}\n`)
}

/**
 * Spellings that no browser sends and that one part of a server reads as another address than the next: backslashes, empty
 * and dotted steps, letters and slashes that need no escape, escapes of escapes. A limit for one address would not see them.
 */
const STRANGE_PATH = /\\|^\/\/|\/\.{1,2}(\/|$)|%(00|25|5c|2[def]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/i

const isWellFormed = (path: string): boolean => {
  try {
    return !STRANGE_PATH.test(path) && decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

const mostFor = (url: string): number => {
  if (/^\/api\/(media|downloads)/.test(url)) return LARGEST_UPLOAD
  if (url.startsWith('/api/payload-preferences')) return LARGEST_PREFERENCE
  if (WITH_EVIDENCE.test(url)) return LARGEST_EVIDENCE_FORM
  return WITH_LETTER.test(url) ? LARGEST_LETTER_FORM : LARGEST_BODY
}

/** Evidence goes to the disk as it comes. */
export const isStreamed = (url: string): boolean => WITH_EVIDENCE.test(url)

/** Somebody says who they are; whether it is true is asked later. */
const isNamed = ({ cookie = '', authorization }: IncomingMessage['headers']): boolean =>
  authorization !== undefined || cookie.includes('payload-token=')

/** Why a body is not read; undefined means it may be. Whoever reads it later keeps all of it in memory, but for evidence. */
const refusalOfBody = ({ headers, url = '' }: IncomingMessage): [status: number, sentence: string] | undefined => {
  if (headers['transfer-encoding']) return [411, 'Say how long what you send is.']
  const length = Number(headers['content-length'] ?? 0)
  if (length > mostFor(url)) return [413, 'This is too large to be sent here.']
  // Pictures are for staff: nobody else has anything large to send there.
  return length > LARGEST_BODY && url.startsWith('/api/') && !isNamed(headers) ? [401, 'Sign in first.'] : undefined
}

/** Cuts off whoever sends a body drop by drop. The server itself waits as long as the slowest recording takes. */
const endSlowBody = (req: IncomingMessage): void => {
  if (req.complete || WITH_EVIDENCE.test(req.url ?? '') || !Number(req.headers['content-length'] ?? 0)) return
  const late = setTimeout(() => req.complete || req.destroy(), LONGEST_BODY).unref()
  req.once('close', () => clearTimeout(late))
}

/** The hosts this site answers for: its own, and the loopback names while no public address is set. */
export const hostsOf = ({ siteUrl, port }: Environment): Set<string> => {
  const { host, hostname } = new URL(siteUrl)
  return new Set(hostname === 'localhost' ? [host, `127.0.0.1:${port}`, `[::1]:${port}`] : [host])
}

/** Turns away requests for other hosts and paths no browser sends, before anything renders them. */
export const refuseStrangeRequests = (env: Environment): RequestHandler => {
  const hosts = hostsOf(env)
  const { host: ownHost, protocol } = new URL(env.siteUrl)
  return (req, res, next) => {
    if (!hosts.has((req.headers.host ?? '').toLowerCase()))
      return refuse(res, 421, 'This server does not answer for that host name.')
    if (!METHODS.has(req.method)) return refuse(res, 405, 'This server does not know that method.')
    if (req.url.length > LONGEST_URL) return refuse(res, 414, 'This address is too long.')
    const [path = ''] = req.url.split('?', 1)
    if (!isWellFormed(path)) {
      const plain = withoutEscapes(path)
      if (!isRead(req) || !isWellFormed(plain)) return refuse(res, 400, 'This address is not well formed.')
      return res.set('Cache-Control', 'no-store').redirect(301, plain + req.url.slice(path.length))
    }
    const bodyRefusal = refusalOfBody(req)
    if (bodyRefusal) return refuse(res.set('Connection', 'close'), ...bodyRefusal)
    endSlowBody(req)
    for (const name of INTERNAL_HEADERS) delete req.headers[name]
    req.headers.host = ownHost
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    next()
  }
}

/** Paths of the panel and its data, which have their own rules for a slash at the end. */
const OF_THE_PANEL = /^\/(admin|api|_next)(\/|$)/

/** One page has one address: with a slash at the end, the way leads to the one without (301). */
export const withoutSlash: RequestHandler = (req, res, next) => {
  const [path = '', query] = req.url.split('?', 2)
  if (!path.endsWith('/') || path === '/' || OF_THE_PANEL.test(path) || !isRead(req)) return next()
  res.redirect(301, path.replace(/\/+$/, '') + (query === undefined ? '' : `?${query}`))
}

/** Last resort: the person gets a calm sentence; the log gets the cause, unless the request itself was at fault. */
export const answerUnexpected =
  (logger: Payload['logger']): ErrorRequestHandler =>
  (error, req, res, next) => {
    const wantsJson = /^application\/json\b/.test(req.headers.accept ?? '')
    const say = (status: number, message: string) =>
      wantsJson
        ? void res.status(status).vary('Accept').json(refusalBody({ message }))
        : refuse(res.vary('Accept'), status, message)
    if (error.status < 500 && !res.headersSent) return say(error.status, 'There is nothing at this address.')
    logger.error({ err: error, path: loggedPath(req.originalUrl) }, 'A request failed')
    if (res.headersSent) return next(error)
    say(500, 'Something went wrong on our side. Please try again in a minute.')
  }
