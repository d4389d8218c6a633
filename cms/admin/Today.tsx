import type { ServerProps } from 'payload'
import { formatDay, formatTimeRange } from '#collections/values/day.ts'
import type { Session } from '../payload-types.ts'

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
      and: [{ startsAt: { greater_than: Temporal.Now.instant().toString() } }, { status: { equals: 'scheduled' } }],
    },
  })
  return docs.map(({ id, title, days, capacity, seatsReserved }: Session) => ({
    key: id,
    href: `/admin/collections/sessions/${id}`,
    title: title ?? '',
    detail: [
      formatDay(days[0]!.date),
      formatTimeRange(days[0]!.startTime, days[0]!.endTime),
      capacity == null ? 'no seat limit' : `${Math.max(0, capacity - seatsReserved)} of ${capacity} seats left`,
    ].join(', '),
  }))
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
        where: { _status: { equals: 'draft' } },
      })
      return docs.map((doc) => ({
        key: `${collection}:${doc.id}`,
        href: `/admin/collections/${collection}/${doc.id}`,
        title: nameOf(doc),
        detail: `${collection}, changed ${formatDay(doc.updatedAt.slice(0, 10))}`,
      }))
    }),
  )
  return found.flat().slice(0, SOON)
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
  const [sessions, drafts] = await Promise.all([soonSessions(props), unpublished(props)])
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '3rem', marginBlockEnd: '3rem' }}>
      <List empty="No sessions are planned." lines={sessions} title="Coming up" />
      <List empty="Everything is published." lines={drafts} title="Not published yet" />
    </div>
  )
}
