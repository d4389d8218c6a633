import type { Where } from 'payload'
import type { Context } from '../../context/context.ts'
import { each } from '../../context/each.ts'
import { isWithin, within, type Step } from '../../followups/service/step.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import type { Subscription } from '../../kernel/payload-types.ts'
import { every, one, pluck } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { instantOf } from '../../values/day.ts'
import { isToCome } from '../../sessions/policy.ts'
import { lookedAt, seenState, stillAhead, type News, type Seen, type Watching } from '../policy.ts'
import { linesOfNews, writeNews } from './letters.ts'
import { watchedBy } from './watched.ts'

const watchingOf = ({ seen, news, dueAt }: Subscription): Watching => ({
  seen: seen as Seen,
  news: news as News[],
  dueAt: instantOf(dueAt),
})

/** Writes a subscription as it has become. Throws when it was changed in the same moment, so that it is done again. */
const put = async ({ payload }: Context, { id, revision }: Subscription, next: Watching): Promise<void> => {
  const { seen, news, dueAt } = next
  const data = { seen, news: [...news], revision: revision + 1, ...(dueAt && { dueAt: dueAt.toString() }) }
  const asRead: Where = { revision: { equals: revision } }
  const written = await compareAndSet(payload, 'subscriptions', id, asRead, data, dueAt ? [] : ['dueAt'])
  if (!written && (await one({ payload }, 'subscriptions', id)))
    throw new Error(`Subscription ${id} was changed while it was looked at.`)
}

/** Looks at sessions for everybody who may want to hear of them. */
const look = async (context: Context, course: string, sessions: ReadonlySet<string>): Promise<void> => {
  const watchers = await every(context, 'subscriptions', {
    or: [{ course: { equals: course } }, { course: { exists: false } }],
  })
  if (watchers.length === 0) return
  const watched = watchedBy(await context.source.read(), context)
  await each(watchers, async (subscription) => {
    const about = watched(subscription)
    const before = watchingOf(subscription)
    const after = about
      .filter(({ session }) => sessions.has(session.id))
      .reduce(
        (known: Watching, { session }) => lookedAt(known, session.id, seenState(session), context.now) ?? known,
        before,
      )
    if (after === before) return
    const ahead = new Set(about.filter(({ session }) => isToCome(session)).map(({ session }) => session.id))
    await put(context, subscription, { ...after, seen: stillAhead(after.seen, (id) => ahead.has(id)) })
  })
}

const OF_COURSE = 'course:'

/** Whoever wants to hear of a course, or of a list it is in, is to be told what is new of its sessions. */
export const subscribedNews: Step = {
  name: 'subscribed-news',
  follows: {
    sessions: ({ id }) => id,
    registrations: ({ session }) => idOf(session),
    courses: ({ id }) => OF_COURSE + id,
  },
  due: async (context, span) => {
    const { session } = await context.source.read()
    const turns = [...session.values()].filter(
      ({ opensAt, closesAt }) => (opensAt && isWithin(opensAt, span)) || isWithin(closesAt, span),
    )
    return turns.map(({ id }) => id)
  },
  handle: async (context, subject) => {
    const { courseOf, sessions } = await context.source.read()
    if (subject.startsWith(OF_COURSE)) {
      const course = subject.slice(OF_COURSE.length)
      return look(context, course, new Set((sessions.get(course) ?? []).map(({ id }) => id)))
    }
    const course = courseOf.get(subject)
    if (course) await look(context, course, new Set([subject]))
  },
}

/** What was found is written in one letter, once it has waited for more of it. */
export const subscribedLetters: Step = {
  name: 'subscribed-letters',
  follows: { subscriptions: ({ id }) => id },
  due: async (context, span) =>
    (await pluck(context, 'subscriptions', within('dueAt', span), ['dueAt'])).map(({ id }) => id),
  handle: async (context, id) => {
    const subscription = await one(context, 'subscriptions', id)
    if (!subscription) return
    const { seen, news, dueAt } = watchingOf(subscription)
    if (!dueAt || Temporal.Instant.compare(context.now, dueAt) < 0) return
    const watched = watchedBy(await context.source.read(), context)(subscription)
    const lines = linesOfNews(news, watched, context.siteUrl)
    if (lines.length > 0) await writeNews(context, subscription, lines)
    await put(context, subscription, { seen, news: [], dueAt: null })
  },
}
