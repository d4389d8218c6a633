import type { Day } from '../values/day.ts'

/** One live meeting as it stands for one participant. `attended` null: still to come, or not recorded yet. */
export type Meeting = {
  date: Day
  isCanceled: boolean
  attended: boolean | null
  /** Missed, and made up for in a way the program accepts. */
  isMadeUp: boolean
}

/**
 * What a program asks. `onCanceled`: a meeting we call off leaves the minimum as it is, or lowers it by one as well, which keeps
 * the number of meetings people may miss. `makeUps`: how many missed meetings can be made up for at most; 0 none.
 */
export type MinimumRule = { minimum: number; onCanceled: 'lowers-meetings' | 'lowers-both'; makeUps: number }

/**
 * met: enough was attended · safe: nothing missed, two or more could be · on-track: something missed, two or more could still
 * be · one-miss-left, no-miss-left: as they say · impossible: not even make-ups would be enough.
 */
export const MINIMUM_STATES = ['met', 'safe', 'on-track', 'one-miss-left', 'no-miss-left', 'impossible'] as const
export type MinimumState = (typeof MINIMUM_STATES)[number]

export const MINIMUM_STATE_LABELS = {
  met: 'Minimum met',
  safe: 'Nothing missed so far',
  'on-track': 'On track',
  'one-miss-left': 'One more can be missed',
  'no-miss-left': 'None can be missed any more',
  impossible: 'The minimum cannot be met any more',
} satisfies Record<MinimumState, string>

/** Counts of meetings. `required` and `of` are what canceled meetings left of "6 of 8". */
export type MinimumStanding = {
  state: MinimumState
  required: number
  of: number
  /** Made-up meetings included. */
  attended: number
  missed: number
  remaining: number
  /** How many of those that remain can be missed, with what may still be made up for. */
  missesLeft: number
}

/**
 * Where somebody stands with a minimum of live meetings: "at least 6" of eight Thursdays (seed 1). A canceled meeting counts for
 * nothing, even where somebody was marked. What is not recorded yet counts as still to come, so nobody fails by a list that
 * was not kept. A missed meeting can be made up for while make-ups are left; only those done count as attended. Where meetings
 * are canceled and the rule lowers no minimum, it can become impossible for everybody: that is the program's to settle.
 * Throws a RangeError for a minimum or a number of make-ups that is negative or not whole.
 */
export const standingOf = (meetings: readonly Meeting[], rule: MinimumRule): MinimumStanding => {
  for (const count of [rule.minimum, rule.makeUps])
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of meetings: ${count}`)
  const kept = meetings.filter(({ isCanceled }) => !isCanceled)
  const lowered = rule.onCanceled === 'lowers-both' ? meetings.length - kept.length : 0
  const required = Math.max(0, rule.minimum - lowered)
  const present = kept.filter(({ attended }) => attended).length
  const missed = kept.filter(({ attended }) => attended === false)
  const madeUp = Math.min(rule.makeUps, missed.filter(({ isMadeUp }) => isMadeUp).length)
  const remaining = kept.length - present - missed.length
  /** The most that can still come of it when so many of the meetings that remain are missed. */
  const reachable = (misses: number): number =>
    present + remaining - misses + Math.min(rule.makeUps, missed.length + misses)
  let missesLeft = -1
  while (missesLeft < remaining && reachable(missesLeft + 1) >= required) missesLeft += 1
  const counts = { required, of: kept.length, attended: present + madeUp, missed: missed.length - madeUp, remaining }
  return { ...counts, state: stateOf(counts, missesLeft), missesLeft: Math.max(0, missesLeft) }
}

const stateOf = (
  { required, attended, missed }: Pick<MinimumStanding, 'required' | 'attended' | 'missed'>,
  missesLeft: number,
): MinimumState => {
  if (attended >= required) return 'met'
  if (missesLeft < 0) return 'impossible'
  if (missesLeft === 0) return 'no-miss-left'
  if (missesLeft === 1) return 'one-miss-left'
  return missed === 0 ? 'safe' : 'on-track'
}

/** The states that people and staff are told of when they begin: what is one miss from failing, and what failed. */
export const ALERTS = ['no-miss-left', 'impossible'] as const satisfies readonly MinimumState[]
