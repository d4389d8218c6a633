import type { UnknownYears } from '../holidays/unknown-years.ts'
import type { Day } from '../values/day.ts'
import type { DeskSession } from './views.ts'

// What the first page of the desk is given: the sessions of today and next, and what waits for somebody.

/** What waits for somebody at the desk, counted. */
export type Waits = {
  fees: number
  disputed: number
  waivers: number
  declared: number
  /** Permissions and promises that came and have to be looked at, and those that are waited for. */
  permissionsToDecide: number
  permissionsAsked: number
  /** People the desk added who have not accepted the terms, and colleagues who have not answered. */
  termsAsked: number
  colleaguesAsked: number
  checksOverdue: number
  checksToReturn: number
  checksToDeposit: number
  /** Deposited, with a rest that is the guest's. */
  refunds: number
  failedMessages: number
  offers: number
  orders: number
  /** Closing days that are entered year by year, and end before sessions that are planned. */
  unknownYears: UnknownYears[]
  /** Days that are over and still have people about whom nobody said a word. */
  unrecorded: { session: string; title: string; date: Day; people: number }[]
  /** `canRelease`: selections in which everybody is scored and nobody can apply any more. */
  applications: {
    toScore: number
    toEnroll: number
    enrollSince: Temporal.Instant | null
    papers: number
    papersSince: Temporal.Instant | null
    leaving: number
    offers: number
    canRelease: number
    toClose: number
    /** Enrolled, and on no roster. */
    offRoster: OffRoster[]
  }
  works: WorksWaiting
}

/** Somebody who holds a place in a program that goes on, and whom no roster of it has. */
export type OffRoster = { application: string; name: string; program: string }

export type Overview = { today: DeskSession[]; next: DeskSession[]; waits: Waits }

/** Work for micro-credentials that waits for the lead, counted; `overdue`: the answer should have been out by `now`. */
export type WorksWaiting = {
  toLookThrough: number
  toRelease: number
  withCoach: number
  overdue: number
  appeals: number
}
