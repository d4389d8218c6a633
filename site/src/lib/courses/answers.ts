import type { APIContext } from 'astro'
import { isToCome } from '#collections/sessions/policy.ts'
import { CourseQuery, toQueryString } from '#collections/courses/schema.ts'
import { answer } from '../catalog/answer.ts'
import { calendarFile, calendarHeaders } from '../catalog/calendar.ts'
import { feed, newsworthy, sessionEntry } from '../catalog/feed.ts'
import { pageOf } from '../page.ts'
import { csvList, jsonList } from './files.ts'
import { chosenIn, facetNames } from './names.ts'

// The list of courses as other programs take it; what follows the question mark narrows it as it does the page.

type Asked = Pick<APIContext, 'request' | 'url' | 'locals'>

const asked = ({ url, locals: { catalog, locale } }: Asked) => {
  const { t } = pageOf({ locals: { catalog, locale } })
  const query = { ...CourseQuery.parse(Object.fromEntries(url.searchParams)), page: 1 }
  const name = chosenIn(query, facetNames(catalog, t), t)
    .map((one) => one.name)
    .join(', ')
  return { t, query, name, list: catalog.wholeList(query) }
}

export const listAsCalendar = (context: Asked): Response => {
  const { t, name, list } = asked(context)
  const { catalog, locale, origin } = context.locals
  const file = calendarFile(list.dated, {
    name: name ? `${t.feeds.calendar}: ${name}` : t.feeds.calendar,
    origin,
    locale,
    texts: t.feeds,
    zone: catalog.zone,
    rules: catalog.rules(),
  })
  return answer(context.request, file, calendarHeaders('courses'))
}

export const listAsFeed = (context: Asked): Response => {
  const { t, query, name, list } = asked(context)
  const { catalog, locale, origin } = context.locals
  const { title, subtitle, author } = t.feeds
  const upcoming = list.dated
    .filter(({ session }) => isToCome(session))
    .toSorted((a, b) => Temporal.Instant.compare(a.session.startsAt, b.session.startsAt))
  const entries = newsworthy(upcoming, catalog.now).map((dated) =>
    sessionEntry(dated, catalog.now, { locale, texts: t.feeds }),
  )
  const file = feed(entries, {
    title: name ? `${title}: ${name}` : title,
    subtitle,
    author,
    origin,
    locale,
    narrowed: toQueryString(query),
  })
  return answer(context.request, file, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
}

export const listAsJson = (context: Asked): Response =>
  answer(context.request, JSON.stringify(jsonList(asked(context).list, context.locals.origin)), {
    'Content-Type': 'application/json; charset=utf-8',
  })

export const listAsCsv = (context: Asked): Response => {
  const { t, list } = asked(context)
  return answer(context.request, csvList(list, context.locals.origin, t), {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="courses.csv"',
  })
}
