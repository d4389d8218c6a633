import type { Where } from 'payload'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'

/**
 * What a process still has to look at. At its start that is everything that could have earned something, so that whatever a
 * process that was killed left undone is done by the next; from then on only what was written since.
 */
type Watch = {
  /** By the clock documents are stamped with. null: nothing was looked at yet. */
  since: string | null
  /** The moment up to which sessions that ended were noticed, by the clock of the desk. */
  endedUntil: Temporal.Instant | null
  submissions: Set<string>
  sessions: Set<string>
}

const watches = new WeakMap<object, Watch>()

/** Milliseconds that a write may take from its stamp until others can read it. */
const LAG = 10_000

const watchOf = ({ payload }: Pick<Context, 'payload'>): Watch => {
  const watch = watches.get(payload) ?? { since: null, endedUntil: null, submissions: new Set(), sessions: new Set() }
  watches.set(payload, watch)
  return watch
}

/** Only ids are read: at the start that is everything there ever was. */
const idsWhere = async ({ payload }: Context, collection: 'submissions' | 'sessions', where: Where) => {
  const { docs } = await payload.find({
    collection,
    depth: 0,
    overrideAccess: true,
    pagination: false,
    select: { updatedAt: true },
    where,
  })
  return docs.map(({ id }) => id)
}

/** Work that passed and was not looked at before. */
const noticeWork = async (context: Context, watch: Watch, changed: Where): Promise<void> => {
  const passed = { and: [{ status: { equals: 'passed' } }, changed] } satisfies Where
  for (const id of await idsWhere(context, 'submissions', passed)) watch.submissions.add(id)
}

/** Sessions that are over, and whose days, marks or end are new. */
const noticeSessions = async (context: Context, watch: Watch, changed: Where, since: string | null) => {
  const { now } = context
  const over = { endsAt: { less_than_equal: now.toString() } } satisfies Where
  const ended = await idsWhere(context, 'sessions', {
    and: [
      over,
      ...(watch.endedUntil && since
        ? [{ or: [{ endsAt: { greater_than: watch.endedUntil.toString() } }, changed] }]
        : []),
    ],
  })
  for (const id of ended) watch.sessions.add(id)
  // A jump back in time, as tests make, is no reason to look at anything again.
  watch.endedUntil = now
  if (since === null) return
  const [rows, marks] = await Promise.all([
    every(context, 'attendance', changed),
    every(context, 'events', {
      and: [{ kind: { equals: 'attendance.recorded' } }, { createdAt: { greater_than_equal: since } }],
    }),
  ])
  for (const { session } of [...rows, ...marks]) {
    const id = typeof session === 'string' ? session : session?.id
    if (id) watch.sessions.add(id)
  }
}

/** Adds to what has to be looked at whatever was written since the last time. */
export const notice = async (context: Context): Promise<Watch> => {
  const watch = watchOf(context)
  const { since } = watch
  const began = new Date(Date.now() - LAG).toISOString()
  const changed: Where = since === null ? { id: { exists: true } } : { updatedAt: { greater_than_equal: since } }
  await noticeWork(context, watch, changed)
  await noticeSessions(context, watch, changed, since)
  watch.since = began
  return watch
}
