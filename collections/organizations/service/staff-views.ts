import type { Referrer } from '../policy.ts'

// What the desk shows of organizations.

export type OrganizationLine = {
  id: string
  name: string
  member: boolean
  isOffered: boolean
  /** The name of the organization that took it over. */
  mergedInto: string | null
}

/** A name somebody typed, under which lines were booked. */
export type TypedPayer = { key: string; name: string; email: string | null; lines: number }

export type OrganizationDetail = OrganizationLine & {
  /** The state that is shown, of this one and of the other it might be merged into. */
  shown: string
  referrers: (Referrer & { isMoved: boolean })[]
  /** Names that are linked to it. */
  linked: string[]
  /** Typed names that are linked to nobody. */
  typed: TypedPayer[]
  /** The organization it could be merged into, with what goes along; null before one was chosen. */
  look: { id: string; name: string } | null
  others: { id: string; name: string }[]
}
