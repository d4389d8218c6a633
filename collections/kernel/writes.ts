import type { CollectionSlug, Payload } from 'payload'

type Listener = (payload: Payload, collection: CollectionSlug) => void

const listeners = new Set<Listener>()

/** Hears of every write, by our own rules or through Payload, as soon as it is done. Returns the way to stop listening. */
export const onWrite = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says that something was written to a collection. Nothing may rest on it: a process that is killed says nothing. */
export const announceWrite: Listener = (payload, collection) => {
  for (const listener of listeners) listener(payload, collection)
}
