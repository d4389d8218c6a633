import type { Readings } from '../../reviews/points.ts'
import type { Member, TeamKind } from '../form.ts'
import type { Billing, PaperKind } from '../papers.ts'
import type { Balance, RankedBy } from '../selection.ts'
import type { ApplicantKind, ApplicationStatus, ChoiceState } from '../states.ts'
import type { ApplicationWindow } from '../../collaboratives/states.ts'
import type { Status } from '../../registrations/states.ts'
import type { SelectionState } from '../../selections/states.ts'
import type { MessageKind } from '../../templates/states.ts'
import type { Day } from '../../values/day.ts'
import type { Cents } from '../../values/money.ts'
import type { ChargeEntry, LogEntry, MessageEntry } from '../../staff/views.ts'

// What the pages about applications are given: never a document, only what they show.

/** Places of one collaborative. `places`: null where their number was not decided. */
export type PlacesView = { id: string; slug: string; name: string; places: number | null; held: number; wanted: number }

/** One call, as a line: when one can apply, who did, which places are left, and what waits for the desk. */
export type CallLine = {
  call: string
  title: string
  applicant: ApplicantKind
  window: ApplicationWindow
  appliesUntil: Day | null
  state: SelectionState
  counts: Record<ApplicationStatus, number>
  collaboratives: PlacesView[]
  waits: CallWaits
}

/**
 * What waits for somebody at the desk. `toEnroll`: teams whose papers are here; `papers`: teams whose papers are not. Both with how
 * long the first of them has waited.
 */
export type CallWaits = {
  toScore: number
  toEnroll: number
  enrollSince: Temporal.Instant | null
  papers: number
  papersSince: Temporal.Instant | null
  leaving: number
  offers: number
  canRelease: boolean
  toClose: boolean
}

export type ChoiceView = { id: string; name: string; state: ChoiceState }

/** Somebody in the ranking. `next`: what would be decided now, or was. */
export type RankedRow = {
  id: string
  rank: number | null
  by: RankedBy | null
  name: string
  contact: string
  organization: string
  kind: string
  status: ApplicationStatus
  score: number | null
  isByHand: boolean
  /** On how many reviews of how many the score rests, and how far they are apart; null: on none. */
  readings: (Readings & { of: number }) | null
  submittedAt: Temporal.Instant | null
  choices: ChoiceView[]
  place: string | null
  offerUntil: Temporal.Instant | null
  next: string | null
}

export type CallView = CallLine & {
  zone: string
  releasedAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
  /** Tells what closing the selection would do from anything else it may come to do. */
  closing: string
  rows: RankedRow[]
  /** All there are, where a filter shows fewer. */
  all: number
  organizations: string[]
  kinds: string[]
  /** Districts whose teams hold more places than one. */
  twice: { name: string; places: { id: string; name: string; place: string }[] }[]
  balance: { organizations: Balance[]; kinds: Balance[] }
}

export type RowFilter = { status: string; organization: string; kind: string }

/** One message a release sends. */
export type ReleaseLine = { id: string; name: string; email: string; kind: MessageKind; about: string }

/** Everything a release would send; `seal` tells it apart from any other. */
export type ReleaseView = {
  call: string
  title: string
  zone: string
  state: SelectionState
  isOpen: boolean
  lines: ReleaseLine[]
  toScore: number
  seal: string
}

export type ReviewLine = { reviewer: string; sum: number | null; of: number; comments: string[] }

/** What can be done with an application as it stands. */
export type DeskActions = {
  score: boolean
  ineligible: boolean
  lookAgain: boolean
  offer: ChoiceView[]
  takeBack: boolean
  withdraw: boolean
  keep: boolean
  papers: boolean
  enroll: boolean
  price: boolean
}

/** The papers of a team that accepted: since when it waits, until when, and what came. */
export type PapersView = {
  since: Temporal.Instant
  until: Temporal.Instant | null
  missing: PaperKind[]
  purchaseOrder: string
  billing: Billing | null
  agreement: { id: string; name: string } | null
}

export type ApplicationCase = {
  id: string
  revision: number
  call: { key: string; title: string }
  zone: string
  title: string
  applicant: ApplicantKind
  status: ApplicationStatus
  person: { name: string; email: string; phone: string | null; jobTitle: string | null }
  organization: string
  team: { name: string; kind: TeamKind | null; members: Member[] } | null
  submittedAt: Temporal.Instant | null
  choices: ChoiceView[]
  standing: string | null
  score: number | null
  scoreReason: string | null
  place: string | null
  offerUntil: Temporal.Instant | null
  reason: string | null
  ineligible: string[]
  conditions: { text: string; answer: boolean | null }[]
  dates: { date: Day; canAttend: boolean }[]
  minimum: number | null
  answers: { question: string; answer: string; words: number | null }[]
  /** What was sent before it was changed, the last first. */
  earlier: {
    sentAt: Temporal.Instant
    until: Temporal.Instant
    conditions: { text: string; answer: boolean | null }[]
    dates: { date: Day; canAttend: boolean }[]
    minimum: number | null
    answers: { question: string; answer: string; words: number | null }[]
  }[]
  price: Cents | null
  isPriceOpen: boolean
  /** What is owed for the place, or was when they asked to leave. */
  owed: Cents
  /** They asked to leave and wait for a decision. */
  leaving: { at: Temporal.Instant; reason: string | null } | null
  purchaseOrder: string | null
  papers: PapersView | null
  charges: ChargeEntry[]
  registrations: { id: string; name: string; session: { id: string; startsOn: Day | null }; status: Status }[]
  reviews: ReviewLine[]
  messages: MessageEntry[]
  log: LogEntry[]
  note: string | null
  actions: DeskActions
}
