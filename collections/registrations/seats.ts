/** The seats of a session by number, and who comes next. */

export const seatKey = (session: string, seat: number | string): string => `${session}#${seat}`
/** The key of a place in the order of a session, so that no two are told the same number. */
export const waitKey = (session: string, order: number): string => `${session}#w${order}`
export const activeKey = (session: string, person: string): string => `${session}|${person}`

/** The key of a seat in a session without a limit. */
export const namedSeatKey = (session: string, person: string): string => seatKey(session, `of-${person}`)

/** The key of days that a colleague has of somebody's seat: no seat of its own, so that it takes none away. */
export const sharedSeatKey = (session: string, holder: string, day: string): string =>
  seatKey(session, `day-${day}-of-${holder}`)

/** Whether a key is one of days of somebody else's seat. */
export const isShared = (key: string | null | undefined): boolean => Boolean(key?.includes('#day-'))

/** The number of a seat key; undefined for a seat in a session without a limit, which has none. */
export const seatOf = (key: string): number | undefined => {
  const seat = Number(key.slice(key.lastIndexOf('#') + 1))
  return Number.isInteger(seat) ? seat : undefined
}

/** What is known of one session's registrations: the seat numbers in use, how many hold one, and how many wait. */
export type Tally = { seats: Set<number>; held: number; waiting: number; lastOrder: number }

/** Seats Onramp may give away: all but those promised elsewhere. null: no limit. */
export const limitOf = ({
  capacity,
  seatsReserved,
}: {
  capacity?: number | null
  seatsReserved: number
}): number | null => (capacity == null ? null : Math.max(0, capacity - seatsReserved))

/** Seats that are free, also after the limit was lowered below what is held: never less than none. */
export const freeSeats = ({ held }: Tally, limit: number | null): number =>
  limit === null ? Infinity : Math.max(0, limit - held)

/** The lowest number from 1 to the limit that nobody has; undefined when there is none, or none may be given away. */
export const lowestFreeSeat = (tally: Tally, limit: number): number | undefined => {
  if (freeSeats(tally, limit) === 0) return undefined
  for (let seat = 1; seat <= limit; seat += 1) if (!tally.seats.has(seat)) return seat
  return undefined
}

/**
 * The key of the seat somebody can take now: by its number, or by the person where a session has no limit and its seats no
 * numbers; undefined when none is free.
 */
export const freeSeatKey = (
  { session, person, limit }: { session: string; person: string; limit: number | null },
  tally: Tally,
): string | undefined => {
  if (limit === null) return namedSeatKey(session, person)
  const seat = lowestFreeSeat(tally, limit)
  return seat === undefined ? undefined : seatKey(session, seat)
}

/** A newcomer gets a seat only when one is free and nobody waits for it already. */
export const newcomerGetsSeat = (tally: Tally, limit: number | null): boolean =>
  tally.waiting === 0 && freeSeats(tally, limit) > 0

/** A place in the order between two others; after the last where there is no next, before the first where there is no previous. */
export const orderBetween = (previous: number | undefined, next: number | undefined): number => {
  if (previous === undefined) return next === undefined ? 1 : next - 1
  return next === undefined ? previous + 1 : (previous + next) / 2
}
