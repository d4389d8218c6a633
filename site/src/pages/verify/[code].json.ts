import type { APIRoute } from 'astro'
import { pageOf } from '../../lib/page.ts'
import { noAward, openJson } from '../../lib/awards/verify.ts'

/** An award for programs: how it stands, what it says, and the signed badge. */
export const GET: APIRoute = async (context) => {
  const data = await context.locals.visitor.awards.data(context.params['code'] ?? '')
  return data ? openJson(data) : noAward(pageOf(context).t.awards.gone)
}
