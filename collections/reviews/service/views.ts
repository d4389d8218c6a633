import type { TeamKind } from '../../applications/form.ts'
import type { Due } from '../due.ts'
import type { Masked } from '../mask.ts'
import type { Day } from '../../values/day.ts'

// What a reviewer is given. Nothing in it says whose it is: no name, no address, no id of a person, of a submission or of a file.

/** Something to read, by a neutral name such as "Purposeful Collaboration, work 7F3A". */
export type Named = {
  kind: 'submission' | 'application'
  title: string
  label: string
  attempt: number
  /** 1 and 2: a reviewer; 3: decides where the two differ. */
  seat: number
  due: Due | null
}

/** Something to take. `handle`: what it is asked for by; `isSecond`: as many as are needed have scored it. */
export type QueueLine = Named & { handle: string; isSecond: boolean }

/** A review of one's own. `isOver`: somebody else may take it over now. `again`: why the lead gave it back. */
export type MyReview = Named & {
  review: string
  heldUntil: Temporal.Instant | null
  isOver: boolean
  again: string | null
}

export type Queue = { mine: MyReview[]; free: QueueLine[]; finished: MyReview[] }

/** A piece of evidence by its neutral name; `place` is where it is fetched. `seconds`: the length of a recording, where known. */
export type FileView = { name: string; place: string; type: string; seconds: number | null }

/** What was handed in for one item. A link leads to another website, which is named where it gives nobody away. */
export type HandedView = {
  text: Masked | null
  words: number
  /** The form the evidence takes, of several. */
  option: string | null
  files: FileView[]
  link: { host: string | null; place: string } | null
}

export type SlotView = {
  id: string
  criterion: string | null
  /** With what the rubric says of each. */
  levels: { name: string; text: string | null }[]
  required: string
  given: { level: string; comment: string } | null
}

/** What was handed in once, and what was said about it. */
export type JudgedVersion = {
  handed: HandedView
  comments: { criterion: string | null; level: string; comment: Masked }[]
}

export type ScoringItem = {
  key: string
  part: { number: number; title: string }
  title: string
  text: string
  questions: string[]
  mustShow: string[]
  note: string | null
  passing: string | null
  wordLimit: number | null
  handed: HandedView
  /** The version before, which fell short, and what was said about it. */
  before: JudgedVersion | null
  /** The attempts before that, the first first. */
  earlier: (JudgedVersion & { attempt: number })[]
  slots: SlotView[]
}

type Sheet = Named & {
  review: string
  isFinished: boolean
  heldUntil: Temporal.Instant | null
  again: string | null
  /** How many places were covered because they name the author. */
  covered: number
  /** For the lead only. */
  note: string
  /** Sentences to begin a comment with. */
  bank: string[]
}

export type WorkScoring = Sheet & {
  kind: 'submission'
  /** What the applicant changed since the last attempt. */
  changed: Masked | null
  items: ScoringItem[]
}

export type ApplicationScoring = Sheet & {
  kind: 'application'
  /** When it was sent as it is here. */
  sentAt: string
  /** What the applicant has changed since the review was begun. */
  changed: string[]
  team: { kind: TeamKind | null; size: number } | null
  jobTitle: Masked | null
  conditions: { text: string; answer: boolean | null }[]
  dates: { day: Day; can: boolean }[]
  minimum: number | null
  choices: string[]
  answers: { text: string; hint: string | null; wordLimit: number | null; answer: Masked; words: number | null }[]
  criteria: {
    place: string
    name: string
    text: string | null
    most: number
    given: { points: number | null; comment: string } | null
  }[]
}

export type AnyScoring = WorkScoring | ApplicationScoring
