import type { Context } from '../context/context.ts'
import type { LinkRefusal } from '../kernel/outcome.ts'
import { one } from '../kernel/queries.ts'
import type { Person } from '../kernel/payload-types.ts'

type Opened = { ok: true; person: Person } | { ok: false; refusal: LinkRefusal }

/** Whose mailbox a link opens, as long as it is the latest one. */
export const openMy = async (context: Context, token: string): Promise<Opened> => {
  const opened = await context.tokens.open('my', token, context.clock())
  if (!opened.ok) return opened
  const person = await one(context, 'people', String(opened.claims['p']))
  if (!person) return { ok: false, refusal: 'invalid' }
  if (person.linkVersion !== opened.claims['v']) return { ok: false, refusal: 'replaced' }
  return { ok: true, person }
}
