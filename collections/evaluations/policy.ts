import { SCALE, type CourseEvaluation, type QuestionKind } from './states.ts'

/** A question as the panel has it. Its wording is what it is known by: another wording is another question. */
export type Question = { kind: QuestionKind; text: string; options: readonly string[] }

/** What the agency set. `days`: how long one round of answers lasts. */
export type EvaluationRules = { isAsked: boolean; isRequired: boolean; days: number; questions: readonly Question[] }

/** Asked until somebody writes others. */
export const DEFAULT_QUESTIONS: readonly Question[] = [
  { kind: 'scale', text: 'What I learned helps me in my work.', options: [] },
  { kind: 'scale', text: 'The instructors made room for questions and for different experiences.', options: [] },
  { kind: 'scale', text: 'I know what I will do differently.', options: [] },
  { kind: 'choice', text: 'Would you recommend this course to a colleague?', options: ['Yes', 'Perhaps', 'No'] },
  { kind: 'comment', text: 'What helped you most?', options: [] },
  { kind: 'comment', text: 'What should be different next time?', options: [] },
]

/** What a question can be answered with; none where it is answered in words. */
export const choicesOf = ({ kind, options }: Question): readonly string[] =>
  kind === 'scale' ? SCALE : kind === 'choice' ? options : []

export const questionKey = ({ kind, text, options }: Question): string => JSON.stringify([kind, text, options])

/** Whether those who attended are asked at all, and whether their certificate waits for the answer. */
export const askingOf = (
  { isAsked, isRequired }: Pick<EvaluationRules, 'isAsked' | 'isRequired'>,
  course: CourseEvaluation | null | undefined,
): { isAsked: boolean; isRequired: boolean } => {
  if (course === 'none') return { isAsked: false, isRequired: false }
  if (course === 'required') return { isAsked: true, isRequired: true }
  if (course === 'optional') return { isAsked: true, isRequired: false }
  return { isAsked, isRequired: isAsked && isRequired }
}

const HOURS_OF_A_DAY = 24

/**
 * When the round of answers ends that is under way: rounds of so many days follow each other from the end of the course on, for as
 * long as its link holds. Results of a round are shown once it is over, so that nobody sees them change with one more answer.
 */
export const roundEnd = (endsAt: Temporal.Instant, days: number, now: Temporal.Instant): Temporal.Instant => {
  const length = days * HOURS_OF_A_DAY
  const passed = Math.max(0, now.since(endsAt).total('hours'))
  return endsAt.add({ hours: (Math.floor(passed / length) + 1) * length })
}

/** Whether people are written to by themselves: in the first round only, after which it is no news. */
export const isNews = (endsAt: Temporal.Instant, days: number, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, endsAt) >= 0 &&
  Temporal.Instant.compare(now, endsAt.add({ hours: days * HOURS_OF_A_DAY })) < 0

/** Characters of an answer in words. */
export const LONGEST_COMMENT = 2000

/** What somebody answered, question by question: the place of a choice, words, or nothing. */
export type Answer = number | string | null

/** An answer as it was sent, read for its question; undefined: it is missing or is none of the choices. */
export const readAnswer = (question: Question, sent: string): Answer | undefined => {
  if (question.kind === 'comment') return sent.trim().slice(0, LONGEST_COMMENT) || null
  const at = /^\d{1,2}$/.test(sent) ? Number(sent) : -1
  return at >= 0 && at < choicesOf(question).length ? at : undefined
}
