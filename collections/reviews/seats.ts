import { reopened, type Judged } from '../submissions/policy.ts'
import { itemsOf } from '../submissions/parts.ts'
import type { Differ } from '../credentials/states.ts'
import { mayTake } from './assignment.ts'
import { differingIn } from './pass-rule.ts'
import { slotsOf, type Rubric, type Slot } from './policy.ts'
import type { Scores } from '../submissions/scores.ts'
import type { ReviewStatus } from './states.ts'

// Who sits where: seats 1 and 2 are reviewers, seat 3 decides where the two differ.

export const DECIDES = 3

/** A review as far as seats go; instants in UTC. `reviewer` is the id of a member of staff. */
export type Seated = {
  seat: number
  reviewer: string
  status: ReviewStatus
  lockedUntil: Temporal.Instant | null
  startedAt: Temporal.Instant
}

/** What is open in the attempt that is judged now: what was met before stays met, and is not judged again. */
export const openSlots = (rubric: Rubric, judged: Judged, isLeftOut?: (item: string) => boolean): Slot[] => {
  const open = new Set(reopened(itemsOf(rubric.parts), judged).map(({ key }) => key))
  return slotsOf(rubric, isLeftOut).filter(({ item }) => open.has(item))
}

/**
 * The slots of one seat: all that are open, and for whoever decides only those on which the two reviewers differ; none while
 * one of them has not finished.
 */
export const slotsOfSeat = (
  slots: readonly Slot[],
  seat: number,
  finished: ReadonlyMap<number, Scores>,
  differ?: Differ,
): readonly Slot[] => {
  if (seat !== DECIDES) return slots
  const [one, other] = [finished.get(1), finished.get(2)]
  if (!one || !other) return []
  return differingIn(slots, one, other, differ)
}

/** The seats there are now: one for each reviewer, and once both have finished and differ, the one who decides. */
export const seatsAsked = (
  reviewers: 1 | 2,
  slots: readonly Slot[],
  finished: ReadonlyMap<number, Scores>,
  differ?: Differ,
): readonly number[] => {
  if (reviewers === 1) return [1]
  return slotsOfSeat(slots, DECIDES, finished, differ).length > 0 ? [DECIDES] : [1, 2]
}

/**
 * The seats at an application: as many as the program has readers, and one more while it waits in line and had only one. Seats of
 * applications all read; nobody decides alone.
 */
export const seatsOfApplication = (status: string, readers: number): readonly number[] => {
  const count = status === 'submitted' ? readers : status === 'waiting' ? Math.max(2, readers) : 0
  return Array.from({ length: count }, (_, at) => at + 1)
}

/** The seats somebody may take: whoever has seen the name or the scores cannot decide where the two differ. */
export const seatsOpenTo = (asked: readonly number[], hasSeen: boolean): readonly number[] =>
  hasSeen ? asked.filter((seat) => seat !== DECIDES) : asked

/** What was scored before the work was handed in as it is now (sent back, completed, sent again) no longer counts. */
export const isCurrent = ({ startedAt }: Pick<Seated, 'startedAt'>, handedInAt: Temporal.Instant): boolean =>
  Temporal.Instant.compare(startedAt, handedInAt) >= 0

/**
 * Which seat a reviewer can take now; undefined: none. `asked`: the seats there are. One whose time is over can be taken over,
 * one that is done cannot, and nobody has two seats at the same thing. Of several the lowest.
 */
export const seatFor = (
  asked: readonly number[],
  seated: readonly Seated[],
  reviewer: string,
  now: Temporal.Instant,
): number | undefined => {
  if (seated.some((one) => one.reviewer === reviewer)) return undefined
  return asked.find((seat) => {
    const taken = seated.find((one) => one.seat === seat)
    if (!taken) return true
    if (taken.status !== 'started') return false
    return taken.lockedUntil !== null && mayTake({ by: taken.reviewer, until: taken.lockedUntil }, reviewer, now)
  })
}
