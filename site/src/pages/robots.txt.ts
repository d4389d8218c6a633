import type { APIRoute } from 'astro'
import { robots } from '../lib/catalog/sitemap.ts'

export const GET: APIRoute = ({ locals: { origin } }) =>
  new Response(robots(origin), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
