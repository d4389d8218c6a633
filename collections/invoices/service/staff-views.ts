import type { ChargeKind } from '../../charges/states.ts'
import type { Month } from '../policy.ts'
import type { StatementFilter } from '../states.ts'
import type { DeskStatement, StatementSummary } from '../view.ts'
import type { Day } from '../../values/day.ts'
import type { Cents } from '../../values/money.ts'

// What the pages about money are given.

export type PreviewLine = {
  id: string
  name: string
  course: string
  day: Day
  kind: ChargeKind
  rule: string
  cents: Cents
}

/** What the statements of a month would be, were they made now. */
export type PreviewView = {
  month: Month
  isOver: boolean
  payers: { name: string; lines: PreviewLine[]; totalCents: Cents }[]
  totalCents: Cents
}

export type StatementsView = {
  filter: StatementFilter
  counts: Record<StatementFilter, number>
  shown: StatementSummary[]
  owedCents: Cents
}

/** `link`: the payer's own. `reversed`: ids of lines that were taken back since. */
export type StatementDetail = { statement: DeskStatement; link: string; reversed: string[] }

export type ChargeRow = PreviewLine & {
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
