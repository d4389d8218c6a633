import type { SessionStatus } from '../sessions/states.ts'
import type { Day } from '../values/day.ts'
import { datesOf, isCalledOff, type LedgerDay } from './policy.ts'
import { wasThere, type DayState } from './states.ts'
import { isOneOf } from '../values/list.ts'

/** One live meeting as it stands for one participant. `attended` null: still to come, or not recorded yet. */
export type Meeting = {
  date: Day
  isCanceled: boolean
  attended: boolean | null
  /** Missed, and made up for in a way the program accepts. */
  isMadeUp: boolean
  /** Missed as was said before taking part, so that it was known from the start. */
  isAnnounced?: boolean
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
  const held = meetings.filter(({ isCanceled }) => !isCanceled)
  const lowered = rule.onCanceled === 'lowers-both' ? meetings.length - held.length : 0
  const required = Math.max(0, rule.minimum - lowered)
  const present = held.filter(({ attended }) => attended).length
  const missed = held.filter(({ attended }) => attended === false)
  const madeUp = Math.min(rule.makeUps, missed.filter(({ isMadeUp }) => isMadeUp).length)
  const remaining = held.length - present - missed.length
  /** The most that can still come of it when so many of the meetings that remain are missed. */
  const reachable = (misses: number): number =>
    present + remaining - misses + Math.min(rule.makeUps, missed.length + misses)
  let missesLeft = -1
  while (missesLeft < remaining && reachable(missesLeft + 1) >= required) missesLeft += 1
  const counts = { required, of: held.length, attended: present + madeUp, missed: missed.length - madeUp, remaining }
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
export const isAlarming = ({ state }: Pick<MinimumStanding, 'state'>): boolean => isOneOf(ALERTS, state)

/** A meeting of a program, and what the ledger of days says about it for one person. */
export type Held = { id: string; status: SessionStatus; days: readonly LedgerDay[] }
export type Recorded = {
  session: string
  date: Day
  state: DayState
  madeUp?: boolean | null
  isAnnounced?: boolean
}

/**
 * All meetings of a program as they stand for one person, in order. Whoever was there for a part was there; excused, canceled
 * and sent a colleague are missed, because a minimum counts who came and not why somebody could not (seed 1: "at least 6").
 */
export const meetingsOf = (sessions: readonly Held[], rows: readonly Recorded[]): (Meeting & { session: string })[] =>
  sessions
    .flatMap(({ id, status, days }) =>
      datesOf(days).map((date) => {
        const row = rows.find((one) => one.session === id && one.date === date)
        const attended = row ? wasThere(row.state) : null
        return {
          session: id,
          date,
          isCanceled: status === 'canceled' || isCalledOff(days, date),
          attended,
          isMadeUp: attended === false && row?.madeUp === true,
          ...(row?.isAnnounced && { isAnnounced: true }),
        }
      }),
    )
    .sort((one, other) => one.date.localeCompare(other.date))

/** Where somebody stands with the minimum of a program, meeting by meeting. */
export type MinimumView = {
  program: string
  makeUps: number
  standing: MinimumStanding
  meetings: Meeting[]
}

/** An alert, and the meeting it began with. */
export type Alert = { state: (typeof ALERTS)[number]; date: Day }

/**
 * The alert somebody's standing calls for, if any: with the missed meeting that turned it, in the order of the calendar; where
 * canceled meetings alone turned it, with the last of those. Nobody is alerted to what was so from the start.
 */
export const alertOf = (meetings: readonly Meeting[], rule: MinimumRule): Alert | undefined => {
  const { state } = standingOf(meetings, rule)
  const alert = ALERTS.find((one) => one === state)
  if (!alert) return undefined
  const stateAt = (date: Day): MinimumState =>
    standingOf(
      meetings.map((one) => (one.date > date && !one.isAnnounced ? { ...one, attended: null } : one)),
      rule,
    ).state
  const turned = meetings.find(
    ({ attended, isCanceled, isAnnounced, date }) =>
      !isCanceled && !isAnnounced && attended === false && stateAt(date) === state,
  )
  const canceled = meetings.findLast(({ isCanceled }) => isCanceled)
  const date = (stateAt('') === state ? canceled : turned)?.date
  return date === undefined ? undefined : { state: alert, date }
}
