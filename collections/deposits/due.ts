import { compareDays, type Day } from '../values/day.ts'

/** The days of a session that take place, each once and in order. */
export const heldDays = (days: readonly { date: Day; canceled?: boolean | null }[]): Day[] =>
  [...new Set(days.filter(({ canceled }) => !canceled).map(({ date }) => date))].sort(compareDays)

/** By when a check has to be here. `lastMailDay`: the last day on which mail can bring it; the day itself where it is brought along. */
export type CheckDue = { due: Day; lastMailDay: Day }

const laterOf = (one: CheckDue, other: CheckDue | null): CheckDue =>
  other && compareDays(other.due, one.due) > 0 ? other : one

const brought = (day: Day): CheckDue => ({ due: day, lastMailDay: day })

/** Whether a check is brought along, because mail could not bring it any more before the first day. */
export const isBrought = ({ lastMailDay }: Pick<CheckDue, 'lastMailDay'>, held: readonly Day[]): boolean =>
  held.length > 0 && lastMailDay >= held[0]!

const broughtNext = (held: readonly Day[], today: Day): CheckDue =>
  brought(held.find((day) => day >= today) ?? held.at(-1) ?? today)

/**
 * By when a guest's check has to be here: what was agreed to, or what the rule gives for the days as they are now where that is
 * later. Where a session was moved before that, it is brought along to the next of the days that take place (`held`, in order).
 */
export const dueAfterMove = (
  agreed: CheckDue,
  current: CheckDue | null,
  held: readonly Day[],
  today: Day,
): CheckDue => {
  const due = laterOf(agreed, current)
  return isBrought(due, held) && !held.includes(due.lastMailDay) ? broughtNext(held, today) : due
}

/**
 * By when a check that is asked for on `today` has to be here. Where the time for sending it is over, as for somebody who comes from
 * the waitlist or through the door, it is brought along to the next day of the session.
 */
export const dueWhenAsked = (
  agreed: CheckDue,
  current: CheckDue | null,
  held: readonly Day[],
  today: Day,
): CheckDue => {
  const due = dueAfterMove(agreed, current, held, today)
  return due.lastMailDay >= today ? due : broughtNext(held, today)
}
