import type { APIRoute } from 'astro'
import { picture } from '../../lib/awards/verify.ts'

/** Who gives badges, as a picture. */
export const GET: APIRoute = async ({ locals }) => picture(await locals.visitor.awards.issuerPicture(), 'png')
