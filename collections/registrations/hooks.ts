import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  Where,
} from 'payload'
import type { Session } from '../kernel/payload-types.ts'
import { panelTime } from '../kernel/clock.ts'
import { refused } from '../kernel/refused.ts'
import { idOf } from '../kernel/related.ts'
import { ACTIVE } from './states.ts'

// Nobody who registered may be left behind: what a registration is for is kept, and called off where it does not take place.

type Kept = 'sessions' | 'courses'

const KEPT = {
  sessions: 'People have registered for this session, so it has to be kept.',
  courses: 'People have registered for sessions of this course, so it has to be kept.',
} satisfies Record<Kept, string>
const INSTEAD =
  'If it does not take place, set the status of the session to canceled: everyone is told, and nobody owes a fee.'

const KEPT_PARENT =
  'People have registered for this session as it is. Make a new session for the other course, and cancel this one if it does not take place.'

const every = { depth: 0, overrideAccess: true, pagination: false, trash: true } as const

const sessionsOf = async (
  req: PayloadRequest,
  kept: Kept,
  ids: readonly string[],
  more: Where = {},
): Promise<string[]> => {
  if (ids.length === 0) return []
  const of: Where = { [kept === 'sessions' ? 'id' : 'course']: { in: [...ids] } }
  const where: Where = { and: [of, more] }
  const { docs } = await req.payload.find({ collection: 'sessions', ...every, req, select: {}, where })
  return docs.map(({ id }) => id)
}

const isRegisteredFor = async (
  req: PayloadRequest,
  sessions: readonly string[],
  more: Where = {},
): Promise<boolean> => {
  if (sessions.length === 0) return false
  const where: Where = { and: [{ session: { in: [...sessions] } }, more] }
  return (await req.payload.count({ collection: 'registrations', overrideAccess: true, req, where })).totalDocs > 0
}

const refusal = (req: PayloadRequest, kept: Kept) =>
  refused(kept, { path: 'status', message: `${KEPT[kept]} ${INSTEAD}` }, req)

/** Throws where anybody ever registered. */
const keep = async (req: PayloadRequest, kept: Kept, id: string): Promise<void> => {
  if (await isRegisteredFor(req, await sessionsOf(req, kept, [id]))) throw refusal(req, kept)
}

export const keepFromDeletion =
  (kept: Kept): CollectionBeforeDeleteHook =>
  ({ id, req }) =>
    keep(req, kept, String(id))

export const keepFromTrash =
  (kept: Kept): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, req }) => {
    // What is made in the trash has no id yet, and nobody is registered for it.
    const id = (originalDoc as { id?: string } | undefined)?.id
    if (id && data['deletedAt'] && !originalDoc?.['deletedAt']) await keep(req, kept, id)
    return data
  }

export type Update = { id?: string; where?: Where; data?: { _status?: string }; draft?: boolean }

/**
 * What a save takes off the site, by id. One that is saved as a draft takes nothing off; one that does not say how it is saved
 * goes on as the newest version was, which may be a draft of what is published.
 */
export const takenOff = async (
  req: PayloadRequest,
  kept: Kept | 'circles',
  { id, where, data, draft }: Update,
): Promise<string[]> => {
  if (draft || data?._status === 'published') return []
  const { docs } = await req.payload.find({
    collection: kept,
    ...every,
    draft: true,
    req,
    select: { _status: true },
    where: id ? { id: { equals: id } } : (where ?? {}),
  })
  return docs.filter(({ _status }) => (data?._status ?? _status) === 'draft').map((doc) => doc.id)
}

/** Refuses to take off the site what people are registered for and what is still to come. */
export const keepOnSite =
  (kept: Kept): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    if (operation !== 'update') return args
    const coming: Where = { endsAt: { greater_than: panelTime(req.payload).toString() } }
    const sessions = await sessionsOf(req, kept, await takenOff(req, kept, args as Update), coming)
    if (await isRegisteredFor(req, sessions, { status: { in: [...ACTIVE] } })) throw refusal(req, kept)
    return args
  }

const parentOf = ({ course, collaborative }: Partial<Session>): string | undefined =>
  idOf(course) ?? idOf(collaborative)

/** Refuses to make a session a run of something else once anybody registered: nobody chose that. */
export const keepParent: CollectionBeforeChangeHook<Session> = async ({ data, originalDoc, req }) => {
  const before = originalDoc && parentOf(originalDoc)
  if (!before || before === parentOf({ ...originalDoc, ...data })) return data
  if (await isRegisteredFor(req, [originalDoc.id]))
    throw refused('sessions', { path: 'course', message: KEPT_PARENT }, req)
  return data
}
