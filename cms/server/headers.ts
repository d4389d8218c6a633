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
  const [site, panel, data] = [withPolicy(SITE), withPolicy(PANEL), withPolicy(DATA)]
  return (req, res, next) => {
    res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
    const [, first] = req.path.split('/', 2)
    const policy = first === 'admin' || first === '_next' ? panel : first === 'api' ? data : site
    return policy(req, res, next)
  }
}
