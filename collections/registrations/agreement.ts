import type { Day } from '../values/day.ts'
import type { Cents } from '../values/money.ts'
import type { MissedDay } from '../policies/states.ts'
import type { PayerKind } from './states.ts'

/** The days that are canceled together, and until when without a fee. Instants are ISO 8601, in UTC. */
export type AgreedEvent = { days: Day[]; freeUntil: string | null }

/** Everything somebody agreed to at the moment of registering, copied so that no later edit can change it. */
export type Agreement = {
  /** When the box was ticked. */
  at: string
  /** The policies as they were shown, in one text, and its SHA-256. `version` names each policy and when it was last saved. */
  terms: { version: string; hash: string; text: string }
  events: AgreedEvent[]
  /**
   * The events as they are since a session moved or a rule changed, with the latest moment until which each was ever free: what
   * was said once holds. Absent where nothing has changed.
   */
  since?: AgreedEvent[]
  /** IANA; the deadlines were printed in it. */
  timeZone: string
  /** For each day missed; null: no fee. */
  feePerDay: Cents | null
  /**
   * What somebody owes for a day without having canceled it: the day's share of the price or the fee, whichever is larger,
   * or both. Absent where it was agreed before there was a choice; then it is the first, which never costs more.
   */
  missedDay?: MissedDay
  /** Whether a colleague could come instead. */
  substitution: boolean
  price: { rate: 'member' | 'non-member' | 'none'; cents: Cents | null }
  payer: { kind: PayerKind; name: string; reason: string }
  /** A member guest's check; `due` is the last calendar day, `lastMailDay` the last day on which mail comes. */
  check: { cents: Cents; due: Day; lastMailDay: Day } | null
  /** `path`: where its page is, of a collaborative. */
  course: { title: string; slug: string; path?: string }
  locale: string
}
