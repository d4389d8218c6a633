import type { Collaborative } from '../kernel/payload-types.ts'
import type { Criterion, Question } from './questions.ts'
import type { MinimumRule } from '../attendance/minimum.ts'
import type { ContactView } from '../contacts/view.ts'
import type { SessionLine } from '../sessions/view.ts'
import type { Day } from '../values/day.ts'
import type { Cents } from '../values/money.ts'
import { applicationWindow, applyingOf } from './policy.ts'
import type { ApplicationWindow, CollaborativeKind } from './states.ts'

export type CollaborativeCard = {
  id: string
  slug: string
  name: string
  kind: CollaborativeKind
  program: string | null
  summary: string
  /** Teams or persons, by kind; null: limited, but by no fixed number. */
  capacity: number | null
  /** For a whole team or one person, by kind; null: on request; 0: no charge. */
  price: Cents | null
  opensOn: Day | null
  appliesUntil: Day | null
  timeZone: string
  window: ApplicationWindow
}

export type CollaborativeView = CollaborativeCard & {
  notice: string | null
  /** HTML. */
  story: string
  outcomes: { title: string | null; text: string }[]
  audience: string | null
  eligibility: string[]
  commitments: string[]
  minimumSessions: number | null
  onCanceled: MinimumRule['onCanceled']
  makeUps: number
  conditions: string[]
  questions: Question[]
  criteria: Criterion[]
  /** Business hours. */
  offerHours: number
  graceMinutes: number
  placesNote: string | null
  sessions: SessionLine[]
  contacts: ContactView[]
  updatedAt: string
}

export const collaborativeCard = (one: Collaborative, now: Temporal.Instant): CollaborativeCard => {
  const applying = applyingOf(one)
  return {
    id: one.id,
    slug: one.slug,
    name: one.name,
    kind: one.kind,
    program: one.program ?? null,
    summary: one.summary,
    capacity: one.capacity ?? null,
    price: one.price ?? null,
    ...applying,
    window: applicationWindow(applying, now),
  }
}

const texts = (rows: readonly { text: string }[] | null | undefined): string[] => (rows ?? []).map(({ text }) => text)

type Asked = NonNullable<Collaborative['questions']>[number]

const question = ({ text, hint, kind, required, wordLimit, limitKind, choices }: Asked): Question => ({
  text,
  hint: hint ?? null,
  kind,
  isRequired: required !== false,
  wordLimit: kind === 'text' ? (wordLimit ?? null) : null,
  limitKind: limitKind ?? 'hard',
  choices:
    kind === 'choice'
      ? (choices ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
      : [],
})

/** What applicants are asked, in order. */
export const questionsOf = ({ questions }: Pick<Collaborative, 'questions'>): Question[] =>
  (questions ?? []).map(question)

type Around = { now: Temporal.Instant; story: string; sessions: SessionLine[]; contacts: ContactView[] }

export const collaborativeView = (one: Collaborative, { now, ...around }: Around): CollaborativeView => ({
  ...collaborativeCard(one, now),
  ...around,
  notice: one.notice ?? null,
  outcomes: (one.outcomes ?? []).map(({ title, text }) => ({ title: title ?? null, text })),
  audience: one.audience ?? null,
  eligibility: texts(one.eligibility),
  commitments: texts(one.commitments),
  minimumSessions: one.minimumSessions ?? null,
  onCanceled: one.onCanceled,
  makeUps: one.makeUps,
  conditions: texts(one.conditions),
  questions: questionsOf(one),
  criteria: (one.criteria ?? []).map(({ name, text, points }) => ({ name, text: text ?? null, points })),
  offerHours: one.offerHours,
  graceMinutes: one.graceMinutes,
  placesNote: one.placesNote ?? null,
  updatedAt: one.updatedAt,
})
