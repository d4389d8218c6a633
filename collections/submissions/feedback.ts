import type { Submission } from '../kernel/payload-types.ts'
import { chosenOf, type Handed, type Item } from './parts.ts'

// Feedback that a colleague writes by a link of theirs, so that it cannot be one's own (seed 3: "not a self-reflection").

/** Who was asked, and when; `version` tells the link of one from that of another. Instants are ISO 8601, in UTC. */
export type Feedback = { name: string; email: string; askedAt: string; version: number; givenAt?: string }

// Read from the document; it was checked when it was written. By the keys of items.
export const feedbackOf = ({ feedback }: Pick<Submission, 'feedback'>): Readonly<Record<string, Feedback>> =>
  (feedback as Record<string, Feedback> | null | undefined) ?? {}

/** The form of evidence a colleague writes, where that is chosen for an item. */
export const colleagueOption = (item: Item | undefined, handed: Handed) => {
  const option = item?.kind === 'evidence' ? chosenOf(item.evidence, handed) : undefined
  return option?.kind === 'colleague' ? option : undefined
}

/** Whether the text of an item is a colleague's, so that its owner cannot write it. */
export const isColleagues = (item: Item | undefined, handed: Handed): boolean =>
  colleagueOption(item, handed) !== undefined

/** Why somebody cannot be asked; undefined means they can. */
export const refusalToAsk = (
  { email }: Pick<Submission, 'email'>,
  asked: { email: string },
): 'own-mailbox' | undefined => (asked.email.trim().toLowerCase() === email.toLowerCase() ? 'own-mailbox' : undefined)
