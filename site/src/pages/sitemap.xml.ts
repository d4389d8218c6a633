import type { APIRoute } from 'astro'
import { answer } from '../lib/catalog/answer.ts'
import { cachedWith } from '../lib/catalog/cache.ts'
import { addresses, sitemap } from '../lib/catalog/sitemap.ts'

export const GET: APIRoute = ({ request, locals: { catalog, origin } }) =>
  answer(
    request,
    cachedWith(catalog.edition, 'sitemap', () => sitemap(addresses(catalog), origin)),
    { 'Content-Type': 'application/xml; charset=utf-8' },
  )
