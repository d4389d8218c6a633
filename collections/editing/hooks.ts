import { createHash } from 'node:crypto'
import {
  ValidationError,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadHandler,
  type PayloadRequest,
} from 'payload'
import { panelTime } from '../kernel/clock.ts'
import { canonical, changedBy, mergeSave, stillPresent, withEdit, type Edit, type Present } from './policy.ts'

// Two people in one document: each save says when what it began with was saved, writes what it changed, and keeps what others did.

const print = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 16)

const editsKey = (collection: string, id: unknown): string => `edits:${collection}:${String(id)}`
const openKey = (collection: string, id: unknown): string => `open:${collection}:${String(id)}`

const editsOf = async ({ payload }: PayloadRequest, collection: string, id: unknown): Promise<Edit[]> =>
  (await payload.kv.get<{ edits: Edit[] }>(editsKey(collection, id)))?.edits ?? []

const nameOf = (user: { name?: string | null; email: string }): string => user.name || user.email

const staffOf = ({ user }: PayloadRequest) => (user?.collection === 'users' ? user : undefined)

type Saving = { id?: string; data?: Record<string, unknown>; autosave?: boolean }

/** Writes only what a form changed, and refuses what somebody else changed in the same field since it was opened. */
export const mergeEdits: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const { id, data } = args as Saving
  const user = staffOf(req)
  const base = data?.['updatedAt']
  if (operation !== 'update' || !id || !user || typeof base !== 'string' || req.payloadAPI === 'local') return args
  const edits = await editsOf(req, collection.slug, id)
  if (edits.length === 0) return args
  const stored = await req.payload.findByID({
    collection: collection.slug,
    id,
    depth: 0,
    draft: true,
    disableErrors: true,
    joins: false as never,
    overrideAccess: true,
    req,
  })
  if (!stored) return args
  const print_ = { sent: data ?? {}, stored: stored as never, base, edits, user: user.id, print }
  const { data: merged, clashes, replaces } = mergeSave(print_)
  if (clashes.length > 0) {
    const errors = clashes.map(({ field, by }) => ({ path: field, message: CHANGED_BY(by) }))
    const error = new ValidationError({ collection: collection.slug, errors, req })
    throw Object.assign(error, { message: errors[0]!.message })
  }
  // An autosave is written over the one before it; what somebody else wrote last is left to go back to.
  return { ...args, data: merged, ...(replaces && { autosave: false }) }
}

/** How a field is refused that somebody else has changed; the form offers a choice beside it. */
const CHANGED_BY = (name: string): string =>
  `${name} changed this meanwhile. Choose between your words and theirs below.`

/** Each version says who saved it. */
export const signVersion: CollectionBeforeChangeHook = ({ data, req }) => {
  const user = staffOf(req)
  return user ? { ...data, savedBy: nameOf(user) } : data
}

/** Keeps what a save changed, so that a form that was opened before knows. */
export const rememberEdit: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, collection, req }) => {
  if (operation !== 'update') return
  const before = changedBy((previousDoc ?? {}) as never, doc as never, print)
  if (Object.keys(before).length === 0) return
  const user = staffOf(req)
  const edit = { at: String(doc.updatedAt), user: user?.id ?? '', by: user ? nameOf(user) : 'Somebody', before }
  const edits = withEdit(await editsOf(req, collection.slug, doc.id), edit)
  await req.payload.kv.set(editsKey(collection.slug, doc.id), { edits })
}

/** Who else has the form open; whoever asks has it open too. */
export const answerWhoIsHere =
  (collection: string): PayloadHandler =>
  async (req) => {
    const user = staffOf(req)
    if (!user) return Response.json({ others: [], isSignedIn: false })
    const key = openKey(collection, req.routeParams?.['id'])
    const now = panelTime(req.payload).epochMilliseconds
    const present = stillPresent((await req.payload.kv.get<Present>(key)) ?? {}, now)
    await req.payload.kv.set(key, { ...present, [user.id]: { name: nameOf(user), at: now } })
    const others = Object.entries(present).filter(([id]) => id !== user.id)
    return Response.json({ others: others.map(([, { name }]) => name), isSignedIn: true })
  }
