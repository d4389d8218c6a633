import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { Payload } from 'payload'
import type { Environment } from '../env.ts'

const LONGEST_URL = 4096

/** Headers that only a proxy of ours, or Next itself, may set. */
const INTERNAL_HEADERS = [
  'x-forwarded-host',
  'x-forwarded-port',
  'x-middleware-subrequest',
  'x-invoke-path',
  'x-original-url',
  'x-rewrite-url',
]

export const requestId: RequestHandler = (req, res, next) => {
  const id = randomUUID()
  req.headers['x-request-id'] = id
  res.setHeader('X-Request-Id', id)
  next()
}

const refuse = (res: Response, status: number, sentence: string) => {
  res.status(status).type('text/plain').send(`${sentence}\n`)
}

const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** The hosts this site answers for: its own, and the loopback names while no public address is set. */
const hostsOf = ({ siteUrl, port }: Environment): Set<string> => {
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
    if (req.url.length > LONGEST_URL) return refuse(res, 414, 'This address is too long.')
    const [path = ''] = req.url.split('?', 1)
    if (path.includes('\\') || path.startsWith('//') || /%(00|25|5c)/i.test(path) || !isDecodable(path))
      return refuse(res, 400, 'This address is not well formed.')
    for (const name of INTERNAL_HEADERS) delete req.headers[name]
    req.headers.host = ownHost
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    next()
  }
}

/** Last resort: the person gets a calm sentence, the log gets the cause. */
export const answerUnexpected =
  (logger: Payload['logger']): ErrorRequestHandler =>
  (error, req, res, next) => {
    logger.error({ err: error, requestId: req.headers['x-request-id'], path: req.path }, 'A request failed')
    if (res.headersSent) return next(error)
    refuse(res, 500, 'Something went wrong on our side. Please try again in a minute.')
  }
