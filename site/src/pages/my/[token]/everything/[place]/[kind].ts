import type { APIRoute } from 'astro'
import { pageOf } from '../../../../../lib/page.ts'
import { everythingAnswer, everythingKind } from '../../../../../lib/privacy/everything.ts'

/** Everything about oneself in one file. */
export const GET: APIRoute = async (context) => {
  const { token = '', place = '', kind: asked } = context.params
  const kind = everythingKind(asked)
  const file = kind && (await context.locals.visitor.privacy.everything(token, Number(place), kind))
  return everythingAnswer(file, pageOf(context).t.ownData.gone)
}
