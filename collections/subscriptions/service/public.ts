import { createHash } from 'node:crypto'
import type { Context } from '../../context/context.ts'
import { openLink } from '../../context/links.ts'
import { evenly } from '../../context/mailboxes.ts'
import { toQueryString } from '../../courses/schema.ts'
import { createUnlessTaken, removeIf } from '../../kernel/keyed.ts'
import type { LinkRefusal } from '../../kernel/outcome.ts'
import { paths } from '../../kernel/paths.ts'
import { count } from '../../kernel/queries.ts'
import { isToCome } from '../../sessions/policy.ts'
import { mailboxOf } from '../../limits/policy.ts'
import { MOST_SUBSCRIPTIONS, seenState, type Seen } from '../policy.ts'
import { namedPlainly, writeAsked } from './letters.ts'
import { queryOf, watchedBy } from './watched.ts'

/** What somebody wants to hear of: a course, or the list of courses as it is narrowed. */
export type Wanted = { course: string | null; query: string; label: string }
type Asked = Wanted & { email: string }

/** Characters of what a list is narrowed to: it travels in a link. */
const LONGEST = 600

const keyOf = ({ email, course, query }: Omit<Asked, 'label'>): string => `${mailboxOf(email)}|${course ?? query}`

/** A name for what was asked that says nobody's mailbox. */
const nameOf = (asked: Asked): string => createHash('sha256').update(keyOf(asked)).digest('base64url').slice(0, 32)

/** What a page asks for: the course by the name in its address, or the list; undefined where there is no such course. */
const wantedOf = async (context: Context, slug: string, query: string, label: string): Promise<Wanted | undefined> => {
  if (slug === '') {
    // “?” alone is the whole list.
    const narrowed = toQueryString(queryOf(query)) || '?'
    return narrowed.length > LONGEST ? undefined : { course: null, query: narrowed, label: label.slice(0, 200) }
  }
  const course = (await context.source.read()).courses.get(slug)
  return course && { course: course.id, query: '', label: course.title }
}

/** Writes to a mailbox, which confirms it with the link; nothing is kept of it until then. */
const ask = async (context: Context, asked: Asked): Promise<void> => {
  const { email, course, query, label } = asked
  const token = await context.tokens.sign('subscribe', { m: email, c: course ?? '', q: query, l: label }, context.now)
  const link = context.siteUrl + paths.confirmSubscription(token)
  await writeAsked(context, { about: `subscribe:${nameOf(asked)}`, email, label, link })
}

type Opened<View> = { ok: true; view: View } | { ok: false; refusal: LinkRefusal }

const openAsked = async (context: Context, token: string): Promise<Opened<Asked>> => {
  const opened = await context.tokens.open('subscribe', token, context.now)
  if (!opened.ok) return opened
  const { m, c, q, l } = opened.claims
  return { ok: true, view: { email: String(m), course: String(c) || null, query: String(q), label: String(l) } }
}

/** From now on the mailbox is told what is new; what there is already is no news. `false`: it hears of too much already. */
const confirm = async (context: Context, asked: Asked): Promise<boolean> => {
  const { payload, now } = context
  const { email, course, query, label } = asked
  const mine = await count(context, 'subscriptions', { email: { equals: email } })
  if (mine >= MOST_SUBSCRIPTIONS) return false
  const watched = watchedBy(await context.source.read(), context)({ course, query })
  const seen: Seen = Object.fromEntries(
    watched.filter(({ session }) => isToCome(session)).map(({ session }) => [session.id, seenState(session)]),
  )
  await createUnlessTaken(payload, 'subscriptions', {
    key: keyOf(asked),
    email,
    ...(course && { course }),
    query,
    label: namedPlainly(label),
    confirmedAt: now.toString(),
    linkVersion: 1,
    revision: 1,
    seen: { ...seen },
    news: [],
  })
  return true
}

/** What anybody may do about hearing of something new. */
export const publicSubscriptions = (context: Context) => ({
  wanted: (slug: string, query: string, label: string) => wantedOf(context, slug, query, label),
  ask: (wanted: Wanted, email: string) => evenly(ask(context, { ...wanted, email })),
  openAsked: (token: string) => openAsked(context, token),
  confirm: (asked: Asked) => confirm(context, asked),
  /** A subscription by the link in its letters; what was ended is no more. */
  read: async (token: string): Promise<Opened<{ id: string; label: string; email: string }>> => {
    const opened = await openLink(context, 'subscription', token)
    if (!opened.ok) return opened
    const { id, label, email } = opened.record
    return { ok: true, view: { id, label, email } }
  },
  end: (id: string) => removeIf(context.payload, 'subscriptions', id, {}),
})
