import { choicesOf, questionKey, type Answer, type Question } from './policy.ts'

// What is kept of answers: how often each was given, and comments in the order of the alphabet. Nothing says what one person
// answered, or in which order answers came: whichever order they come in, what is kept is the same.

/** One question with how often each of its choices was given, and what was written. */
export type Counted = Question & { counts: readonly number[]; comments: readonly string[] }

export type Tally = { answers: number; questions: readonly Counted[] }

export const NO_ANSWERS: Tally = { answers: 0, questions: [] }

const empty = (question: Question): Counted => ({
  kind: question.kind,
  text: question.text,
  options: [...question.options],
  counts: choicesOf(question).map(() => 0),
  comments: [],
})

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const inOrder = (questions: readonly Counted[]): Counted[] =>
  questions.toSorted((a, b) => byCode(questionKey(a), questionKey(b)))

const sum = (a: Counted, b: Counted): Counted => ({
  ...a,
  counts: a.counts.map((count, at) => count + (b.counts[at] ?? 0)),
  comments: [...a.comments, ...b.comments].toSorted(byCode),
})

/** Two tallies as one; which comes first makes no difference. */
export const addTallies = (one: Tally, other: Tally): Tally => {
  const questions = Map.groupBy([...one.questions, ...other.questions], questionKey)
  return {
    answers: one.answers + other.answers,
    questions: inOrder([...questions.values()].map(([first, ...rest]) => rest.reduce(sum, first!))),
  }
}

/** What one person answered, as a tally of one. */
export const tallyOf = (answers: readonly { question: Question; answer: Answer }[]): Tally => ({
  answers: 1,
  questions: inOrder(
    answers.map(({ question, answer }) => ({
      ...empty(question),
      counts: choicesOf(question).map((_, at) => (at === answer ? 1 : 0)),
      comments: typeof answer === 'string' ? [answer] : [],
    })),
  ),
})

/** Questions in the order in which they are asked now; those that are asked no more come after them. */
export const asAsked = (questions: readonly Counted[], asked: readonly Question[]): Counted[] => {
  const order = asked.map(questionKey)
  const place = (question: Question) => {
    const at = order.indexOf(questionKey(question))
    return at < 0 ? order.length : at
  }
  return questions.toSorted((a, b) => place(a) - place(b))
}
