/** Something about an installation that is not as it should be: what was found, and what to do about it. */
export type Finding = { what: string; todo: string }

/** A finding where something is the case, or none. */
export const when = (isSo: boolean, what: string, todo: string): Finding[] => (isSo ? [{ what, todo }] : [])
