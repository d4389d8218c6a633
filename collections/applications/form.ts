import type { Application } from '../kernel/payload-types.ts'
import type { Criterion, Question } from '../collaboratives/questions.ts'
import type { Day } from '../values/day.ts'
import type { Cents } from '../values/money.ts'
import type { Ineligibility } from './policy.ts'
import type { Choice } from './selection.ts'
import type { ApplicantKind } from './states.ts'

// What an application holds besides its flat fields: the shapes of its JSON.

/** A collaborative one can ask for, as it was shown. `places`: null where their number was not decided. */
export type Offered = { id: string; slug: string; name: string; price: Cents | null; places: number | null }

/** What the program asks of applicants; copied onto the application when it is sent, so that no later edit changes it. */
export type AskedForm = {
  applicant: ApplicantKind
  conditions: string[]
  /** The live dates, and how many of them at least; none where there is no minimum. */
  dates: Day[]
  minimum: number | null
  questions: Question[]
  criteria: Criterion[]
  offered: Offered[]
}

/** What the applicant said. `conditions` by place, null: nothing yet; `texts` by the place of the question, from '1'. */
export type FormAnswers = { conditions: (boolean | null)[]; dates: Day[]; texts: Record<string, string> }

export const TEAM_KIND_LABELS = {
  district: 'School district',
  lea: 'Local education agency (LEA)',
  sea: 'State education agency (SEA)',
}
export type TeamKind = keyof typeof TEAM_KIND_LABELS

export type Member = { name: string; email: string; jobTitle: string }
/** A team; its contact is the applicant. The people who take part may be named later. `kind`: null only in a draft. */
export type Team = { name: string; kind: TeamKind | null; members: Member[] }

/** What was accepted with the place; instants are ISO 8601, in UTC. */
export type AgreedPlace = {
  at: string
  collaborative: { id: string; slug: string; name: string }
  price: Cents | null
  minimum: number | null
  dates: Day[]
  timeZone: string
}

// The same, read from the document; it was checked when it was written.
export const choicesOf = ({ choices }: Pick<Application, 'choices'>): Choice[] => choices as Choice[]
export const teamOf = ({ team }: Pick<Application, 'team'>): Team | null => (team as Team | null | undefined) ?? null
export const askedOf = ({ asked }: Pick<Application, 'asked'>): AskedForm | null =>
  (asked as AskedForm | null | undefined) ?? null
export const answersOf = ({ answers }: Pick<Application, 'answers'>): FormAnswers => answers as unknown as FormAnswers
export const agreedPlaceOf = ({ agreed }: Pick<Application, 'agreed'>): AgreedPlace | null =>
  (agreed as AgreedPlace | null | undefined) ?? null

/** By what they answered themselves; none where the desk decided so, or where they may take part. */
export const reasonsOf = ({ reasons }: Pick<Application, 'reasons'>): Ineligibility[] =>
  (reasons as Ineligibility[] | null | undefined) ?? []

/** What an application is called at the desk: by its team, or by its person. */
export const applicantName = (application: Pick<Application, 'team' | 'name'>): string =>
  teamOf(application)?.name || application.name
