import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { compareAndSet } from '../kernel/keyed.ts'
import type { Session } from '../kernel/payload-types.ts'
import { setInNewestVersion } from '../kernel/versions.ts'
import { formatDay, isDay, type Day } from '../values/day.ts'

/** What a session is listed under: the name of what it is a run of, and its first day. */
export const sessionTitle = (name: string, first: Day): string => `${name}, ${formatDay(first, 'en', 'short')}`

type Parent = 'course' | 'collaborative'
type Titled = { id: string; from: string; to: string }

/** The sessions that are listed under another name than `name`, as they are published or, with `draft`, as they were last saved. */
const misnamed = async (
  req: PayloadRequest,
  of: Record<string, { equals: string }>,
  name: string,
  draft: boolean,
): Promise<Titled[]> => {
  const { docs } = await req.payload.find({
    collection: 'sessions',
    depth: 0,
    draft,
    joins: false as never,
    overrideAccess: true,
    pagination: false,
    req,
    select: { title: true, days: true },
    where: of,
  })
  return docs.flatMap(({ id, title, days }: Pick<Session, 'id' | 'title' | 'days'>) => {
    const [first] = days ?? []
    const to = first && isDay(first.date) ? sessionTitle(name, first.date) : undefined
    return title && to && title !== to ? [{ id, from: title, to }] : []
  })
}

/**
 * Once something is published under another name, its sessions are listed under it too. Nothing else of them is written, and not even
 * that where somebody saves the session in the same moment, which gives it the name by itself.
 */
export const renameSessions =
  (parent: Parent): CollectionAfterChangeHook<{ id: string; title?: string; name?: string; _status?: string }> =>
  async ({ doc, operation, req }) => {
    const name = doc.title ?? doc.name
    if (operation !== 'update' || doc._status !== 'published' || !name) return
    const of = { [parent]: { equals: doc.id } }
    for (const { id, from, to } of await misnamed(req, of, name, false))
      await compareAndSet(req.payload, 'sessions', id, { title: { equals: from } }, { title: to })
    for (const { id, from, to } of await misnamed(req, of, name, true))
      await setInNewestVersion(req.payload, 'sessions', id, 'title', { from, to })
  }
