import type { Payload } from 'payload'
import { compareAndSet, createUnlessTaken } from '../kernel/keyed.ts'
import { every, first, pluck } from '../kernel/queries.ts'
import { DEFAULT_QUESTIONS, type EvaluationRules } from './policy.ts'
import type { Round } from './results.ts'
import { addTallies, NO_ANSWERS, type Tally } from './tally.ts'

type Source = { payload: Payload }

/** What the panel says of evaluations now. */
export const evaluationRules = async ({ payload }: Source): Promise<EvaluationRules> => {
  const { isAsked, isRequired, days, questions } = await payload.findGlobal({
    slug: 'evaluation',
    depth: 0,
    overrideAccess: true,
  })
  return {
    isAsked: isAsked ?? false,
    isRequired: isRequired ?? false,
    days: days || 14,
    questions: questions?.length
      ? questions.map(({ kind, text, options }) => ({ kind, text, options: options ?? [] }))
      : DEFAULT_QUESTIONS,
  }
}

/** Those of some registrations whose evaluation is in. */
export const answeredAmong = async (source: Source, registrations: readonly string[]): Promise<Set<string>> => {
  const receipts = await pluck(source, 'evaluation-receipts', { registration: { in: [...registrations] } }, [
    'registration',
  ])
  return new Set(receipts.map(({ registration }) => registration as string))
}

/** How many times a write is tried again that others were faster with. */
const MOST_TRIES = 50

type RoundOf = Pick<Round, 'unit' | 'title' | 'year' | 'startsOn' | 'closesAt'>

const addToRound = async ({ payload }: Source, { closesAt, ...round }: RoundOf, tally: Tally): Promise<void> => {
  const key = `${round.unit}#${closesAt}`
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await first({ payload }, 'evaluations', { key: { equals: key } })
    const sum = addTallies((found?.tally as Tally | undefined) ?? NO_ANSWERS, tally)
    const written = found
      ? await compareAndSet(
          payload,
          'evaluations',
          found.id,
          { revision: { equals: found.revision } },
          { tally: { ...sum }, revision: found.revision + 1 },
        )
      : await createUnlessTaken(payload, 'evaluations', { ...round, key, closesAt, tally: { ...sum }, revision: 1 })
    if (written) return
  }
  throw new Error('An evaluation could not be counted: too many came in the same moment.')
}

/**
 * Counts what somebody answered, once for a registration: false where that was done before. The receipt decides, and says nothing
 * of the answers; they are added to those of the round. A process that dies between the two loses the answers rather than keep,
 * even for a moment, whose they are.
 */
export const countAnswers = async (
  { payload }: Source,
  { registration, session }: { registration: string; session: string },
  round: RoundOf,
  tally: Tally,
): Promise<boolean> => {
  const isFirst = await createUnlessTaken(payload, 'evaluation-receipts', { key: registration, registration, session })
  if (!isFirst) return false
  await addToRound({ payload }, round, tally)
  return true
}

/** Every round there is. */
export const roundsOf = async (source: Source): Promise<Round[]> =>
  (await every(source, 'evaluations', {})).map(({ unit, title, year, startsOn, closesAt, tally }) => ({
    unit,
    title,
    year,
    startsOn,
    closesAt,
    tally: tally as Tally,
  }))
