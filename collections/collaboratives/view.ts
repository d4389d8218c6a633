import type { ContactView } from '../contacts/view.ts'
import type { SessionLine } from '../sessions/view.ts'
import type { Day } from '../values/day.ts'
import type { Cents } from '../values/money.ts'
import type { ApplicationWindow, CollaborativeKind } from './states.ts'

export type CollaborativeCard = {
  slug: string
  name: string
  kind: CollaborativeKind
  program: string | null
  summary: string
  /** Teams or persons, by kind; null: limited, but by no fixed number. */
  capacity: number | null
  /** For a whole team or one person, by kind; null: on request; 0: no charge. */
  price: Cents | null
  opensOn: Day | null
  appliesUntil: Day | null
  timeZone: string
  window: ApplicationWindow
}

export type CollaborativeView = CollaborativeCard & {
  notice: string | null
  /** HTML. */
  story: string
  outcomes: { title: string | null; text: string }[]
  audience: string | null
  eligibility: string[]
  commitments: string[]
  minimumSessions: number | null
  placesNote: string | null
  sessions: SessionLine[]
  contacts: ContactView[]
  updatedAt: string
}
