import type { ContactView } from '../contacts/view.ts'
import type { EvidenceKind, LimitKind, PartKind } from './states.ts'

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
}

export type EvidenceView = {
  title: string
  text: string
  options: { text: string; kind: EvidenceKind; wordLimit: number | null; maxMinutes: number | null }[]
  mustShow: string[]
  note: string | null
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
  passRule: { passParts: number[]; scoredPart: number | null; requiredLevel: string | null; note: string | null }
  attempts: number | null
  reviewDays: number | null
  contacts: ContactView[]
  updatedAt: string
}
