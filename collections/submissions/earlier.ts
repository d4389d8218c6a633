import type { Version } from './edition.ts'

/** Whether an item was open, and judged anew, in the attempt at this place: in all that come after the one that met it it was not. */
const isJudgedIn = (versions: readonly Version[], at: number, item: string): boolean =>
  versions[at]!.judged[item] !== undefined && (at === 0 || versions[at - 1]!.judged[item] !== 'met')

/** The attempts in which an item was judged, the first first, without the last of all. What was said then is still to be read. */
export const earlierOf = (versions: readonly Version[], item: string): Version[] =>
  versions.filter((_, at) => at < versions.length - 1 && isJudgedIn(versions, at, item))
