import type { ApplicationStatus } from '../applications/states.ts'
import { isOneOf } from '../values/list.ts'

// Two records of one person: when they can be joined, and what goes along.

export type JoinRefusal =
  'gone' | 'same' | 'joined-before' | 'open-application' | 'two-seats' | 'two-works' | 'not-joined' | 'no-reason'

/** Why two records are not joined, or parted. */
export const JOIN_REFUSALS = {
  gone: 'One of these records is gone. Nothing was changed.',
  same: 'These are one record already.',
  'joined-before': 'This record was joined into another one. Part them first.',
  'open-application': 'One of them has an application that is not decided yet. Join them once it is.',
  'two-seats': 'Both are registered for the same session. Cancel one of the two registrations first.',
  'two-works': 'Both work on the same micro-credential. Take one back first.',
  'not-joined': 'These records are not joined.',
  'no-reason': 'Say why. It stays in the log.',
} satisfies Record<JoinRefusal, string>

/** Decisions hang on whoever applied as long as an application is one of these. */
export const OPEN_APPLICATIONS: readonly ApplicationStatus[] = ['draft', 'submitted', 'waiting', 'offered', 'accepted']

/** Of a record, what decides. `sessions`, `works`: what is still going on, by id. */
export type Joinable = {
  id: string
  /** The record it is known by now: itself, or the one it was joined into. */
  now: string
  applications: readonly ApplicationStatus[]
  sessions: readonly string[]
  works: readonly string[]
}

const share = (one: readonly string[], other: readonly string[]): boolean => one.some((id) => other.includes(id))

/** Why the first cannot be joined into the other; undefined: it can. */
export const refusalToJoin = (one: Joinable, into: Joinable): JoinRefusal | undefined => {
  if (one.id === into.id || one.now === into.now) return 'same'
  if (one.now !== one.id || into.now !== into.id) return 'joined-before'
  if ([...one.applications, ...into.applications].some((status) => isOneOf(OPEN_APPLICATIONS, status)))
    return 'open-application'
  if (share(one.sessions, into.sessions)) return 'two-seats'
  return share(one.works, into.works) ? 'two-works' : undefined
}

/** What is of a person, and goes along; days and checks go with their registrations. */
export const OWNED = ['registrations', 'applications', 'submissions', 'awards'] as const
export type Owned = (typeof OWNED)[number]

/** What went along when a record was joined into another, by id, so that it can be undone. `partedAt`: it was. */
export type Joined = { into: string; at: string; of: Record<Owned, string[]>; partedAt?: string }

/** A key that names a person, `<what>|<person>`, for another one. */
export const keyFor = (key: string, from: string, to: string): string =>
  key.endsWith(`|${from}`) ? key.slice(0, -from.length) + to : key
