import type { APIRoute } from 'astro'
import { pageOf } from '../../../../../lib/page.ts'
import { everythingAnswer, everythingKind } from '../../../../../lib/privacy/everything.ts'

/** Everything about a person in one file, for the desk to hand over. */
export const GET: APIRoute = async (context) => {
  const kind = everythingKind(context.params['kind'])
  const file = kind && (await context.locals.staff?.privacy.everything(context.params['id'] ?? '', kind))
  return everythingAnswer(file, pageOf(context).t.ownData.gone)
}
