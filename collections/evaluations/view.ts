import type { Day } from '../values/day.ts'
import type { Question } from './policy.ts'
import type { Counted } from './tally.ts'

/** What somebody sees who opens the link: the questions, or that they have answered. */
export type EvaluationView = {
  title: string
  startsOn: Day
  isAnswered: boolean
  isRequired: boolean
  questions: readonly Question[]
}

/** A question with its result; `mean` is of a scale, from 1 to 5. */
export type ResultView = Counted & { mean: number | null }

type Line = { answers: number; mean: number | null }
/** `unit` is null for the small sessions of a course together. */
export type UnitLine = Line & { unit: string | null; startsOn: Day | null }

/** Results as the desk shows them, narrowed to a year, a course of it, or a session. */
export type ResultsView = {
  years: readonly number[]
  year: number | null
  title: string | null
  unit: string | null
  answers: number
  /** Answers that are in and not shown: their round is not over, or too few came with them. */
  waiting: number
  questions: readonly ResultView[]
  courses: readonly (Line & { title: string })[]
  sessions: readonly UnitLine[]
}
