import { notify } from '../../context/notify.ts'
import type { Context } from '../../context/context.ts'
import { linkFor } from '../../context/links.ts'
import { paths } from '../../kernel/paths.ts'
import type { Subscription } from '../../kernel/payload-types.ts'
import { deskValues, plainName } from '../../messages/values.ts'
import { deskOf } from '../../registrations/service/facts.ts'
import { heldDays } from '../../sessions/policy.ts'
import { formatInstant } from '../../values/day.ts'
import { LOCALES } from '../../values/locale.ts'
import { seenState, type News, type NewsKind } from '../policy.ts'
import type { Watched } from './watched.ts'

/** What was asked for as words of ours; what strangers typed is repeated to nobody where it reads like a link. */
export const namedPlainly = (label: string): string => plainName(label, 'a list of courses')

const SAID = {
  date: (isOpen: boolean) => (isOpen ? 'a new date, open for registration' : 'a new date'),
  seat: () => 'a seat is free',
  opens: () => 'registration is open',
} satisfies Record<NewsKind, (isOpen: boolean) => string>

const lineOf = ({ session, title, slug }: Watched, kind: NewsKind, siteUrl: string): string => {
  const begins = formatInstant(session.startsAt, session.timeZone, LOCALES[0])
  const place = heldDays(session.days)[0]?.place
  const state = seenState(session)
  const said = state === 'full' ? 'a new date, full by now; there is a waitlist' : SAID[kind](state === 'open')
  return `${title}, ${begins}${place ? `, ${place}` : ''}: ${said}. ${siteUrl}${paths.course(slug)}`
}

/** What is still worth telling, a line each; none where all of it is over. */
export const linesOfNews = (news: readonly News[], watched: readonly Watched[], siteUrl: string): string[] =>
  news.flatMap(({ session: id, kind }) => {
    const one = watched.find(({ session }) => session.id === id)
    if (!one) return []
    const state = seenState(one.session)
    // A seat that went again, or a registration that closed, is no news any more.
    return state === 'off' || (kind !== 'date' && state !== 'open') ? [] : [lineOf(one, kind, siteUrl)]
  })

/** The page that confirms a mailbox. */
export const writeAsked = async (
  context: Context,
  { about, email, label, link }: { about: string; email: string; label: string; link: string },
): Promise<void> => {
  const snapshot = await context.source.read()
  await notify(context, 'subscription-asked', {
    about,
    key: String(Math.floor(context.now.epochMilliseconds / 60_000)),
    to: email,
    values: { watched: namedPlainly(label), confirm_link: link, ...deskValues(deskOf(snapshot, context)) },
  })
}

/** Tells what is new, once for each state of the subscription it was read in. */
export const writeNews = async (
  context: Context,
  subscription: Subscription,
  lines: readonly string[],
): Promise<void> => {
  const snapshot = await context.source.read()
  const end = await linkFor(context, 'subscription', subscription)
  await notify(context, 'subscription-news', {
    about: `subscription:${subscription.id}`,
    key: String(subscription.revision),
    to: subscription.email,
    unsubscribe: end,
    values: {
      watched: namedPlainly(subscription.label),
      news: lines.join('\n'),
      end_link: end,
      ...deskValues(deskOf(snapshot, context)),
    },
  })
}
