import type { Payload, Where } from 'payload'
import { newNonce } from '../../kernel/audit.ts'
import { compareAndSet, createUnlessTaken } from '../../kernel/keyed.ts'
import type { Event } from '../../kernel/payload-types.ts'
import { every, first, one } from '../../kernel/queries.ts'
import { nextSeal, printOf, type Seal } from '../chain.ts'

/** Entries in one seal at the most. */
const MOST = 500

/**
 * How late an entry may come to be seen, by the stamp it was written with: machines' clocks differ, and a write takes its time.
 * Milliseconds.
 */
export const LATE = 300_000

type Source = { payload: Payload; now: Temporal.Instant }
type New = Parameters<typeof nextSeal>[2]

/** A seal as it is read. */
export const sealFrom = (seal: { [Name in keyof Seal]?: unknown }): Seal =>
  ({ ...seal, before: seal.before ?? '', because: seal.because ?? '' }) as Seal

const lastSeal = async (source: Pick<Source, 'payload'>): Promise<Seal | undefined> => {
  const last = await first(source, 'seals', {}, '-number')
  return last && sealFrom(last)
}

/** Adds a seal to the chain; where another process adds one in the same moment, after that one. */
const append = async (source: Source, sealed: New): Promise<Seal> => {
  for (;;) {
    const seal = nextSeal(await lastSeal(source), source.now, sealed)
    const written = { ...seal, entries: { ...seal.entries }, removed: [...seal.removed] }
    if (await createUnlessTaken(source.payload, 'seals', written)) return seal
  }
}

/** Entries of earlier versions have no nonce yet. Of two processes that give one, the first does. */
const withNonce = async (source: Source, event: Event): Promise<Event> => {
  if (event.nonce) return event
  const isBare = { nonce: { exists: false } }
  const given = await compareAndSet(source.payload, 'events', event.id, isBare, { nonce: newNonce() })
  return given ?? (await one(source, 'events', event.id)) ?? event
}

/** Up to so many entries that no seal has yet, in the order they were written. */
const unsealed = async (source: Source, last: Seal | undefined): Promise<Event[]> => {
  const from = last?.through ? new Date(Date.parse(last.through) - LATE).toISOString() : ''
  const recent = from ? await every(source, 'seals', { through: { greater_than: from } }) : []
  const known = new Set(recent.flatMap(({ entries }) => Object.keys(entries as object)))
  const where: Where = from ? { createdAt: { greater_than: from } } : {}
  const events = await every(source, 'events', where, { sort: 'createdAt', limit: known.size + MOST })
  return events.filter(({ id }) => !known.has(id)).slice(0, MOST)
}

/** Seals whatever was written since; safe to do at any time, by one process at a time. */
export const sealLog = async (source: Source): Promise<void> => {
  for (;;) {
    const last = await lastSeal(source)
    const found = await unsealed(source, last)
    if (found.length === 0) return
    const entries: Record<string, string> = {}
    for (const event of found) entries[event.id] = printOf(await withNonce(source, event))
    const newest = found.at(-1)!.createdAt
    const through = last && last.through > newest ? last.through : newest
    const { number, hash } = await append(source, { entries, through })
    // Whoever keeps this line elsewhere can tell later whether the whole chain was written anew.
    source.payload.logger.info({ seal: number, hash, entries: found.length, msg: 'The audit log was sealed' })
  }
}

/**
 * Seals entries anew as they are going to be, before they are redacted; `because` is the key of the entry that says why. Without
 * their nonces, so that the old prints tell nothing of what was in them.
 */
export const sealRedacted = async (source: Source, entries: readonly Event[], because: string): Promise<void> => {
  if (entries.length === 0) return
  await sealLog(source)
  await append(source, { entries: Object.fromEntries(entries.map((one) => [one.id, printOf(one)])), because })
}

/** Says which entries are going to be taken away for good, and why. */
export const sealRemoved = async (source: Source, removed: readonly string[], because: string): Promise<void> => {
  if (removed.length === 0) return
  await sealLog(source)
  await append(source, { entries: {}, removed, because })
}
