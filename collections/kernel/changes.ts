import type { CollectionConfig, CollectionSlug, GlobalConfig, Payload } from 'payload'
import { announceWrite } from './writes.ts'

// What is kept in memory of a database, and how it hears that it is old: from this process as soon as something is written, from
// others by the list of changes (docs/decisions/0027).

/** Named like a collection: the seats and the waitlist of a session, by its id. */
export const SEATS = 'seats'

/** Named like a collection: something was written that something follows from. */
export const WORK = 'work'

/** `slug` undefined: anything may have been written. */
type Listener = (slug: string | undefined, id?: string) => void

/** The list of changes that all processes on a database share. */
export type SharedChanges = {
  /** Lists what this process has written; `written` waits for it. */
  note: (slug: string, id?: string) => void
  /**
   * Hears of everything others have written before this turn of the event loop, and so before any request that is answered in it;
   * up to this very moment where something is decided. undefined: there is nothing new.
   */
  catchUp: (isDeciding?: boolean) => Promise<void> | undefined
}

const listeners = new WeakMap<Payload, Set<Listener>>()
const shared = new WeakMap<Payload, SharedChanges>()

/** Hears of every document written or removed, whoever did it. Returns the way to stop listening. */
export const onChange = (payload: Payload, listener: Listener): (() => void) => {
  const all = listeners.get(payload) ?? new Set()
  listeners.set(payload, all.add(listener))
  return () => all.delete(listener)
}

/** Tells whoever keeps something in memory here that it is old. */
export const tellOfChange = (payload: Payload, ...change: Parameters<Listener>): void => {
  for (const listener of listeners.get(payload) ?? []) listener(...change)
}

/** Tells other processes only. */
export const noteChange = (payload: Payload, slug: string, id?: string): void => shared.get(payload)?.note(slug, id)

/** Says everywhere that something was written. */
export const announce = (payload: Payload, slug: string, id?: string): void => {
  tellOfChange(payload, slug, id)
  noteChange(payload, slug, id)
}

/** Compares what is kept here with what others have written, from now on. */
export const shareChanges = (payload: Payload, changes: SharedChanges): void => void shared.set(payload, changes)

/**
 * Has everything kept in memory know what other processes have written up to now; undefined where it does already. Asked before
 * anything kept is used.
 */
export const upToDate = (payload: Payload, isDeciding = false): Promise<void> | undefined =>
  shared.get(payload)?.catchUp(isDeciding)

const withHooks = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    afterChange: [
      ...(config.hooks?.afterChange ?? []),
      ({ doc, req }) => {
        announce(req.payload, config.slug, doc.id)
        announceWrite(req.payload, config.slug as CollectionSlug)
      },
    ],
    afterDelete: [
      ...(config.hooks?.afterDelete ?? []),
      ({ id, req }) => announce(req.payload, config.slug, String(id)),
    ],
  },
})

/** Adds to each collection the hook that lets the public catalog hear of changes. */
export const announceChanges = (configs: CollectionConfig[]): CollectionConfig[] => configs.map(withHooks)

export const announceGlobals = (configs: GlobalConfig[]): GlobalConfig[] =>
  configs.map((config) => ({
    ...config,
    hooks: {
      ...config.hooks,
      afterChange: [...(config.hooks?.afterChange ?? []), ({ req }) => announce(req.payload, config.slug)],
    },
  }))
