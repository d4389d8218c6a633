import type { Status } from '../registrations/states.ts'
import type { SessionLine } from '../sessions/view.ts'
import type { Day } from '../values/day.ts'
import type { Cents } from '../values/money.ts'

// What the page for several people of a roster is given.

/** One of several people something is to be done to. `fee`: what canceling would cost; `refusal`: why it cannot be done. */
export type ManyRow = {
  id: string
  revision: number
  name: string
  apart: string | null
  email: string
  employer: string
  status: Status
  isChosen: boolean
  fee: Cents | null
  refusal: string | null
}

/** The people of a roster, and what something would do to those who are chosen. */
export type ManyView = {
  what: 'cancel' | 'excuse' | 'move' | 'write'
  session: SessionLine
  title: string
  rows: ManyRow[]
  /** Days somebody can be excused from. */
  days: Day[]
  /** Dates they can be moved to. */
  dates: SessionLine[]
}
