import type { CredentialView } from '../credentials/view.ts'
import type { OrganizationChoice } from '../organizations/view.ts'
import type { FieldErrors, LinkRefusal } from '../kernel/outcome.ts'
import type { LimitKind } from '../credentials/states.ts'
import type { Timeliness } from '../values/grace.ts'
import type { AppealDecision } from './appeal.ts'
import type { Edition } from './edition.ts'
import type { Handed, Item, Lack } from './parts.ts'
import type { ChangeRefusal, SubmissionRefusal, SubmissionStatus } from './states.ts'

/** What the page shows before anybody begins. */
export type BeginView = {
  credential: CredentialView
  /** The last moment to send; null: at any time. */
  deadline: Temporal.Instant | null
  isClosed: boolean
  /** By when an answer would come if it were sent now; null: nobody promises one. */
  answerDue: Temporal.Instant | null
  organizations: OrganizationChoice[]
  zone: string
}

export type Begun =
  | { ok: true; receipt: string }
  /** 409: cannot be begun any more · 422: something to mend. */
  | { ok: false; status: 404 | 409 | 422; errors: FieldErrors }

/** What was judged of an item, in the words of whoever judged it. */
export type JudgedLine = { criterion: string | null; level: string; comment: string; isReached: boolean }

export type OwnFile = { id: string; name: string; bytes: number; seconds: number | null }

export type ItemView = {
  item: Item
  handed: Handed
  /** Stands for what is kept of it, without its files: a save says which one it was written over. */
  stamp: string
  /** All that was added, and what of it belongs to the form that is chosen. */
  files: OwnFile[]
  sentFiles: OwnFile[]
  standing: 'met' | 'not-yet' | null
  isOpen: boolean
  /** From the last time it was judged; empty where it never was. */
  judged: JudgedLine[]
  /** What was handed in the last time it was judged; null where it never was. */
  before: { handed: Handed; files: OwnFile[]; attempt: number } | null
  /** The attempts before that, with what was said about them, the first first. */
  earlier: { attempt: number; handed: Handed; files: OwnFile[]; judged: JudgedLine[] }[]
  lack: Lack | null
  /** Whom a colleague’s link went to, where a colleague writes it; null: nobody was asked. */
  colleague: { name: string; email: string; isGiven: boolean } | null
  /** Where the text or the name of a file names whoever wrote it. */
  names: string[]
  /** The text as a reader gets it; null: there is none. */
  asRead: AsRead | null
}

/** A text as a reader gets it. `found`: how many places are covered. */
export type AsRead = { text: string; found: number }

/** What somebody sees of their own work. */
export type WorkView = {
  id: string
  revision: number
  status: SubmissionStatus
  name: string
  email: string
  credential: Edition
  items: ItemView[]
  note: string
  noteAsRead: AsRead | null
  noteStamp: string
  /** Words the person asked to have covered besides, one on each line. */
  covers: string
  deskNote: string | null
  timeliness: Timeliness
  deadline: Temporal.Instant | null
  /** The last moment of the grace; null without a deadline. */
  graceUntil: Temporal.Instant | null
  attempts: { made: number; left: number | null }
  /** Why it cannot be sent now, without the consent that is given with sending; null: it can. */
  refusal: SubmissionRefusal | null
  /** What whoever can be seen or heard in the evidence has agreed to, as it would be confirmed. */
  consentText: string
  consent: { at: Temporal.Instant; text: string } | null
  showsName: boolean
  submittedAt: Temporal.Instant | null
  dueAt: Temporal.Instant | null
  answeredAt: Temporal.Instant | null
  /** One objection: until when it can be made, and what became of it. */
  appealUntil: Temporal.Instant | null
  appeal: { at: Temporal.Instant; text: string; decision: AppealDecision | null; why: string | null } | null
  /** What is different in the credential now, where the work can go over to it; null: nothing. */
  repaired: string[] | null
  /** The public page of what it earned; null: nothing yet. */
  award: string | null
  zone: string
}

/** What a colleague sees who was asked for feedback. */
export type FeedbackView = {
  credential: string
  owner: string
  colleague: string
  title: string
  text: string
  mustShow: string[]
  wordLimit: number | null
  limitKind: LimitKind
  written: string
  isGiven: boolean
  /** While the work has not been sent. */
  canWrite: boolean
}

/** Why something asked for through a link is not done. */
export type WorkRefusal =
  LinkRefusal | ChangeRefusal | SubmissionRefusal | 'changed-meanwhile' | 'no-consent' | 'own-mailbox'

export type WorkDone<Value = object> = ({ ok: true } & Value) | { ok: false; refusal: WorkRefusal }

/** What another page saved in the meantime: its text, and the stamp to save over it knowingly. */
export type Conflict = { key: string; text: string; stamp: string }

/** What was saved: new stamps by item ('note' for the note), and what was not because another page was first. */
export type Saved = {
  stamps: Readonly<Record<string, string>>
  conflicts: readonly Conflict[]
  at: Temporal.Instant
  zone: string
}
