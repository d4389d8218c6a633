import type { Entry } from '../../transcripts/policy.ts'
import type { Outcome, Canceler, Gate, OrderState, Participation, PayerKind, Permission, Status } from '../states.ts'
import type { OwnForm } from '../../people/schema.ts'
import type { OrganizationChoice } from '../../organizations/view.ts'
import type { FieldErrors } from '../../kernel/outcome.ts'
import type { CourseRef, GroupView } from '../../courses/view.ts'
import type { ProgramPlace } from '../program-place.ts'
import type { MinimumView } from '../../attendance/minimum.ts'
import type { MissedDay } from '../../policies/states.ts'
import type { DayState } from '../../attendance/states.ts'
import type { AwardKind } from '../../awards/states.ts'
import type { CheckAmounts } from '../../deposits/amounts.ts'
import type { DepositState } from '../../deposits/states.ts'
import type { SessionLine, SessionView } from '../../sessions/view.ts'
import type { Cents } from '../../values/money.ts'
import type { Day } from '../../values/day.ts'
import type { AcceptanceView } from '../acceptance.ts'
import type { Agreement } from '../agreement.ts'
import type { Cancellation } from '../cancellation.ts'
import type { MoveView } from '../../staff/views.ts'

/** Why nobody can register for a session now. */
export type Closed = 'canceled' | 'past' | 'under-way' | 'not-open' | 'closed' | 'waitlist-full'

/** The policies one agrees to, as shown: HTML for the page, and the plain text whose hash is kept. */
export type Terms = {
  version: string
  hash: string
  text: string
  /** `numbers`: the rule's figures as sentences, part of what is accepted. */
  parts: { title: string; slug: string; html: string; numbers: string[] }[]
}

/** A prerequisite, and the sessions that would meet it before this one starts. */
export type GateView = GroupView & { unlocking: { course: CourseRef; sessions: SessionLine[] }[] }

export type CheckView = { cents: Cents; due: Day; lastMailDay: Day; isPast: boolean }

/** Everything the registration form shows before anything is filled in. */
export type FormView = {
  course: CourseRef & { memberRate: Cents | null; nonMemberRate: Cents | null; clockMinutes: number }
  session: SessionView
  /** Other sessions of the course that can still be had. */
  others: SessionLine[]
  closed: Closed | null
  /** People on the waitlist; somebody who registers now comes after them. */
  waiting: number
  organizations: OrganizationChoice[]
  prerequisites: GateView[]
  terms: Terms
  /** HTML of the policy on photographs and the mailing list; empty where there is none. */
  consents: string
  feePerDay: Cents | null
  missedDay: MissedDay
  substitution: boolean
  /** What a member guest has to send; null where no policy asks for it. */
  check: CheckView | null
  now: Temporal.Instant
}

/** What stands above the button: worked out from the answers, and copied when the button is pressed. */
export type Quote = {
  rate: 'member' | 'non-member' | 'none'
  /** null: on request. */
  cents: Cents | null
  payer: { kind: PayerKind; name: string; reason: string }
  check: CheckView | null
  /** Would get a seat now, would wait, or waits for a registrar's decision first. */
  outcome: Exclude<Outcome, 'held'>
  /** Place on the waitlist, counted from 1; null where there is a seat. */
  position: number | null
  /** Until when a purchase order is waited for; null where none is to come. */
  orderUntil: Temporal.Instant | null
}

export type Registered =
  | { ok: true; outcome: Outcome; receipt: string }
  /** 409: cannot be had (closed, canceled, gone) · 422: something to mend. */
  | { ok: false; status: 404 | 409 | 422; errors: FieldErrors }

/** What the page after registering may show. It is the same whether or not the person was registered before. */
export type ReceiptView = {
  outcome: Outcome
  course: CourseRef
  session: SessionView
  /** The address, shortened: "m…@example.org". */
  mailbox: string
}

/** What a person sees of their own registration. */
export type ManagedView = {
  id: string
  revision: number
  name: string
  email: string
  status: Status
  course: CourseRef
  session: SessionView
  agreed: Agreement
  cancellation: Cancellation
  days: { date: Day; state: DayState | null; minutes: number }[]
  participation: Participation
  payer: { kind: PayerKind; name: string; reason: string }
  order: { state: OrderState; number: string | null; dueAt: Temporal.Instant | null }
  deposit: {
    state: DepositState
    amounts: CheckAmounts
    dueOn: Day
    lastMailDay: Day
    /** Mail would come too late: it is brought along. */
    isToBring: boolean
    refundedOn: Day | null
  } | null
  hasLetter: boolean
  /** Of a member district, where one has to agree. */
  permission: { state: Permission; host: string; due: Temporal.Instant } | null
  offerUntil: Temporal.Instant | null
  /** The seat is held only until the mailbox has answered. */
  isMailboxAsked: boolean
  position: number | null
  gate: Gate
  gateReason: string | null
  canceled: { at: Temporal.Instant; by: Canceler; reason: string | null } | null
  consents: { mediaRelease: boolean; mailingList: boolean }
  /** Where a program asks for a minimum of live sessions. */
  minimum: MinimumView | null
  /** Where the seat came of a place in a program. */
  program: ProgramPlace | null
  /** The code of the certificate that was given for it. */
  award: string | null
  acceptance: AcceptanceView
  /** Until when the terms have to be accepted; null where they are, or need not be. */
  acceptBy: Temporal.Instant | null
  canSubstitute: boolean
  /** The days that can be handed on now. */
  handable: Day[]
  /** The colleague whose answer is waited for. `days` null: for the whole seat. */
  asked: { name: string; email: string; days: Day[] | null; until: Temporal.Instant } | null
  move: MoveView
}

/** What a colleague reads who was asked to come instead, before they answer. */
export type InvitationView = {
  revision: number
  /** Who asks, and who is asked. */
  from: string
  name: string
  course: CourseRef
  session: SessionView
  days: Day[]
  /** The seat itself, and not days of it. */
  isWhole: boolean
  until: Temporal.Instant
  /** Exactly what will be kept. */
  agreed: Agreement
  paysOneself: boolean
  payer: string
  events: { days: Day[]; freeUntil: Temporal.Instant | null; isFree: boolean }[]
}

/** Everything one mailbox has with us; where it is an office's or a family's, of each of them. */
export type MyView = PersonalView & {
  email: string
  others: PersonalView[]
  /** Employers somebody can choose. */
  organizations: OrganizationChoice[]
}

/** Everything one person has with us. */
export type PersonalView = {
  name: string
  registrations: {
    token: string
    status: Status
    course: CourseRef
    session: SessionLine
    /** Minutes that were attended; null: nothing was. */
    minutes: number | null
  }[]
  /** What was attended, the earliest first. */
  record: Entry[]
  /** What they can correct of themselves, as it was when `shown`. */
  own: OwnForm & { shown: string }
  /** Circles of courses that were attended, by slug, with the number of courses. */
  circles: { slug: string; courses: number }[]
  applications: OwnEntry[]
  works: OwnEntry[]
  awards: OwnAward[]
}

/** An application, or work for a micro-credential, with the way to it. `at`: when it was begun or sent. */
export type OwnEntry = { path: string; title: string; status: string; at: Temporal.Instant }

/** What a person's own page says of an award of theirs. */
export type OwnAward = {
  code: string
  kind: AwardKind
  title: string
  awardedAt: Temporal.Instant
  isRevoked: boolean
  /** null: there is nothing to choose, as a certificate of attendance always names its holder. */
  showsName: boolean | null
}
