import { NEWS_DAYS } from '#collections/sessions/policy.ts'
import type { Dated } from '#collections/catalog/dated.ts'
import type { NoticeView } from '#collections/notices/view.ts'
import { paths } from '#collections/kernel/paths.ts'
import { heldDays } from '#collections/sessions/policy.ts'
import type { SessionLine } from '#collections/sessions/view.ts'
import { formatDay, formatTimeRange, zoneLabel, type DayStyle } from '#collections/values/day.ts'
import type { Locale } from '#collections/values/locale.ts'
import type { Messages } from '../../messages/index.ts'
import { xmlText } from './xml.ts'

/** One entry of the feed. `id` never changes, whatever becomes of the title or the address. */
export type Entry = {
  id: string
  title: string
  text: string
  path: string
  updated: Temporal.Instant
  published: Temporal.Instant | null
  categories: string[]
}

export type FeedSettings = {
  title: string
  subtitle: string
  author: string
  origin: string
  locale: Locale
  /** For a feed of a list of courses: what the list is narrowed to, as it stands in the address; empty where it is not. */
  narrowed?: string
}

type Words = { locale: Locale; texts: Messages['feeds'] }

const SOONEST = 40
const NEWLY = 40

const DAY: DayStyle = 'long'

/** The soonest sessions, and those whose registration opened in the last 30 days, however far off they are. */
export const newsworthy = (upcoming: readonly Dated[], now: Temporal.Instant): Dated[] => {
  const since = now.subtract({ hours: 24 * NEWS_DAYS })
  const isNew = ({ session: { opensAt } }: Dated): boolean =>
    opensAt !== null && Temporal.Instant.compare(opensAt, since) >= 0 && Temporal.Instant.compare(opensAt, now) <= 0
  return [...upcoming.slice(0, SOONEST), ...upcoming.slice(SOONEST).filter(isNew).slice(0, NEWLY)]
}

const hoursOf = ({ days, timeZone }: SessionLine, { locale, texts }: Words): string[] =>
  days.map(({ date, startTime, endTime, place, address, isCanceled }) => {
    const zone = zoneLabel(timeZone, Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant(), locale)
    const hours = `${formatDay(date, locale, DAY)}, ${formatTimeRange(startTime, endTime, locale)} ${zone}`
    return isCanceled ? texts.canceled(hours) : [hours, place, address].filter(Boolean).join(', ')
  })

const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? b : a

/** A session as news. It counts as updated when it was last saved, or when registration opened after that. */
export const sessionEntry = (dated: Dated, now: Temporal.Instant, { locale, texts }: Words): Entry => {
  const { session, title, path, slug, circles, course } = dated
  const { id, days, status, cancelReason, note, format, opensAt, opensOn, updatedAt } = session
  const opened = opensAt && Temporal.Instant.compare(opensAt, now) <= 0 ? opensAt : null
  const named = texts.titleOn(title, formatDay(heldDays(days)[0]!.date, locale, DAY))
  const text =
    status === 'canceled'
      ? [cancelReason ? texts.canceledBecause(cancelReason) : texts.canceledPlainly]
      : [
          course?.summary,
          ...hoursOf(session, { locale, texts }),
          texts.formats[format],
          note,
          opensOn && !opened && texts.opensOn(formatDay(opensOn, locale, DAY)),
        ]
  return {
    id: `session/${id}`,
    title: status === 'canceled' ? texts.canceled(named) : named,
    text: text.filter(Boolean).join('\n'),
    path: paths[path](slug),
    updated: opened ? later(updatedAt, opened) : updatedAt,
    published: opened,
    categories: circles.map(({ name }) => name),
  }
}

/** A notice as news. */
export const noticeEntry = ({ id, title, text, link, updatedAt }: NoticeView): Entry => ({
  id: `notice/${id}`,
  title,
  text,
  path: link?.path ?? paths.home,
  updated: Temporal.Instant.from(updatedAt),
  published: null,
  categories: [],
})

/** RFC 4151: an identifier that stays the same when the page moves to another address of the same host. */
const tagUri = (origin: string, name: string): string => `tag:${new URL(origin).hostname},2026:${name}`

/** A link typed in the panel may lead elsewhere; whatever is not a web address leads home. */
const webAddress = (path: string, origin: string): string => {
  const url = URL.parse(path, origin)
  return url && /^https?:$/.test(url.protocol) ? url.href : origin + paths.home
}

const entryXml = ({ id, title, text, path, updated, published, categories }: Entry, origin: string): string =>
  [
    '<entry>',
    `<id>${xmlText(tagUri(origin, id))}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xmlText(webAddress(path, origin))}"/>`,
    `<updated>${updated.toString()}</updated>`,
    ...(published ? [`<published>${published.toString()}</published>`] : []),
    ...categories.map((name) => `<category term="${xmlText(name)}"/>`),
    `<summary>${xmlText(text)}</summary>`,
    '</entry>\n',
  ].join('\n')

/**
 * An Atom feed (RFC 4287), the latest news first. `updated` of an empty feed is the beginning of 2026: the format demands
 * one, and it must not change on its own.
 */
export const feed = (
  entries: readonly Entry[],
  { title, subtitle, author, origin, locale, narrowed }: FeedSettings,
): string => {
  const name = narrowed === undefined ? 'feed' : `courses${narrowed}`
  const [self, page] =
    narrowed === undefined ? [paths.feed, paths.home] : [paths.coursesAs('xml', narrowed), paths.courses + narrowed]
  const sorted = entries.toSorted((a, b) => Temporal.Instant.compare(b.updated, a.updated) || a.id.localeCompare(b.id))
  const updated = sorted[0]?.updated ?? Temporal.Instant.from('2026-01-01T00:00:00Z')
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${xmlText(tagUri(origin, name))}</id>
<title>${xmlText(title)}</title>
<subtitle>${xmlText(subtitle)}</subtitle>
<updated>${updated.toString()}</updated>
<author><name>${xmlText(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${xmlText(origin + self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(origin + page)}"/>
${sorted.map((entry) => entryXml(entry, origin)).join('')}</feed>
`
}
