import type { CollectionSlug, Payload } from 'payload'

type Listener = (payload: Payload, collection: CollectionSlug) => void

const listeners = new Set<Listener>()

/** Hears of every write, by our own rules or through Payload, as soon as it is done. Returns the way to stop listening. */
export const onWrite = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const counts = new Map<CollectionSlug, number>()

/** How often this process has written to a collection: another number than before means that there may be something new. */
export const writesTo = (collection: CollectionSlug): number => counts.get(collection) ?? 0

/** Says that something was written to a collection. Nothing may rest on it: a process that is killed says nothing. */
export const announceWrite: Listener = (payload, collection) => {
  counts.set(collection, writesTo(collection) + 1)
  for (const listener of listeners) listener(payload, collection)
}
