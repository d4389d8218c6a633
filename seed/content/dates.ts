import type { Day } from '#collections/values/day.ts'
import type { NoticeContent, SessionContent, SessionPlan, Weekday, When } from './types.ts'

/** True on a day that is a holiday where the collaborative works. */
type IsHoliday = (day: Day) => boolean

const FRIDAY = 5
/** Long enough to leave any week of holidays behind. */
const SEARCH_DAYS = 60

const isWorkday = (day: Temporal.PlainDate, isHoliday: IsHoliday): boolean =>
  day.dayOfWeek <= FRIDAY && !isHoliday(day.toString())

/** Days in a row that begin on `weekday`, if one is asked for, and are all working days. */
const fits = (start: Temporal.PlainDate, length: number, weekday: Weekday | undefined, isHoliday: IsHoliday): boolean =>
  (weekday === undefined || start.dayOfWeek === weekday) &&
  Array.from({ length }, (_, i) => start.add({ days: i })).every((day) => isWorkday(day, isHoliday))

const nearest = (
  target: Temporal.PlainDate,
  step: 1 | -1,
  isFit: (day: Temporal.PlainDate) => boolean,
): Temporal.PlainDate => {
  for (let i = 0; i < SEARCH_DAYS; i++) {
    const day = target.add({ days: i * step })
    if (isFit(day)) return day
  }
  throw new RangeError(`No working days within ${SEARCH_DAYS} days of ${target.toString()}.`)
}

/** Splits offsets into runs of consecutive days: [3, 4, 30] is [3, 4] and [30]. */
const runsOf = (offsets: readonly number[]): number[][] => {
  const runs: number[][] = []
  for (const offset of offsets) {
    const run = runs.at(-1)
    if (run && offset === run.at(-1)! + 1) run.push(offset)
    else runs.push([offset])
  }
  return runs
}

/**
 * Turns offsets from the seeding day into working days: never a weekend or a holiday. Days planned in a row stay in a
 * row, and days planned apart never come closer. A plan that lies in the past moves earlier, any other moves later.
 *
 * @throws RangeError if `offsets` do not ascend, or if no working days can be found nearby
 */
export const workdaysFrom = (
  seedingDay: Temporal.PlainDate,
  offsets: readonly number[],
  isHoliday: IsHoliday,
  weekday?: Weekday,
): Temporal.PlainDate[] => {
  if (offsets.some((offset, i) => i > 0 && offset <= offsets[i - 1]!)) throw new RangeError('Offsets must ascend.')
  const isPast = (offsets.at(-1) ?? 0) < 0
  const step = isPast ? -1 : 1
  const runs = isPast ? runsOf(offsets).reverse() : runsOf(offsets)
  const starts: Temporal.PlainDate[] = []
  for (const [i, run] of runs.entries()) {
    const planned = seedingDay.add({ days: run[0]! })
    const before = starts[i - 1]
    // What moved a run moves its neighbor by as much, so that distances hold.
    const spaced = before?.add({ days: run[0]! - runs[i - 1]![0]! }) ?? planned
    const target = Temporal.PlainDate.compare(spaced, planned) === step ? spaced : planned
    starts.push(nearest(target, step, (day) => fits(day, run.length, weekday, isHoliday)))
  }
  const days = runs.map((run, i) => run.map((_, n) => starts[i]!.add({ days: n })))
  return (isPast ? days.reverse() : days).flat()
}

/** A fixed date as it is; an offset as the working day at or after it (`step` 1) or at or before it (-1). */
const dayOf = (when: When, seedingDay: Temporal.PlainDate, step: 1 | -1, isHoliday: IsHoliday): Day =>
  when.date ?? nearest(seedingDay.add({ days: when.offset }), step, (day) => isWorkday(day, isHoliday)).toString()

/** The session a plan stands for when it is seeded on this day. Fixed dates stay as they are. */
export const sessionOn = (
  { weekday, days, opensOn, closesOn, ...rest }: SessionPlan,
  seedingDay: Temporal.PlainDate,
  isHoliday: IsHoliday,
): SessionContent => {
  const offsets = days.flatMap(({ offset }) => (offset === undefined ? [] : [offset]))
  const found = workdaysFrom(seedingDay, offsets, isHoliday, weekday).values()
  return {
    ...rest,
    days: days.map(({ offset, date, ...day }) => ({
      ...day,
      date: offset === undefined ? date : found.next().value!.toString(),
    })),
    opensOn: opensOn && dayOf(opensOn, seedingDay, 1, isHoliday),
    closesOn: closesOn && dayOf(closesOn, seedingDay, -1, isHoliday),
  }
}

/** A notice with its first and last day. */
export const noticeOn = (
  notice: NoticeContent,
  seedingDay: Temporal.PlainDate,
  isHoliday: IsHoliday,
): Omit<NoticeContent, 'from' | 'until'> & { from: Day; until: Day | null } => ({
  ...notice,
  from: dayOf(notice.from, seedingDay, -1, isHoliday),
  until: notice.until && dayOf(notice.until, seedingDay, 1, isHoliday),
})
