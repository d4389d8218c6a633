import type { Catalog } from '#collections/catalog/catalog.ts'
import { paths } from '#collections/kernel/paths.ts'
import { xmlText } from './xml.ts'

/** A public page and when what it shows last changed, as an ISO moment; null where nothing of it has a date. */
export type Address = { path: string; changedAt: string | null }

const newest = (moments: readonly (string | null)[]): string | null =>
  moments
    .filter((moment) => moment !== null)
    .sort()
    .at(-1) ?? null

/** Every public page. A page that lists others changed when the newest of them did. */
export const addresses = (catalog: Catalog): Address[] => {
  const cards = catalog.allCourses()
  const dated = Map.groupBy(catalog.calendar(), ({ slug }) => slug)
  const changes = new Map(
    cards.map(({ slug, updatedAt }) => [
      slug,
      newest([updatedAt, ...(dated.get(slug) ?? []).map(({ session }) => session.updatedAt.toString())]),
    ]),
  )
  const newestOf = (slugs: readonly { slug: string }[]) => newest(slugs.map(({ slug }) => changes.get(slug) ?? null))

  const courses = cards.map(({ slug }) => ({ path: paths.course(slug), changedAt: changes.get(slug) ?? null }))
  const circles = catalog.circles().map((circle) => ({
    path: paths.circle(circle.slug),
    changedAt: newestOf(cards.filter((card) => card.circles.includes(circle))),
  }))
  const strategies = catalog.strategies().map(({ slug }) => ({
    path: paths.strategy(slug),
    changedAt: newestOf(cards.filter((card) => card.strategies.some((one) => one.slug === slug))),
  }))
  const collaboratives = catalog.collaboratives().map(({ slug }) => ({
    path: paths.collaborative(slug),
    changedAt: catalog.collaborative(slug)!.updatedAt,
  }))
  const credentials = catalog.credentials().map(({ slug }) => ({
    path: paths.credential(slug),
    changedAt: catalog.credential(slug)!.updatedAt,
  }))
  const policies = catalog
    .policies()
    .map(({ slug }) => ({ path: paths.policy(slug), changedAt: catalog.policy(slug)!.updatedAt }))
  const pages = catalog
    .pages()
    .map(({ slug }) => ({ path: paths.page(slug), changedAt: catalog.page(slug)!.updatedAt }))

  const list = (path: string, of: readonly Address[]): Address[] =>
    of.length > 0 ? [{ path, changedAt: newest(of.map(({ changedAt }) => changedAt)) }] : []
  const all = [...courses, ...circles, ...strategies, ...collaboratives, ...credentials, ...policies, ...pages]
  return [
    { path: paths.home, changedAt: newest(all.map(({ changedAt }) => changedAt)) },
    { path: paths.contact, changedAt: null },
    { path: paths.check, changedAt: null },
    ...list(paths.courses, courses),
    ...list(paths.pathways, courses),
    ...list(paths.framework, circles),
    ...list(paths.strategies, strategies),
    ...list(paths.collaboratives, collaboratives),
    ...list(paths.credentials, credentials),
    ...list(paths.policies, policies),
    ...all,
  ]
}

/** Addresses as search engines ask for them (sitemaps.org, at most 50,000 in one file). */
export const sitemap = (pages: readonly Address[], origin: string): string => {
  const entries = pages.map(({ path, changedAt }) => {
    const changed = changedAt ? `<lastmod>${xmlText(changedAt)}</lastmod>` : ''
    return `<url><loc>${xmlText(new URL(path, origin).href)}</loc>${changed}</url>\n`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('')}</urlset>
`
}

/**
 * What search engines leave alone: the panel, personal links, forms, and the countless ways to filter the same courses.
 * `$` ends an address, so that a page called “administration” or “my-first-course” is still found.
 */
const KEPT_OUT = [
  '/admin$',
  '/admin/',
  '/api/',
  '/my$',
  '/my?',
  '/my/',
  '/manage/',
  '/colleague/',
  '/evaluations/',
  '/applications/',
  '/submissions/',
  '/statements/',
  '/verify/',
  '/courses/*/register',
  '/collaboratives/*/apply',
  '/credentials/*/submit',
  `${paths.search}$`,
  `${paths.search}?`,
  `${paths.courses}?`,
  '/*?*preview',
]

/** The pages of the catalog may be leafed through; of rules that match, the longest wins (RFC 9309). */
export const robots = (origin: string): string =>
  [
    'User-agent: *',
    ...KEPT_OUT.map((path) => `Disallow: ${path}`),
    `Allow: ${paths.courses}?page=`,
    '',
    `Sitemap: ${origin}${paths.sitemap}`,
    '',
  ].join('\n')
