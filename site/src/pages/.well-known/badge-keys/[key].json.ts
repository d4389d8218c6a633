import type { APIRoute } from 'astro'
import { openJson } from '../../../lib/awards/verify.ts'

/** One key by itself: what the header of a badge names, so that readers find it (Open Badges 3.0, "Dereferencing the Public Key"). */
export const GET: APIRoute = async ({ locals, params }) => {
  const key = (await locals.visitor.awards.badgeKeys()).find(({ kid }) => kid === params['key'])
  return key ? openJson(key) : openJson({ message: 'No badge was signed with this key.' }, 404)
}
