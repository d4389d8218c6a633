import type { Payload } from 'payload'

/** Who does something: staff by user, the person the link was sent to, or the system by itself. */
export type Actor = { kind: 'staff' | 'person' | 'system'; name: string; user?: string }

/** What every verb is given: the database, the moment it happens, the agency's zone, and who does it. */
export type Act = { payload: Payload; now: Temporal.Instant; zone: string; actor: Actor }

export const SYSTEM: Actor = { kind: 'system', name: 'Onramp' }
