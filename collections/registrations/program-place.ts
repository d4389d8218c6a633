/**
 * The place in a program by which somebody has a seat. `isOwn`: it is theirs, and not their team's. `isLast`: they have no other seat
 * by it. `path`: where the place itself is managed, for whoever it is.
 */
export type ProgramPlace = { name: string; isOwn: boolean; isLast: boolean; path: string | null }

/**
 * Whether giving up these days is giving up the place: everything that is left of one's own, with nothing attended before. That is
 * asked once, where the place is managed, because somebody else can have it then; a single day is only missed.
 */
export const leavesProgram = (place: ProgramPlace | null, { isWhole }: { isWhole: boolean }): boolean =>
  isWhole && place !== null && place.isOwn && place.isLast
