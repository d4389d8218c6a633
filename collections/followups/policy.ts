/** How far a step has come; the same for every process that does follow-ups. */
export type Progress = {
  /** By collection: everything stamped before it was handled. */
  cursors: Readonly<Record<string, string>>
  failed: readonly Failed[]
  dueUntil?: string | undefined
}

export type Failed = { subject: string; attempts: number; nextAt: string }

/** Milliseconds in which nearly every write can be read by others after its stamp; the window that each pass reads again. */
export const SOON = 10_000

/**
 * Milliseconds that a write may take at most from its stamp until others can read it, clocks that differ included: MongoDB ends a
 * transaction after one minute. No cursor that is written down comes closer to the moment of reading.
 */
export const LATEST = 300_000

/**
 * Milliseconds a cursor goes on before it is written down again: what was handled since is handled once more by the next process,
 * which changes nothing, and writing it down each minute would be most of what an idle desk does.
 */
const WRITTEN_EVERY = 300_000

/** Whether a cursor has gone on so far beyond the one that was written down that it is worth a write. */
export const isWorthWriting = (written: string, cursor: string): boolean =>
  written === '' || Date.parse(cursor) - Date.parse(written) >= WRITTEN_EVERY

const MINUTE = 60_000
const LONGEST = 60 * MINUTE

/** What failed is tried again the next time anything happens, then after 1, 2, 4 … minutes, at most an hour, and never forgotten. */
export const failedAgain = (subject: string, before: Failed | undefined, now: number): Failed => {
  const attempts = (before?.attempts ?? 0) + 1
  const wait = attempts === 1 ? 0 : Math.min(LONGEST, MINUTE * 2 ** (attempts - 2))
  return { subject, attempts, nextAt: new Date(now + wait).toISOString() }
}

/**
 * Where a cursor stands in a collection once everything up to `newest` is handled: not closer to the moment of reading than
 * `lag` milliseconds, and never further back than before.
 */
export const cursorAfter = (before: string, newest: string | undefined, readAt: number, lag: number): string => {
  if (newest === undefined) return before
  const safe = new Date(readAt - lag).toISOString()
  const reached = newest < safe ? newest : safe
  return reached > before ? reached : before
}

/** Milliseconds in which a second write by the same process could have the same stamp as the one that was read. */
const SAME_STAMP = 3

/** A state of a document that was handled; `isSure` once no other state can have the same mark. */
export type Seen = { mark: string; readAt: number; isSure: boolean }

/** What tells two states of a document apart: when it was written, and the revision where it has one. */
export const markOf = ({ updatedAt, revision }: { updatedAt: string; revision?: number | null | undefined }): string =>
  `${updatedAt}#${revision ?? ''}`

/**
 * What is known of a document that was read at a moment. One that was read right after it was written is looked at once more,
 * whatever the writer's clock shows.
 */
export const seenAt = (before: Seen | undefined, mark: string, updatedAt: string, readAt: number): Seen => {
  const first = before?.mark === mark ? before.readAt : readAt
  return { mark, readAt: first, isSure: Date.parse(updatedAt) < readAt - SAME_STAMP || first < readAt - SAME_STAMP }
}
