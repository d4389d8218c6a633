import { createHash } from 'node:crypto'
import type { APIRoute } from 'astro'
import { startOfDay } from '#collections/values/day.ts'
import { answer } from '../lib/answer.ts'
import { feed, newsworthy, noticeEntry, sessionEntry } from '../lib/feed.ts'
import { messagesFor } from '../messages/index.ts'

/** Notices carry no id to the public; their words are what identifies them. */
const nameOf = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 16)

export const GET: APIRoute = ({ request, locals: { catalog, locale, origin } }) => {
  const texts = messagesFor(locale).feeds
  const { now, today, zone } = catalog
  const entries = [
    ...newsworthy(catalog.upcoming(), now).map((dated) => {
      const { updatedAt } = (dated.path === 'course' ? catalog.course(dated.slug) : catalog.collaborative(dated.slug))!
      return sessionEntry(dated, Temporal.Instant.from(updatedAt), now, { locale, texts })
    }),
    ...catalog
      .notices()
      .map((notice) => noticeEntry(notice, nameOf(notice.title + notice.text), startOfDay(today, zone))),
  ]
  const settings = { title: texts.title, subtitle: texts.subtitle, author: texts.author, origin, locale }
  return answer(request, feed(entries, settings), { 'Content-Type': 'application/atom+xml; charset=utf-8' })
}
