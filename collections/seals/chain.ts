import { createHash } from 'node:crypto'
import type { Event } from '../kernel/payload-types.ts'

// The audit log is sealed in parts: a seal holds the prints of some entries and the hash of the seal before it, so that an entry
// that was changed, left out or slipped in later does not fit any more, and neither does a seal. What is lawfully erased is sealed
// anew, with the reason beside it. Whoever can write every seal anew can still deceive; the last hash is said in the log of the
// process for that, which is kept elsewhere.

/** What of an entry is sealed. What it refers to is left out: the database empties that when what it leads to is deleted. */
export type Sealed = Pick<
  Event,
  'key' | 'at' | 'kind' | 'summary' | 'actor' | 'reason' | 'data' | 'changes' | 'request' | 'nonce'
>

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** JSON that is the same whichever database kept the value: keys in order, and nothing for what has no value. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const filled = Object.entries(value).filter(([, one]) => one !== null && one !== undefined)
  return filled.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, canonical(one)])
}

/**
 * The print of an entry. The nonce, which goes when somebody in it is erased, keeps old prints from telling whether a guess at the
 * erased words is right.
 */
export const printOf = ({ key, at, kind, summary, actor, reason, data, changes, request, nonce }: Sealed): string =>
  sha256(
    JSON.stringify([
      key,
      new Date(at).toISOString(),
      kind,
      summary,
      actor,
      reason ?? '',
      canonical(data ?? null),
      canonical(changes ?? null),
      request ?? '',
      nonce ?? '',
    ]),
  )

/** Prints of entries by id. */
export type Prints = Readonly<Record<string, string>>

export type Seal = {
  number: number
  at: string
  /** The hash of the seal before; empty for the first. */
  before: string
  hash: string
  through: string
  /** Entries that are new, or that were lawfully redacted. */
  entries: Prints
  /** Entries that were lawfully taken away. */
  removed: readonly string[]
  /** Why entries were redacted or taken away: the key of the entry that says so. Empty where they are new. */
  because: string
}

export const hashOfSeal = ({ number, at, before, through, entries, removed, because }: Omit<Seal, 'hash'>): string =>
  sha256(JSON.stringify([number, at, before, through, canonical(entries), removed, because]))

/** The seal that follows another, or begins the chain. */
export const nextSeal = (
  last: Pick<Seal, 'number' | 'hash' | 'through'> | undefined,
  now: Temporal.Instant,
  sealed: Pick<Seal, 'entries'> & Partial<Pick<Seal, 'through' | 'removed' | 'because'>>,
): Seal => {
  const seal = {
    number: (last?.number ?? 0) + 1,
    at: now.toString({ smallestUnit: 'millisecond' }),
    before: last?.hash ?? '',
    through: last?.through ?? '',
    removed: [],
    because: '',
    ...sealed,
  }
  return { ...seal, hash: hashOfSeal(seal) }
}

/** Where the chain breaks: at a seal by its number, or at an entry by its id. */
export type Break =
  | { kind: 'seal'; number: number }
  | { kind: 'changed' | 'missing' | 'added'; entry: string }
  | { kind: 'unfounded'; number: number; because: string }

/** What the chain says of the log, seal by seal; `at` is handed each entry as it is found, and `end` tells every break. */
export const openChain = () => {
  const breaks: Break[] = []
  const expected = new Map<string, string>()
  const reasons = new Map<string, number>()
  const keys = new Set<string>()
  const found = new Set<string>()
  let last: Pick<Seal, 'number' | 'hash' | 'through'> | undefined

  return {
    /** The next seal, in the order of their numbers. */
    seal: (seal: Seal): void => {
      const fits = seal.number === (last?.number ?? 0) + 1 && seal.before === (last?.hash ?? '')
      if (!fits || hashOfSeal(seal) !== seal.hash) breaks.push({ kind: 'seal', number: seal.number })
      for (const [id, print] of Object.entries(seal.entries)) {
        // A print that is replaced needs a reason.
        if (expected.has(id) && expected.get(id) !== print && !seal.because)
          breaks.push({ kind: 'unfounded', number: seal.number, because: '' })
        expected.set(id, print)
      }
      for (const id of seal.removed) expected.delete(id)
      if (seal.because) reasons.set(seal.because, seal.number)
      last = seal
    },
    /** An entry as it stands in the log, once all seals are known. `createdAt` tells one that is new from one slipped in. */
    entry: (entry: Sealed & { id: string; createdAt: string }, isNew: boolean): void => {
      found.add(entry.id)
      keys.add(entry.key)
      const print = expected.get(entry.id)
      if (print === undefined) {
        if (!isNew) breaks.push({ kind: 'added', entry: entry.id })
      } else if (print !== printOf(entry)) breaks.push({ kind: 'changed', entry: entry.id })
    },
    end: (): { breaks: Break[]; sealed: number; hash: string } => {
      for (const id of expected.keys()) if (!found.has(id)) breaks.push({ kind: 'missing', entry: id })
      for (const [because, number] of reasons)
        if (!keys.has(because)) breaks.push({ kind: 'unfounded', number, because })
      return { breaks, sealed: expected.size, hash: last?.hash ?? '' }
    },
  }
}
