import type { Day } from '../values/day.ts'
import { SCALE } from './states.ts'
import { addTallies, NO_ANSWERS, type Counted, type Tally } from './tally.ts'

/** Answers that are shown together at the least: fewer would say too much about each. */
export const FEWEST = 5

/** The answers of one course or program that came in one round. */
export type Round = {
  /** The course or program, as it was called then; what it is grouped by. */
  title: string
  year: number
  /** What was evaluated: a session, or a program as a whole. */
  unit: string
  startsOn: Day
  closesAt: string
  tally: Tally
}

/** A group that may be shown; `unit` is null where answers of several small sessions stand together. */
export type Shown = Pick<Round, 'title' | 'year'> & { unit: string | null; startsOn: Day | null; tally: Tally }

const isClosed = ({ closesAt }: Round, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(closesAt), now) <= 0

/** Small rounds of one course in one year, put together in the order they ended until a group is large enough; the rest waits. */
const pooled = (rounds: readonly Round[]): Shown[] => {
  const shown: Shown[] = []
  let pool = NO_ANSWERS
  for (const { title, year, tally } of rounds) {
    pool = addTallies(pool, tally)
    if (pool.answers < FEWEST) continue
    shown.push({ title, year, unit: null, startsOn: null, tally: pool })
    pool = NO_ANSWERS
  }
  return shown
}

const inOrder = (a: Round, b: Round): number =>
  a.closesAt.localeCompare(b.closesAt) || a.unit.localeCompare(b.unit) || a.startsOn.localeCompare(b.startsOn)

/**
 * What may be shown now: rounds that are over and have enough answers, each by itself, and the small ones of a course and year
 * together. Each answer is in one group, a group never changes once it is shown, and none is smaller than `FEWEST`: so what fewer
 * people said cannot be worked out either, by subtracting one from another or today's from yesterday's.
 */
export const shownOf = (rounds: readonly Round[], now: Temporal.Instant): Shown[] => {
  const closed = rounds.filter((round) => isClosed(round, now)).toSorted(inOrder)
  const large = closed.filter(({ tally }) => tally.answers >= FEWEST)
  const small = Map.groupBy(
    closed.filter(({ tally }) => tally.answers < FEWEST),
    ({ title, year }) => JSON.stringify([year, title]),
  )
  return [...large, ...[...small.values()].flatMap(pooled)]
}

/** Several groups as one. */
export const together = (groups: readonly Shown[]): Tally =>
  groups.reduce((tally, group) => addTallies(tally, group.tally), NO_ANSWERS)

/** The mean of a scale, from 1 to 5; null where nobody answered or it is no scale. */
export const meanOf = ({ kind, counts }: Pick<Counted, 'kind' | 'counts'>): number | null => {
  const answers = counts.reduce((sum, count) => sum + count, 0)
  if (kind !== 'scale' || answers === 0 || counts.length !== SCALE.length) return null
  return counts.reduce((sum, count, at) => sum + count * (at + 1), 0) / answers
}
