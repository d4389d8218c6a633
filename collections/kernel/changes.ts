import type { CollectionConfig, CollectionSlug, GlobalConfig } from 'payload'
import { announceWrite } from './writes.ts'

type Listener = (slug: string, id?: string) => void

const listeners = new Set<Listener>()

/** Hears of every document written or removed, whoever did it. Returns the way to stop listening. */
export const onChange = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const announce = (slug: string, id?: string) => {
  for (const listener of listeners) listener(slug, id)
}

const withHooks = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    afterChange: [
      ...(config.hooks?.afterChange ?? []),
      ({ doc, req }) => {
        announce(config.slug, doc.id)
        announceWrite(req.payload, config.slug as CollectionSlug)
      },
    ],
    afterDelete: [...(config.hooks?.afterDelete ?? []), ({ id }) => announce(config.slug, String(id))],
  },
})

/** Adds to each collection the hook that lets the public catalog hear of changes. */
export const announceChanges = (configs: CollectionConfig[]): CollectionConfig[] => configs.map(withHooks)

export const announceGlobals = (configs: GlobalConfig[]): GlobalConfig[] =>
  configs.map((config) => ({
    ...config,
    hooks: { ...config.hooks, afterChange: [...(config.hooks?.afterChange ?? []), () => announce(config.slug)] },
  }))
