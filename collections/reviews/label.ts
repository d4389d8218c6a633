import { createHash } from 'node:crypto'

const digestOf = (kind: 'submission' | 'application', id: string): string =>
  createHash('sha256').update(`onramp review: ${kind} ${id}`).digest('hex').toUpperCase()

/** A short name for something whose author is not named, such as "7F3A": always the same, and it says nothing. */
export const labelOf = (kind: 'submission' | 'application', id: string): string => digestOf(kind, id).slice(0, 4)

/** What a reviewer asks for something by that nobody has taken yet; its id stays with the desk. */
export const handleOf = (kind: 'submission' | 'application', id: string): string =>
  digestOf(kind, id).slice(0, 24).toLowerCase()
