import type { InvoiceState } from '../../invoices/states.ts'
import type { OrderState, Participation, Permission } from '../../registrations/states.ts'
import type { PersonKnown } from '../../staff/people.ts'
import type { ChargeEntry } from '../../staff/views.ts'
import type { Cents } from '../../values/money.ts'
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

/** A registration that has to do with an organization. */
type OfRegistration = { registration: string; name: string; title: string }

/** Everything the desk knows of an organization. */
export type OrganizationRecord = {
  /** `mailboxes`: where bills go; `order`: the purchase order for everybody. */
  contact: {
    name: string | null
    email: string | null
    phone: string | null
    mailboxes: string[]
    address: string | null
    order: string | null
  }
  /** Who works there; `coming`: for how many sessions they are registered. */
  people: (PersonKnown & { jobTitle: string | null; coming: number })[]
  /** Permissions it gave or was asked for, and promises to pay. */
  promises: (OfRegistration & { participation: Participation; state: Permission })[]
  orders: (OfRegistration & { state: OrderState; number: string | null; dueAt: Temporal.Instant | null })[]
  /** Lines that are on no statement yet. */
  open: ChargeEntry[]
  statements: { number: string; state: InvoiceState; totalCents: Cents; balanceCents: Cents }[]
}

export type OrganizationDetail = OrganizationLine & {
  /** The state that is shown, of this one and of the other it might be merged into. */
  shown: string
  record: OrganizationRecord
  referrers: (Referrer & { isMoved: boolean })[]
  /** Names that are linked to it. */
  linked: string[]
  /** Typed names that are linked to nobody. */
  typed: TypedPayer[]
  /** The organization it could be merged into, with what goes along; null before one was chosen. */
  look: { id: string; name: string } | null
  others: { id: string; name: string }[]
}
