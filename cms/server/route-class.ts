/** Kinds of addresses, few enough to be counted one by one. */
export const ROUTE_CLASSES = [
  'page',
  'registering',
  'applying',
  'submitting',
  'own-link',
  'verify',
  'desk',
  'panel',
  'api',
  'media',
  'asset',
  'feed',
  'health',
] as const
export type RouteClass = (typeof ROUTE_CLASSES)[number]

/** The first that fits; whatever fits none is a page, also where there is none. */
const KNOWN: readonly (readonly [RouteClass, RegExp])[] = [
  ['health', /^\/(healthz|readyz)$/],
  ['desk', /^\/desk(\/|$)/],
  ['panel', /^\/admin(\/|$)/],
  ['media', /^\/api\/media\/file\//],
  ['api', /^\/api(\/|$)/],
  ['asset', /^\/(_astro|_next|__nextjs[^/]*)\/|^\/[^/]+\.(css|js|svg|png|webp|ico|woff2)$/],
  ['registering', /^\/courses\/[^/]+\/(register|received)$/],
  ['applying', /^\/collaboratives\/[^/]+\/(apply|applied)$|^\/applications\//],
  ['submitting', /^\/credentials\/[^/]+\/(submit|begun)$|^\/(submissions|feedback)\//],
  ['own-link', /^\/(manage|colleague|evaluations|statements)\/|^\/(my|tell-me)(\/|$)/],
  ['verify', /^\/(verify|\.well-known)(\/|$)/],
  ['feed', /\.(ics|xml)$/],
]

/** The kind an address is of; the query does not matter. */
export const routeClassOf = (url: string): RouteClass => {
  const [path = ''] = url.split('?', 1)
  return KNOWN.find(([, pattern]) => pattern.test(path))?.[0] ?? 'page'
}
