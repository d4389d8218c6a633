import type { DataFromCollectionSlug } from 'payload'
import type { LinkRefusal } from '../kernel/outcome.ts'
import { paths } from '../kernel/paths.ts'
import { one } from '../kernel/queries.ts'
import type { Context } from './context.ts'

/**
 * What each signed link opens, the claim its id travels in, and the page it leads to. The claims stay as they are: links that
 * were sent hold for years.
 */
const LINKS = {
  manage: { collection: 'registrations', claim: 'r', path: paths.manage },
  evaluation: { collection: 'registrations', claim: 'r', path: paths.evaluation },
  my: { collection: 'people', claim: 'p', path: paths.myWith },
  application: { collection: 'applications', claim: 'a', path: paths.application },
  submission: { collection: 'submissions', claim: 's', path: paths.submission },
  subscription: { collection: 'subscriptions', claim: 'w', path: paths.subscription },
  statement: { collection: 'invoices', claim: 'i', path: paths.bill },
} as const

type Linked = keyof typeof LINKS
type Doc<For extends Linked> = DataFromCollectionSlug<(typeof LINKS)[For]['collection']>

/** The record a link was made for, as long as it is the newest link to it. */
export const openLink = async <For extends Linked>(
  context: Pick<Context, 'payload' | 'tokens' | 'now'>,
  purpose: For,
  token: string,
): Promise<{ ok: true; record: Doc<For> } | { ok: false; refusal: LinkRefusal }> => {
  const opened = await context.tokens.open(purpose, token, context.now)
  if (!opened.ok) return opened
  const { collection, claim } = LINKS[purpose]
  const record = await one(context, collection, String(opened.claims[claim]))
  if (!record) return { ok: false, refusal: 'invalid' }
  return record.linkVersion === opened.claims['v']
    ? { ok: true, record: record as Doc<For> }
    : { ok: false, refusal: 'replaced' }
}

/** What a link consists of, signed anew; it opens the record until that is given another version. */
export const tokenFor = (
  { tokens, now }: Pick<Context, 'tokens' | 'now'>,
  purpose: Linked,
  { id, linkVersion }: { id: string; linkVersion: number },
): Promise<string> => tokens.sign(purpose, { [LINKS[purpose].claim]: id, v: linkVersion }, now)

/** The whole address, for a message. */
export const linkFor = async (
  context: Pick<Context, 'tokens' | 'now' | 'siteUrl'>,
  purpose: Linked,
  record: { id: string; linkVersion: number },
): Promise<string> => context.siteUrl + LINKS[purpose].path(await tokenFor(context, purpose, record))
