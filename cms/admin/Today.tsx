import type { CollectionSlug, ServerProps, Where } from 'payload'
import { panelTime } from '#collections/kernel/clock.ts'
import { paths } from '#collections/kernel/paths.ts'
import { HOLDING } from '#collections/registrations/states.ts'
import { dayIn, formatDay, formatInstant, formatTimeRange } from '#collections/values/day.ts'
import type { Session } from '#collections/kernel/payload-types.ts'
import type { unknownYearsAt } from '#collections/holidays/queries.ts'
import { zoneOf } from './Reading.tsx'
import { isRegistrar, rolesOf } from './registrar.ts'

const SOON = 6
const DRAFTED = ['courses', 'sessions', 'collaboratives', 'credentials', 'pages', 'policies', 'notices'] as const

type Line = { key: string; href: string; title: string; detail: string }

const nameOf = (doc: { title?: string | null } | { name?: string | null }): string =>
  ('title' in doc ? doc.title : 'name' in doc ? doc.name : undefined) || 'Untitled'

const soonSessions = async ({ payload, user }: ServerProps): Promise<Line[]> => {
  const { docs } = await payload.find({
    collection: 'sessions',
    depth: 0,
    limit: SOON,
    overrideAccess: false,
    pagination: false,
    sort: 'startsAt',
    user,
    where: {
      and: [{ startsAt: { greater_than: panelTime(payload).toString() } }, { status: { equals: 'scheduled' } }],
    },
  })
  // How many seats are taken is public; who took them is not asked here.
  const held = await Promise.all(
    docs.map(({ id }) =>
      payload.count({
        collection: 'registrations',
        overrideAccess: true,
        where: { and: [{ session: { equals: id } }, { status: { in: [...HOLDING] } }] },
      }),
    ),
  )
  return docs.map(({ id, title, days, capacity, seatsReserved }: Session, at) => ({
    key: id,
    href: isRegistrar(user) ? paths.roster(id) : `/admin/collections/sessions/${id}`,
    title: title ?? '',
    detail: [
      // The title names the day.
      formatTimeRange(days[0]!.startTime, days[0]!.endTime),
      capacity == null
        ? 'no seat limit'
        : `${Math.max(0, capacity - seatsReserved - held[at]!.totalDocs)} of ${capacity} seats left`,
    ].join(', '),
  }))
}

const singularOf = (payload: ServerProps['payload'], collection: CollectionSlug): string => {
  const { singular } = payload.collections[collection].config.labels
  return typeof singular === 'string' ? singular : collection
}

/** A form somebody opened and left without a word is nothing to publish. */
const isBegun: Where = { savedBy: { exists: true } }

type Planned = { type?: 'publish' | 'unpublish'; doc?: { relationTo: CollectionSlug; value: string } }

/** What is to be published, or taken down, by the clock, and what could not be. */
const scheduled = async ({ payload, user }: ServerProps): Promise<Line[]> => {
  const { docs } = await payload.find({
    collection: 'payload-jobs',
    depth: 0,
    limit: 20,
    overrideAccess: true,
    sort: 'waitUntil',
    where: { taskSlug: { equals: 'schedulePublish' } },
  })
  const lines = await Promise.all(
    docs.map(async ({ id, input, waitUntil, hasError }) => {
      const { type, doc } = (input ?? {}) as Planned
      if (!doc) return []
      const found = await payload.findByID({
        collection: doc.relationTo,
        id: doc.value,
        depth: 0,
        disableErrors: true,
        draft: true,
        overrideAccess: false,
        user,
      })
      if (!found) return []
      const verb = type === 'unpublish' ? 'taken down' : 'published'
      const when = waitUntil ? formatInstant(Temporal.Instant.from(waitUntil), zoneOf(payload), 'en', 'short') : ''
      return {
        key: String(id),
        href: `/admin/collections/${doc.relationTo}/${doc.value}`,
        title: nameOf(found as { title?: string | null }),
        detail: hasError
          ? `Could not be ${verb} on ${when}. Open it and press the button: it says what is missing.`
          : `Will be ${verb} on ${when}`,
      }
    }),
  )
  return lines.flat()
}

const unpublished = async ({ payload, user }: ServerProps): Promise<Line[]> => {
  const found = await Promise.all(
    DRAFTED.map(async (collection) => {
      const { docs } = await payload.find({
        collection,
        depth: 0,
        draft: true,
        limit: SOON,
        overrideAccess: false,
        pagination: false,
        sort: '-updatedAt',
        user,
        where: { and: [{ _status: { equals: 'draft' } }, isBegun] },
      })
      return docs.map((doc) => ({
        key: `${collection}:${doc.id}`,
        href: `/admin/collections/${collection}/${doc.id}`,
        title: nameOf(doc),
        detail: `${singularOf(payload, collection)}, changed ${formatDay(dayIn(Temporal.Instant.from(doc.updatedAt), zoneOf(payload)))}${doc.savedBy ? ` by ${doc.savedBy}` : ''}`,
      }))
    }),
  )
  return found.flat().slice(0, SOON)
}

type Waiting = { words: (count: number) => string; href: string; collection: CollectionSlug; where: Where }

const isActive: Where = { status: { not_equals: 'canceled' } }

/** What waits at the desk, counted; the desk itself says more. */
const WAITING: readonly Waiting[] = [
  {
    words: (count) => (count === 1 ? 'no-show fee to decide' : 'no-show fees to decide'),
    href: paths.cases,
    collection: 'attendance',
    where: { feeState: { in: ['proposed', 'disputed'] } },
  },
  {
    words: (count) => (count === 1 ? 'waiver asked for' : 'waivers asked for'),
    href: paths.cases,
    collection: 'registrations',
    where: { and: [isActive, { gate: { equals: 'asked' } }] },
  },
  {
    words: (count) => (count === 1 ? 'check asked for or in the drawer' : 'checks asked for or in the drawer'),
    href: paths.checks,
    collection: 'deposits',
    where: { state: { in: ['due', 'received'] } },
  },
  {
    words: (count) => (count === 1 ? 'message that could not be sent' : 'messages that could not be sent'),
    href: paths.outbox,
    collection: 'messages',
    where: { state: { equals: 'failed' } },
  },
]

const atTheDesk = async ({ payload, user }: ServerProps): Promise<Line[]> => {
  const counts = await Promise.all(
    WAITING.map(({ collection, where }) => payload.count({ collection, where, overrideAccess: false, user })),
  )
  return WAITING.map(({ words, href, collection }, at) => ({ count: counts[at]!.totalDocs, words, href, collection }))
    .filter(({ count }) => count > 0)
    .map(({ count, words, href, collection }) => ({
      key: collection,
      href,
      title: `${count} ${words(count)}`,
      detail: '',
    }))
}

/** The rule comes with the settings, so that the panel is not built anew when it changes. */
const askedOf = ({ config }: ServerProps['payload']) => config.custom?.['unknownYears'] as typeof unknownYearsAt

/** Closing days that somebody has to enter for years to come; the panel says so to whoever keeps the list. */
const holidaysToEnter = async ({ payload }: ServerProps): Promise<Line[]> =>
  (await askedOf(payload)(payload, panelTime(payload), zoneOf(payload))).map(({ name, through, missing }) => ({
    key: `holidays:${name}`,
    href: paths.holidays,
    title: `Enter “${name}” for ${missing.join(', ')}`,
    detail: `It is listed through ${through} only, and sessions are planned after that. Their deadlines may be counted wrong.`,
  }))

/** What waits there is shown by the desk, which knows who may read what. */
const YOUR_REVIEWS: Line = {
  key: 'reviews',
  href: paths.reviews,
  title: 'Open your reviews',
  detail: 'Applications and works that wait for your scores.',
}

const List = ({ title, lines, empty }: { title: string; lines: Line[]; empty: string }) => (
  <section style={{ flex: '1 1 20rem' }}>
    <h2 style={{ fontSize: '1.25rem', marginBlockEnd: '0.75rem' }}>{title}</h2>
    {lines.length === 0 && <p>{empty}</p>}
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {lines.map(({ key, href, title, detail }) => (
        <li key={key} style={{ borderBlockStart: '1px solid var(--theme-elevation-150)', paddingBlock: '0.6rem' }}>
          <a href={href}>{title}</a>
          <div style={{ color: 'var(--theme-elevation-600)' }}>{detail}</div>
        </li>
      ))}
    </ul>
  </section>
)

/** What somebody who opens the panel in the morning wants to see first. */
export const Today = async (props: ServerProps) => {
  const hasDesk = isRegistrar(props.user)
  const [sessions, drafts, planned, waiting, holidays] = await Promise.all([
    soonSessions(props),
    unpublished(props),
    scheduled(props),
    hasDesk ? atTheDesk(props) : [],
    hasDesk ? holidaysToEnter(props) : [],
  ])
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '3rem', marginBlockEnd: '3rem' }}>
      {hasDesk && <List empty="Nothing waits at the desk." lines={[...waiting, ...holidays]} title="At the desk" />}
      <List empty="No sessions are planned." lines={sessions} title="Coming up" />
      {rolesOf(props.user).includes('reviewer') && <List empty="" lines={[YOUR_REVIEWS]} title="To review" />}
      {planned.length > 0 && <List empty="" lines={planned} title="By the clock" />}
      <List empty="Everything is published." lines={drafts} title="Not published yet" />
    </div>
  )
}
