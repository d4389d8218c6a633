import type { APIRoute } from 'astro'
import { linkAnswer } from '../../../../../lib/reviews/reviewer.ts'

/** Where a link leads that was handed in as evidence. Its address stands on no page, because it may name its author. */
export const GET: APIRoute = async ({ params, locals }) =>
  linkAnswer(await locals.staff?.submissions.link(params['id'] ?? '', params['item'] ?? ''))
