import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Environment } from '../env.ts'

const shared = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
  'object-src': ["'none'"],
}

/** The public site: its own files only, nothing inline. */
const SITE = {
  ...shared,
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'manifest-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
}

/** A message as a mail program shows it: its own styles and nothing else, shown inside a page of the desk. */
const LETTER = { ...shared, 'style-src': ["'unsafe-inline'"], sandbox: [] }
/** The desk shows letters, and what was handed in: documents in a frame, recordings in a player. */
const DESK = { ...SITE, 'frame-src': ["'self'"], 'media-src': ["'self'"] }
const LETTER_PATH = /^\/desk\/messages\/[\w-]+\/page\/?$/i

/** The panel: Next writes inline scripts and styles, and shows the site in a preview frame. */
const PANEL = {
  ...SITE,
  'frame-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'script-src': ["'self'", "'unsafe-inline'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'worker-src': ["'self'", 'blob:'],
}

/** Data and uploaded files: nothing in them may run. */
const DATA = { ...shared, 'img-src': ["'self'"], sandbox: [] }

/** While developing, both servers reload through inline scripts and web sockets. */
const DEVELOPMENT = {
  ...PANEL,
  'connect-src': ["'self'", 'ws:'],
  'script-src': ["'self'", "'unsafe-inline'", "'unsafe-eval'"],
}

export const securityHeaders = ({ siteUrl, mode }: Environment): RequestHandler => {
  const isSecure = siteUrl.startsWith('https:')
  const withPolicy = (directives: Record<string, string[]>) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives:
          mode === 'development'
            ? DEVELOPMENT
            : isSecure
              ? { ...directives, 'upgrade-insecure-requests': [] }
              : directives,
      },
      strictTransportSecurity: isSecure && { maxAge: 31_536_000, includeSubDomains: false },
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      crossOriginEmbedderPolicy: false,
    })
  const policies = {
    site: withPolicy(SITE),
    panel: withPolicy(PANEL),
    data: withPolicy(DATA),
    desk: withPolicy(DESK),
    letter: withPolicy(LETTER),
  }
  const policyOf = (path: string): keyof typeof policies => {
    const [, first] = path.split('/', 2)
    if (first === 'admin' || first === '_next') return 'panel'
    if (first === 'api') return 'data'
    if (first === 'desk') return LETTER_PATH.test(path) ? 'letter' : 'desk'
    return 'site'
  }
  return (req, res, next) => {
    res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
    return policies[policyOf(req.path)](req, res, next)
  }
}
