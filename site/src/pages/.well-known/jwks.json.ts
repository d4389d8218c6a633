import type { APIRoute } from 'astro'
import { openJson } from '../../lib/awards/verify.ts'

/** Every key that badges were ever signed with, the public parts (RFC 7517). */
export const GET: APIRoute = async ({ locals }) => openJson({ keys: await locals.visitor.awards.badgeKeys() })
