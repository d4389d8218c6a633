import type { Credential } from '../kernel/payload-types.ts'
import type { ContactView } from '../contacts/view.ts'
import type { Day } from '../values/day.ts'
import type { Differ, EvidenceKind, LimitKind, Needed, PartKind } from './states.ts'

export type CredentialCard = {
  slug: string
  title: string
  summary: string
  stackName: string | null
  stackSize: number | null
}

export type PromptView = {
  title: string
  text: string
  questions: string[]
  wordLimit: number | null
  limitKind: LimitKind
  passing: string | null
  /** May be left out; then it is not judged. */
  optional?: boolean
}

export type EvidenceView = {
  title: string
  text: string
  /** `limitKind`: hard where nothing is said. */
  options: {
    text: string
    kind: EvidenceKind
    wordLimit: number | null
    maxMinutes: number | null
    limitKind?: LimitKind
  }[]
  mustShow: string[]
  note: string | null
  optional?: boolean
  /** Rows of the rubric it is scored on; none: all. */
  criteria?: string[]
  /** The level it has to reach, where it is another one than the rule's. */
  requiredLevel?: string | null
}

export type PartView = {
  number: number
  title: string
  kind: PartKind
  note: string | null
  prompts: PromptView[]
  evidence: EvidenceView[]
}

export type CredentialView = CredentialCard & {
  keyMethod: string
  components: { title: string; text: string }[]
  research: { citation: string; url: string | null; note: string | null }[]
  resources: { title: string; url: string | null }[]
  parts: PartView[]
  levels: string[]
  criteria: { name: string; levels: string[] }[]
  /** By level; null: 0 for the lowest, one more for each above. */
  levelPoints?: (number | null)[]
  /** `needed`: all where nothing is said; `atLeast`: so many criteria of each component, or points. */
  passRule: {
    passParts: number[]
    scoredPart: number | null
    requiredLevel: string | null
    note: string | null
    needed?: Needed
    atLeast?: number | null
  }
  /** Any level where nothing is said. */
  differ?: Differ
  /** What is confirmed about the work being one's own; null: our own words. */
  ownWork?: string | null
  attempts: number | null
  /** Business days. */
  reviewDays: number | null
  /** Business days after an answer in which it can be objected to; null: never. */
  appealDays?: number | null
  reviewers: 1 | 2
  /** How long the award holds; null: for good. */
  validMonths: number | null
  /** The last day, in the agency's zone; null: at any time. */
  submitUntil: Day | null
  graceMinutes: number
  /** How long the files of work that has ended are kept. */
  keepMonths: number
  /** What is confirmed about people who can be seen or heard; null: our own words. */
  consent: string | null
  /** What the badge is aligned to. */
  strategies: { name: string; slug: string }[]
  contacts: ContactView[]
  updatedAt: string
}

const texts = (rows: readonly { text: string }[] | null | undefined): string[] => (rows ?? []).map(({ text }) => text)

type Prompt = NonNullable<NonNullable<Credential['parts']>[number]['prompts']>[number]
type Evidence = NonNullable<NonNullable<Credential['parts']>[number]['evidence']>[number]

const promptView = ({ title, text, questions, wordLimit, limitKind, passing, optional }: Prompt): PromptView => ({
  title,
  text,
  questions: texts(questions),
  wordLimit: wordLimit ?? null,
  limitKind: limitKind ?? 'advisory',
  passing: passing ?? null,
  optional: optional ?? false,
})

const evidenceView = ({ title, text, options, mustShow, note, ...judged }: Evidence): EvidenceView => ({
  title,
  text,
  options: (options ?? []).map(({ text, kind, wordLimit, maxMinutes, limitKind }) => ({
    text,
    kind,
    wordLimit: wordLimit ?? null,
    maxMinutes: maxMinutes ?? null,
    limitKind: limitKind ?? 'hard',
  })),
  mustShow: texts(mustShow),
  note: note ?? null,
  optional: judged.optional ?? false,
  criteria: judged.criteria ?? [],
  requiredLevel: judged.requiredLevel?.trim() || null,
})

export const credentialCard = ({ slug, title, summary, stackName, stackSize }: Credential): CredentialCard => ({
  slug,
  title,
  summary,
  stackName: stackName ?? null,
  stackSize: stackSize ?? null,
})

export const credentialView = (
  credential: Credential,
  contacts: ContactView[],
  strategies: CredentialView['strategies'],
): CredentialView => ({
  ...credentialCard(credential),
  keyMethod: credential.keyMethod,
  components: (credential.components ?? []).map(({ title, text }) => ({ title, text })),
  research: (credential.research ?? []).map(({ citation, url, note }) => ({
    citation,
    url: url ?? null,
    note: note ?? null,
  })),
  resources: (credential.resources ?? []).map(({ title, url }) => ({ title, url: url ?? null })),
  parts: (credential.parts ?? []).map(({ number, title, kind, note, prompts, evidence }) => ({
    number,
    title,
    kind,
    note: note ?? null,
    prompts: (prompts ?? []).map(promptView),
    evidence: (evidence ?? []).map(evidenceView),
  })),
  levels: credential.levels.map(({ name }) => name),
  criteria: (credential.criteria ?? []).map(({ name, levels }) => ({ name, levels: texts(levels) })),
  passRule: {
    passParts: credential.passRule?.passParts ?? [],
    scoredPart: credential.passRule?.scoredPart ?? null,
    requiredLevel: credential.passRule?.requiredLevel ?? null,
    note: credential.passRule?.note ?? null,
    needed: credential.passRule?.needed ?? 'all',
    atLeast: credential.passRule?.atLeast ?? null,
  },
  levelPoints: credential.levels.map(({ points }) => points ?? null),
  differ: credential.differ ?? 'any',
  ownWork: credential.ownWork ?? null,
  attempts: credential.attempts ?? null,
  reviewDays: credential.reviewDays ?? null,
  appealDays: credential.appealDays ?? null,
  reviewers: credential.reviewers === '2' ? 2 : 1,
  validMonths: credential.validMonths ?? null,
  submitUntil: credential.submitUntil ?? null,
  graceMinutes: credential.graceMinutes,
  keepMonths: credential.keepMonths,
  consent: credential.consent ?? null,
  strategies,
  contacts,
  updatedAt: credential.updatedAt,
})
