import type { DayState } from '../../attendance/states.ts'
import type { DepositState } from '../../deposits/states.ts'
import type { OwnEntry } from '../../registrations/service/view.ts'
import type { JoinRefusal } from '../joining.ts'
import type { PersonKnown, PersonSeat } from '../../staff/people.ts'
import type { ChargeEntry, LogEntry, MessageEntry } from '../../staff/views.ts'
import type { Day } from '../../values/day.ts'
import type { Cents } from '../../values/money.ts'

// What the desk shows of a person: everything, in one place.

/** A registration with what became of its days. `minutes`: those attended. */
export type PersonRegistration = PersonSeat & {
  isComing: boolean
  days: { date: Day; state: DayState }[]
  minutes: number
  check: { state: DepositState; cents: Cents; number: string | null } | null
}

export type Consent = { given: boolean; at: Temporal.Instant | null }

export type PersonDetail = PersonKnown & {
  /** When it was last changed: a correction is of what was shown. */
  shown: string
  jobTitle: string | null
  address: string | null
  /** The organization of the list, by id; '' where the employer is none. */
  organization: string
  /** The employer in words, where it is not on the list. */
  typedEmployer: string
  /** The record this one was joined into; null: it stands for itself. */
  joinedInto: PersonKnown | null
  /** Records that were joined into this one. */
  joined: (PersonKnown & { at: Temporal.Instant | null })[]
  /** Other people who are written to at the same address. */
  sharing: PersonKnown[]
  registrations: PersonRegistration[]
  /** Attended in all. */
  minutes: number
  charges: ChargeEntry[]
  statements: { number: string; balanceCents: Cents; isOpen: boolean }[]
  applications: (OwnEntry & { id: string })[]
  works: (OwnEntry & { id: string })[]
  awards: { id: string; title: string; at: Temporal.Instant; isRevoked: boolean }[]
  consents: { mediaRelease: Consent; mailingList: Consent }
  messages: MessageEntry[]
  log: LogEntry[]
}

/** What a record has, in numbers, before it is joined into another. */
export type JoinSide = PersonKnown & {
  registrations: number
  days: number
  minutes: number
  awards: number
  applications: number
  works: number
  lines: number
}

/** Two records before they are joined: `from` goes into `into`. */
export type JoinView = { from: JoinSide; into: JoinSide; refusal: JoinRefusal | null }
