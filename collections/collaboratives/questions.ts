import type { LimitKind } from '../credentials/states.ts'
import type { QuestionKind } from './states.ts'

// What a program asks of those who apply.

export type Question = {
  text: string
  hint: string | null
  kind: QuestionKind
  isRequired: boolean
  wordLimit: number | null
  limitKind: LimitKind
  /** The answers to choose from; empty where it is not that kind. */
  choices: string[]
}

export type Criterion = { name: string; text: string | null; points: number }
