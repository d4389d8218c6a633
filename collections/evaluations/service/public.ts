import type { Context } from '../../context/context.ts'
import { openLink, tokenFor } from '../../context/links.ts'
import type { LinkRefusal } from '../../kernel/outcome.ts'
import { idOf } from '../../kernel/related.ts'
import { questionKey, readAnswer, roundEnd, type Answer, type Question } from '../policy.ts'
import { answeredAmong, countAnswers } from '../queries.ts'
import type { EvaluationRefusal } from '../states.ts'
import { tallyOf } from '../tally.ts'
import type { EvaluationView } from '../view.ts'
import { attendeesOf, evaluatedWith, isOver, type Evaluated } from './attended.ts'

type Opened = { evaluated: Evaluated; registration: string; session: string; isAnswered: boolean }
type Refused = { ok: false; refusal: LinkRefusal | EvaluationRefusal }

/** What the link of a registration is asked for; a person with several in one program answers for all of them once. */
const open = async (context: Context, token: string): Promise<({ ok: true } & Opened) | Refused> => {
  const opened = await openLink(context, 'evaluation', token)
  if (!opened.ok) return opened
  const session = idOf(opened.record.session)
  const evaluated = await evaluatedWith(context, session)
  if (!evaluated?.isAsked || !isOver(evaluated, context.now)) return { ok: false, refusal: 'not-asked' }
  const person = idOf(opened.record.person)
  const own = (await attendeesOf(context, evaluated.unit)).find((one) => idOf(one.person) === person)
  if (!own) return { ok: false, refusal: 'not-asked' }
  const isAnswered = (await answeredAmong(context, [own.id])).has(own.id)
  return { ok: true, evaluated, registration: own.id, session: idOf(own.session), isAnswered }
}

const viewOf = ({ evaluated, isAnswered }: Opened): EvaluationView => {
  const { title, startsOn, isRequired, rules } = evaluated
  return { title, startsOn, isAnswered, isRequired, questions: rules.questions }
}

/** Answers as they were sent, by the place of their question; `keys` are the questions that were shown. */
export type Sent = { keys: readonly string[]; answers: readonly string[] }

export type Answered = { ok: true } | Refused | { ok: false; missing: readonly number[] }

export const publicEvaluations = (context: Context) => ({
  /** The link to answer, for whoever has the link to their registration; undefined where nothing is asked, or no more. */
  linkFor: async (manage: string): Promise<string | undefined> => {
    const opened = await openLink(context, 'manage', manage)
    if (!opened.ok || opened.record.status !== 'confirmed') return undefined
    const token = await tokenFor(context, 'evaluation', opened.record)
    const asked = await open(context, token)
    return asked.ok && !asked.isAnswered ? token : undefined
  },

  read: async (token: string): Promise<{ ok: true; view: EvaluationView } | Refused> => {
    const opened = await open(context, token)
    return opened.ok ? { ok: true, view: viewOf(opened) } : opened
  },

  /** Takes somebody's answers, once: sent again, from this device or another, nothing is counted twice. */
  answer: async (token: string, { keys, answers }: Sent): Promise<Answered> => {
    const opened = await open(context, token)
    if (!opened.ok) return opened
    if (opened.isAnswered) return { ok: false, refusal: 'answered' }
    const { id, title, year, startsOn, endsAt, rules } = opened.evaluated
    const { questions, days } = rules
    if (questions.map(questionKey).join('\n') !== keys.join('\n')) return { ok: false, refusal: 'changed-meanwhile' }
    const read = questions.map((question, at) => ({ question, answer: readAnswer(question, answers[at] ?? '') }))
    const missing = read.flatMap(({ answer }, at) => (answer === undefined ? [at] : []))
    if (missing.length > 0) return { ok: false, missing }
    const closesAt = roundEnd(endsAt, days, context.now).toString()
    const tally = tallyOf(read as { question: Question; answer: Answer }[])
    const isFirst = await countAnswers(context, opened, { unit: id, title, year, startsOn, closesAt }, tally)
    return isFirst ? { ok: true } : { ok: false, refusal: 'answered' }
  },
})
