import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { isPublicSlug } from '#collections/catalog/documents.ts'
import { changesSince, withChanges, type Change } from '#collections/changes/policy.ts'
import { SEATS, shareChanges, tellOfChange, WORK } from '#collections/kernel/changes.ts'
import { createUnlessTaken } from '#collections/kernel/keyed.ts'
import { shared } from '../shared.ts'
import { KEY, type ChangeStore } from './store.ts'

/** What any process keeps in memory, or waits for; nothing else is listed. */
const isKept = (slug: string): boolean => isPublicSlug(slug) || [SEATS, WORK, 'organizations'].includes(slug)

/**
 * Has this process and all others on the database know of each other's writes. `written` waits until everything written here before
 * the call is listed: an answer that waits for it is never followed by an old one, whichever process gives it.
 */
export const openChangeLog = async (payload: Payload, store: ChangeStore) => {
  const by = randomUUID()
  await createUnlessTaken(payload, 'changes', { key: KEY, version: 0, floor: 0, entries: [] })
  /** Everything up to this version is known here. */
  let known = await store.version()
  let pending: Change[] = []
  let catching: Promise<void> | undefined
  /** What was compared in this turn of the event loop need not be compared again: its requests were there before. */
  let isCompared = false

  const written = shared(async (): Promise<void> => {
    const batch = pending
    if (batch.length === 0) return
    pending = []
    try {
      for (;;) {
        const list = await store.read()
        const next = withChanges(list, batch, by)
        if (!(await store.replace(list.version, next))) continue
        if (known === list.version) known = next.version
        return
      }
    } catch (error) {
      pending = [...batch, ...pending]
      throw error
    }
  })

  const note = (slug: string, id?: string): void => {
    if (!isKept(slug)) return
    pending.push({ slug, id })
    if (pending.length > 1) return
    // Nobody may be waiting for it: what follows from a write is written without a request.
    setImmediate(() => {
      written().catch((error: unknown) => payload.logger.error({ err: error }, 'Changes could not be listed'))
    })
  }

  const readNew = async (): Promise<void> => {
    const list = await store.read()
    const news = changesSince(list, known, by)
    if (news) for (const { slug, id } of news) tellOfChange(payload, slug, id)
    else tellOfChange(payload, undefined)
    known = Math.max(known, list.version)
  }

  const isKnown = (version: number): boolean => {
    if (version > known) return false
    isCompared = true
    setImmediate(() => (isCompared = false))
    return true
  }

  const catchUpWith = async (version: number | Promise<number>): Promise<void> => {
    const wanted = await version
    while (!isKnown(wanted)) await (catching ??= readNew().finally(() => (catching = undefined)))
  }

  const catchUp = (isDeciding = false): Promise<void> | undefined => {
    if (isCompared && !isDeciding) return undefined
    const version = store.version()
    return typeof version === 'number' && isKnown(version) ? undefined : catchUpWith(version)
  }

  shareChanges(payload, { note, catchUp })
  return { written, close: store.close }
}

export type ChangeLog = Awaited<ReturnType<typeof openChangeLog>>
