import type { APIRoute } from 'astro'
import { openJson } from '../../lib/awards/verify.ts'

/** Who gives the badges. */
export const GET: APIRoute = async ({ locals }) => openJson(await locals.visitor.awards.issuer())
