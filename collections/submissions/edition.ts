import type { Submission } from '../kernel/payload-types.ts'
import type { CredentialView } from '../credentials/view.ts'
import type { Scores } from './scores.ts'
import { itemsOf, type Handed, type Item } from './parts.ts'
import type { Judged } from './policy.ts'

const EDITION_FIELDS = [
  'slug',
  'title',
  'summary',
  'keyMethod',
  'parts',
  'levels',
  'criteria',
  'passRule',
  'levelPoints',
  'differ',
  'ownWork',
  'attempts',
  'reviewDays',
  'appealDays',
  'reviewers',
  'validMonths',
  'submitUntil',
  'graceMinutes',
  'keepMonths',
  'consent',
  'strategies',
] as const satisfies readonly (keyof CredentialView)[]

/** The credential as it was when the work was begun: everything that says what is asked and how it is judged. */
export type Edition = Pick<CredentialView, (typeof EDITION_FIELDS)[number]>

export const editionFrom = (view: CredentialView): Edition =>
  Object.fromEntries(EDITION_FIELDS.map((name) => [name, view[name]])) as Edition

/** By the keys of items. */
export type Answers = Readonly<Record<string, Handed>>

/** One attempt that was judged; instants are ISO 8601, in UTC. `scores` and comments are what the person was told. */
export type Version = {
  attempt: number
  submittedAt: string
  answers: Answers
  note: string
  outcome: 'passed' | 'not-yet'
  scores: Scores
  judged: Judged
  releasedAt: string
}

/** What a submission holds: what is asked, item by item, what was handed in, and how it was judged. */
export type Contents = {
  edition: Edition
  items: Item[]
  answers: Answers
  judged: Judged
  versions: readonly Version[]
}

type Stored = Pick<Submission, 'edition' | 'answers' | 'judged' | 'versions'>

/** The same, read from the JSON of the document; it was checked when it was written. */
export const contentsOf = ({ edition, answers, judged, versions }: Stored): Contents => {
  const stored = edition as unknown as Edition
  return {
    edition: stored,
    items: itemsOf(stored.parts),
    answers: answers as unknown as Answers,
    judged: judged as unknown as Judged,
    versions: versions as unknown as Version[],
  }
}
