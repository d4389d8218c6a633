import type { PersonKnown, PersonSeat } from './people.ts'
import type { DeskSession } from './views.ts'
import type { InvoiceState } from '../invoices/states.ts'
import type { Cents } from '../values/money.ts'
import type { DepositState } from '../deposits/states.ts'

// What the search box of the desk finds, by kind.

export type PersonHit = PersonKnown & { seats: PersonSeat[] }

export type SearchView = {
  typed: string
  people: PersonHit[]
  sessions: DeskSession[]
  courses: { slug: string; title: string }[]
  organizations: { id: string; name: string; member: boolean }[]
  statements: { number: string; payerName: string; state: InvoiceState; balanceCents: Cents }[]
  checks: { registration: string; name: string; number: string; state: DepositState; cents: Cents }[]
  orders: { registration: string; name: string; number: string; session: string }[]
  /** How many there are in all. */
  found: number
  /** There are more people than are shown. */
  isMore: boolean
}
