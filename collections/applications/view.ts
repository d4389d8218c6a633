import type { ContactView } from '../contacts/view.ts'
import type { ApplicationWindow } from '../collaboratives/states.ts'
import type { LinkRefusal } from '../kernel/outcome.ts'
import type { Day, Time } from '../values/day.ts'
import type { Timeliness } from '../values/grace.ts'
import type { Cents } from '../values/money.ts'
import type { AgreedPlace, AskedForm, FormAnswers, Member, TeamKind } from './form.ts'
import type { Lacking } from './lacking.ts'
import type { Ineligibility } from './policy.ts'
import type { PaperKind, Papers } from './papers.ts'
import type { Leaving } from './withdrawal.ts'
import type { AnswerRefusal, ApplicationStatus, ChoiceState, SubmitRefusal } from './states.ts'

/** A collaborative that can be asked for, as one who chooses needs it. */
export type OfferedPlace = {
  slug: string
  name: string
  summary: string
  price: Cents | null
  /** Places in all, and those nobody holds; null where their number was not decided. */
  places: number | null
  left: number | null
  /** Whether it can be asked for now. */
  isOpen: boolean
}

export type LiveDate = { date: Day; startTime: Time; endTime: Time; timeZone: string }

/** What one can apply for, and what is asked. */
export type ProgramView = {
  slug: string
  name: string
  program: string | null
  summary: string
  timeZone: string
  window: ApplicationWindow
  /** Whether this application can be sent now; a draft may have a little longer than the window. */
  timeliness: Timeliness | 'not-open'
  opensAt: Temporal.Instant | null
  closesAt: Temporal.Instant | null
  graceMinutes: number
  sessions: LiveDate[]
  minimum: number | null
  /** Everything that is applied for together; the one whose page it is comes first. */
  offered: OfferedPlace[]
  asked: AskedForm
  organizations: { id: string; name: string; member: boolean }[]
  contact: ContactView | null
}

/** What applying led to. `receipt` opens the page that says what comes next. */
export type Applied =
  | { ok: true; receipt: string }
  /** 409: it cannot be taken any more · 422: something to mend. */
  | { ok: false; status: 404 | 409 | 422; errors: Lacking }

/** The same for every mailbox, whatever it applied for before. */
export type AppliedView = { outcome: 'saved' | 'sent' | 'ineligible'; slug: string; name: string; mailbox: string }

export type OfferView = { until: Temporal.Instant; agreed: AgreedPlace }

/** One's own application. */
export type ApplicationView = {
  id: string
  revision: number
  status: ApplicationStatus
  program: ProgramView
  name: string
  email: string
  phone: string
  organization: { id: string; name: string } | null
  employer: string
  jobTitle: string
  teamName: string
  teamKind: TeamKind | ''
  members: Member[]
  choices: { slug: string; name: string; state: ChoiceState; until: Temporal.Instant | null }[]
  /** What was asked: as it was when it was sent, and as it is while it is a draft. */
  asked: AskedForm
  answers: FormAnswers
  reasons: Ineligibility[]
  submittedAt: Temporal.Instant | null
  /** When it was sent as it is now, where it was changed. */
  changedAt: Temporal.Instant | null
  answeredAt: Temporal.Instant | null
  /** Why it was declined or taken back, in the applicant's words; why the desk decided that it is not eligible, in the desk's. */
  reason: string | null
  /** The place that is held for them, or theirs. */
  place: { slug: string; name: string } | null
  offer: OfferView | null
  agreed: AgreedPlace | null
  /** The days of a person who takes part, each with the link to change it. */
  registrations: { session: string; day: Day; token: string }[]
  /** Whether a draft can be sent, or what was sent can be changed by sending it again. */
  canSend: boolean
  /** What taking it back means now. */
  leaving: Leaving
  /** What is owed for the place, also after it was given up. */
  owed: Cents
  canName: boolean
  /** What a team sends before it takes part; null for whoever has nothing to send. */
  papers: { until: Temporal.Instant | null; missing: PaperKind[]; sent: Papers | null; hasAgreement: boolean } | null
}

/** Why something asked for through the link to an application is not done. */
export type ApplicationRefusal =
  LinkRefusal | SubmitRefusal | AnswerRefusal | 'changed-meanwhile' | 'terms-changed' | 'not-possible'

export type ApplicationDone<Value = object> =
  | ({ ok: true } & Value)
  | { ok: false; refusal: ApplicationRefusal }
  /** Something to mend, by field. */
  | { ok: false; errors: Lacking }
