import type { APIRoute } from 'astro'
import { absent } from '../../lib/catalog/answer.ts'
import { pageOf } from '../../lib/page.ts'
import { badgeFile } from '../../lib/awards/verify.ts'

/** The signed badge as a file, as wallets and other readers of badges take it. */
export const GET: APIRoute = async (context) => {
  const code = context.params['code'] ?? ''
  const signed = await context.locals.visitor.awards.signedBadge(code)
  if (signed) return badgeFile(signed, code, context.request)
  const t = pageOf(context).t.awards
  return absent((await context.locals.visitor.awards.read(code)) ? t.noBadge : t.gone)
}
