import type { APIRoute } from 'astro'
import { answer } from '../lib/catalog/answer.ts'
import { feed, newsworthy, noticeEntry, sessionEntry } from '../lib/catalog/feed.ts'
import { pageOf } from '../lib/page.ts'

export const GET: APIRoute = ({ request, locals: { catalog, locale, origin } }) => {
  const { feeds: texts } = pageOf({ locals: { catalog, locale } }).t
  const { now } = catalog
  const sessions = newsworthy(catalog.upcoming(), now).map((dated) => sessionEntry(dated, now, { locale, texts }))
  const entries = [...sessions, ...catalog.notices().map(noticeEntry)]
  const settings = { title: texts.title, subtitle: texts.subtitle, author: texts.author, origin, locale }
  return answer(request, feed(entries, settings), { 'Content-Type': 'application/atom+xml; charset=utf-8' })
}
