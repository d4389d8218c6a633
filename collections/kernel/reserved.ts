import { paths } from './paths.ts'

const ownPaths = Object.values(paths).filter((path): path is Extract<typeof path, string> => typeof path === 'string')

/** Addresses at the top of the site that lead elsewhere, so that no page can be reached there. */
export const RESERVED: ReadonlySet<string> = new Set([
  ...ownPaths.map((path) => path.split('/')[1]!),
  'api',
  'colleague',
  'feedback',
  'healthz',
  'manage',
  'my',
  'readyz',
  'verify',
])
