import type { ChargeLine } from '../../charges/service/staff-views.ts'
import type { Month } from '../policy.ts'
import type { StatementFilter } from '../states.ts'
import type { DeskStatement, StatementSummary } from '../view.ts'
import type { Cents } from '../../values/money.ts'

// What the pages about money are given.

/** What the statements of a month would be, were they made now. */
export type PreviewView = {
  month: Month
  isOver: boolean
  payers: { key: string; name: string; lines: ChargeLine[]; totalCents: Cents }[]
  totalCents: Cents
}

export type StatementsView = {
  filter: StatementFilter
  counts: Record<StatementFilter, number>
  shown: StatementSummary[]
  owedCents: Cents
}

/** Another statement of the same payer that is not paid. */
export type OtherOpen = { number: string; revision: number; balanceCents: Cents }

/** `link`: the payer's own. `reversed`: ids of lines that were taken back on a later statement. */
export type StatementDetail = {
  statement: DeskStatement
  link: string
  reversed: string[]
  others: OtherOpen[]
  years: number[]
}
