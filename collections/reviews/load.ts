// Who can be given something to read, and how much they have.

/** Somebody who reads. `open`: what they have begun or were given; `done`: finished in the last thirty days. */
export type Reader = { id: string; name: string; open: number; done: number }

/** Days in which what was finished counts as recent. */
export const RECENT_DAYS = 30

type Counted = { reviewer: string; status: string; scoredAt: Temporal.Instant | null }

/** How much a reader has, of all reviews there are. */
export const loadOf = (
  reader: string,
  reviews: readonly Counted[],
  now: Temporal.Instant,
): Pick<Reader, 'open' | 'done'> => {
  const own = reviews.filter(({ reviewer }) => reviewer === reader)
  const since = now.subtract({ hours: RECENT_DAYS * 24 })
  return {
    open: own.filter(({ status }) => status === 'started').length,
    done: own.filter(({ scoredAt }) => scoredAt !== null && Temporal.Instant.compare(scoredAt, since) >= 0).length,
  }
}

/** Those with the least to read first; among equals by name. */
export const byLoad = (one: Reader, other: Reader): number =>
  one.open - other.open || one.done - other.done || one.name.localeCompare(other.name)
