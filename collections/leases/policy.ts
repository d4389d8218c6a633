// When a lease is held, in milliseconds. Each process goes by its own stopwatch, never by what a clock shows, so that clocks which
// differ change nothing.

/** How often the holder says that it is there. */
export const RENEW_EVERY = 5000
/** How long the holder counts on it from the moment it began to say so. */
export const HELD_FOR = 10_000
/** How long others see nothing change before they take it: longer than the holder counts on it. */
export const PATIENCE = 12_000
/** How often others look: within 15 seconds of its holder's end a lease has another. */
export const LOOK_EVERY = 1000

/** A lease as it was last read, and when it was first seen like that. */
export type Sighting = { holder: string; beat: number; at: number }

/** A lease as it is read now; one that has changed was first seen now. */
export const sighted = (
  before: Sighting | undefined,
  { holder, beat }: { holder?: string | null | undefined; beat: number },
  now: number,
): Sighting =>
  before?.holder === (holder ?? '') && before.beat === beat ? before : { holder: holder ?? '', beat, at: now }

/** Whether a lease can be taken: it was given back, its holder is known to be gone, or has been silent for too long. */
export const isFree = ({ holder, at }: Sighting, isGone: boolean, now: number): boolean =>
  holder === '' || isGone || now - at >= PATIENCE

/** Whether it is time for the holder to say that it is there. */
export const isDue = (renewedAt: number, now: number): boolean => now - renewedAt >= RENEW_EVERY

/** Whether the holder can still count on it. */
export const isSure = (renewedAt: number, now: number): boolean => now - renewedAt < HELD_FOR
