import type { Agreed, AgreementRow } from '../agreement.ts'
import type { Due } from '../due.ts'
import type { LeadRefusal, ReviewStatus } from '../states.ts'
import type { LackReason, SubmissionStatus } from '../../submissions/states.ts'
import type { LogEntry } from '../../staff/views.ts'
import type { AppealDecision } from '../../submissions/appeal.ts'
import type { ScoringItem } from './views.ts'

// What the lead is given. The lead knows whose work it is; reviewers do not.

/** One seat at a piece of work. `isOver`: its time is over, and somebody else may take it. */
export type SeatView = {
  seat: number
  reviewer: string
  status: ReviewStatus
  heldUntil: Temporal.Instant | null
  isOver: boolean
  scoredAt: Temporal.Instant | null
}

/** How far work in review has come. `blocked`: why it cannot be released; null: it can. */
export type Progress = { seats: SeatView[]; blocked: Exclude<LeadRefusal, 'not-found'> | null }

export type WorkLine = {
  id: string
  credential: string
  /** As reviewers know it. */
  label: string
  name: string
  status: SubmissionStatus
  attempt: number
  submittedAt: Temporal.Instant | null
  due: Due | null
  /** How many items lack something, found by the machine; null where it is not asked. */
  missing: number | null
  progress: Progress | null
  /** The person has objected, and nobody has decided. */
  hasAppeal: boolean
}

export type WorksView = {
  lines: Record<SubmissionStatus, WorkLine[]>
  /** How many there are, also where the list shows fewer. */
  counts: Record<SubmissionStatus, number>
  agreement: (Agreed & { credential: string; rows: AgreementRow[] })[]
}

/** One slot, and what each seat gave for it; `carried`: met in an earlier attempt. */
export type CompareRow = {
  id: string
  item: string
  title: string
  criterion: string | null
  required: string
  given: ({ level: string; comment: string } | null)[]
  isDiffering: boolean
  carried: { level: string; comment: string } | null
}

export type WorkDetail = WorkLine & {
  revision: number
  email: string
  employer: string | null
  cap: number | null
  allowed: number
  note: string | null
  deskNote: string | null
  consent: boolean
  lacks: { key: string; title: string; reason: LackReason }[]
  items: ScoringItem[]
  compare: { seats: number[]; rows: CompareRow[]; notes: { seat: number; note: string }[] }
  /** What a release would come to; null while it cannot be released. */
  outcome: { status: 'passed' | 'not-yet' | 'with-coach'; fellShort: string[] } | null
  attempts: { attempt: number; outcome: 'passed' | 'not-yet'; releasedAt: Temporal.Instant; fellShort: string[] }[]
  /** What the person objects to, and what was decided. */
  appeal: {
    at: Temporal.Instant
    text: string
    isOpen: boolean
    decision: AppealDecision | null
    why: string | null
  } | null
  /** Work of the same person for the same credential, such as was taken back. */
  others: { id: string; status: SubmissionStatus; attempts: number; label: string }[]
  log: LogEntry[]
}
