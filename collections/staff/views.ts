import type { MinimumStanding, MinimumView } from '../attendance/minimum.ts'
import type { Evidence } from '../attendance/policy.ts'
import type { DayState, FeeState } from '../attendance/states.ts'
import type { CircleView } from '../circles/view.ts'
import type { CourseRef } from '../courses/view.ts'
import type { DepositState } from '../deposits/states.ts'
import type { FieldErrors } from '../kernel/outcome.ts'
import type { MessageState } from '../messages/states.ts'
import type { Preparing } from './preparing.ts'
import type { CheckLine } from './check-views.ts'
import type { AcceptanceView } from '../registrations/acceptance.ts'
import type { Agreement } from '../registrations/agreement.ts'
import type { Cancellation } from '../registrations/cancellation.ts'
import type { MoveRefusal } from '../registrations/moving.ts'
import type { Canceler, Gate, OrderState, Participation, Permission, Status } from '../registrations/states.ts'
import type { SessionLine, SessionView } from '../sessions/view.ts'
import type { MessageKind } from '../templates/states.ts'
import type { Day } from '../values/day.ts'
import type { Cents } from '../values/money.ts'

// What the pages of the desk are given: never a document, only what they show.

/** What a session is a run of; a collaborative has no page of courses. */
export type ParentView = { title: string; slug: string | null; circles: CircleView[] }

/** `sharing`: of those with a seat, how many come on days of somebody else's. */
export type StatusCounts = Record<Status, number> & { sharing: number }

/** A session as a line of the desk. */
export type DeskSession = {
  id: string
  parent: ParentView
  line: SessionLine
  counts: StatusCounts
  /** Seats nobody holds, also while others wait; null: no limit. */
  free: number | null
}

/** One day of a session, and how far its recording is. `expected`: people who have a seat. */
export type DeskDay = {
  date: Day
  isCalledOff: boolean
  isToday: boolean
  hasCome: boolean
  isOver: boolean
  minutes: number
  counts: Record<DayState, number>
  expected: number
  unrecorded: number
}

export type DayMark = { state: DayState; minutes: number; note: string | null; feeState: FeeState }

/** A person on the roster. */
export type RosterLine = {
  id: string
  revision: number
  name: string
  email: string
  status: Status
  participation: Participation
  employer: string
  jobTitle: string | null
  /** What tells them from somebody of the same name on this list. */
  apart: string | null
  /** May be photographed and recorded. */
  mediaRelease: boolean
  gate: Gate
  order: OrderState
  check: DepositState | null
  /** Of a member district, where one has to agree. */
  permission: Permission | null
  /** 'asked': the terms are not accepted yet. */
  acceptance: AcceptanceView['how']
  /** Comes on days of somebody else's seat. */
  isSharing: boolean
  /** Takes part by a place in a program, which decides who pays. */
  isByPlace: boolean
  needs: string | null
  note: string | null
  /** Place on the waitlist, from 1. */
  position: number | null
  offerUntil: Temporal.Instant | null
  canceled: { at: Temporal.Instant; by: Canceler; reason: string | null } | null
  /** Where a program asks for a minimum of live sessions. */
  minimum: MinimumStanding | null
  /** By date; nothing is said about the days that are missing. */
  days: Record<Day, DayMark>
}

export type RosterView = {
  session: DeskSession
  days: DeskDay[]
  preparing: Preparing
  people: Record<Status, RosterLine[]>
  /** How many are on the roster in all, also where a search shows fewer. */
  all: number
}

export type DoorView = {
  session: DeskSession
  day: DeskDay
  /** Everybody who has a seat, by name. */
  people: RosterLine[]
  /** How many there are when nothing is searched for. */
  all: number
  /** People on the waitlist or with an offer who match the search, in the order of the waitlist. */
  waiting: RosterLine[]
  waitingCount: number
}

/** A proposed no-show fee with the evidence beside it. */
export type FeeCase = {
  id: string
  revision: number
  registration: string
  name: string
  date: Day
  session: { id: string; title: string }
  zone: string
  state: FeeState
  cents: Cents
  evidence: Evidence | null
  note: string | null
  reason: string | null
  participation: Participation
  payer: string
  check: DepositState | null
}

/** A prerequisite somebody has to look at. */
export type GateCase = {
  registration: string
  revision: number
  name: string
  status: Status
  gate: Gate
  statement: string | null
  session: { id: string; title: string; startsAt: Temporal.Instant; zone: string }
  /** The courses asked for, and those our records show as attended. */
  prerequisites: string[]
  attended: string[]
  askedAt: Temporal.Instant
}

/** A member district's permission or promise that somebody has to look at, or that is waited for. */
export type PermissionCase = {
  registration: string
  revision: number
  name: string
  status: Status
  participation: Participation
  state: Permission
  host: string
  letter: string | null
  session: { id: string; title: string; startsAt: Temporal.Instant; zone: string }
  since: Temporal.Instant
  /** What a refusal would do to the place now. */
  refusal: 'ends' | 'person-pays' | 'stays'
}

/** Somebody the desk added who has not accepted the terms, or a colleague who was asked to come instead (`holder` asks). */
export type TermsCase = {
  registration: string
  name: string
  holder: string | null
  session: { id: string; title: string; startsAt: Temporal.Instant; zone: string }
  until: Temporal.Instant | null
}

export type CasesView = {
  fees: FeeCase[]
  approved: FeeCase[]
  gates: GateCase[]
  permissions: PermissionCase[]
  terms: TermsCase[]
}

/** Another date somebody could move to. `course`: of another course that counts as theirs; null: the same. */
export type MoveChoice = {
  session: SessionView
  course: CourseRef | null
  refusal: MoveRefusal | null
  /** Until when it could be canceled there, free of charge; null: always. */
  freeUntil: Temporal.Instant | null
}

/** `refusal`: why nobody is moved now. Without choices there is nothing to say of it. */
export type MoveView = { refusal: MoveRefusal | null; choices: MoveChoice[] }

/** A registration as the desk sees it, with all that is known about it. */
export type RegistrationDetail = {
  line: RosterLine
  /** The id of whose it is. */
  person: string
  revision: number
  session: DeskSession
  days: {
    date: Day
    isCalledOff: boolean
    hasCome: boolean
    whole: number
    mark: DayMark | null
    feeCents: Cents | null
  }[]
  minimum: MinimumView | null
  /** The awards that were given for it, the latest first. */
  awards: { id: string; title: string }[]
  cancellation: Cancellation
  phone: string | null
  jobTitle: string | null
  host: string | null
  sponsor: { name: string; email: string | null; address: string | null } | null
  payer: { name: string; email: string | null; reason: string; isPerson: boolean }
  order: { state: OrderState; number: string | null; dueAt: Temporal.Instant | null }
  gate: { state: Gate; statement: string | null; reason: string | null }
  agreed: Agreement
  acceptance: AcceptanceView
  acceptBy: Temporal.Instant | null
  /** Days that can be handed on now, and the colleague who is asked. */
  handable: Day[]
  asked: { name: string; email: string; days: Day[] | null; until: Temporal.Instant } | null
  /** What is known of how they take part, as the form that corrects it shows it. */
  known: Record<
    'participation' | 'organization' | 'employer' | 'host' | 'sponsor' | 'sponsorName' | 'sponsorEmail',
    string
  >
  /** The other dates, with what is against each. */
  move: MoveView
  /** Whose seat it is a day of. */
  sharesSeatOf: string | null
  consents: { mediaRelease: boolean; mailingList: boolean }
  registeredAt: Temporal.Instant
  source: string
  letter: { id: string; name: string; bytes: number } | null
  permission: { state: Permission; at: Temporal.Instant | null; reason: string | null } | null
  /** What a refused permission would do to the place now. */
  afterRefusal: 'ends' | 'person-pays' | 'stays'
  check: CheckLine | null
  charges: ChargeEntry[]
  messages: MessageEntry[]
  log: LogEntry[]
}

/** A line of money; `invoice`: the number of the statement it is on. */
export type ChargeEntry = {
  id: string
  title: string
  bookedOn: Day
  cents: Cents
  payerName: string
  invoice: string | null
}

export type MessageEntry = { id: string; kind: MessageKind; subject: string; state: MessageState; at: Temporal.Instant }

/** Something that was done, by whom and why. */
export type LogEntry = { id: string; at: Temporal.Instant; summary: string; actor: string; reason: string | null }

/** What could not be sent, the newest first; `all` counts those that are not shown too, `waiting` what is still to be sent. */
export type OutboxView = {
  failed: {
    id: string
    subject: string
    to: string
    lastError: string | null
    attempts: number
    writtenAt: Temporal.Instant
  }[]
  all: number
  waiting: number
}

/**
 * The outcome of anything done at the desk; a sentence for whoever did it where it was not done. `asks`: it can be done once
 * somebody says that the amount is right.
 */
export type StaffDone =
  { ok: true } | { ok: false; message: string; status: 404 | 409 | 422; asks?: true; errors?: FieldErrors }
