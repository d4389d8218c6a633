import type { ChangeList } from '#collections/changes/policy.ts'

/** Where the list of changes lies: one document, read by its key. */
export type ChangeStore = {
  /** The version; on the embedded database without waiting, because it is asked before every answer. */
  version: () => number | Promise<number>
  read: () => Promise<ChangeList>
  /** Writes the list if it still is at this version; false where another process was quicker. */
  replace: (version: number, list: ChangeList) => Promise<boolean>
  close: () => void
}

/** The key of the one document. */
export const KEY = 'all'
