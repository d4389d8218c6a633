import type { Day } from '../../values/day.ts'
import type { Cents } from '../../values/money.ts'
import type { ChargeKind } from '../states.ts'

// What the desk shows of charges.

export type ChargeLine = {
  id: string
  name: string
  course: string
  day: Day
  kind: ChargeKind
  rule: string
  cents: Cents
}

export type ChargeRow = ChargeLine & {
  payerKey: string
  payerName: string
  bookedOn: Day
  registration: string | null
  /** The number of the statement it is on. */
  statement: string | null
  isReversed: boolean
  canReverse: boolean
}

export type ChargesView = {
  payers: { name: string; rows: ChargeRow[]; totalCents: Cents }[]
  /** There are more lines than are shown. */
  isCut: boolean
}

/** A place whose price is still on request. */
export type Unpriced = { registration: string; name: string; title: string; payerName: string }
