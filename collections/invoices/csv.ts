import { toCsv } from '../values/csv.ts'
import type { StatementView } from './view.ts'
import { STATEMENT_WORDS as WORDS } from './words.ts'

const HEAD = [
  'Statement',
  WORDS.issued,
  WORDS.due,
  WORDS.billTo,
  WORDS.kind,
  WORDS.person,
  WORDS.course,
  WORDS.day,
  WORDS.rule,
  WORDS.purchaseOrder,
  WORDS.amount,
]

/** The lines of a statement as a table, one row each. */
export const statementCsv = (statement: StatementView): string =>
  toCsv([
    HEAD,
    ...statement.lines.map((line) => [
      statement.number,
      statement.issuedOn,
      statement.totalCents > 0 ? statement.dueOn : '',
      statement.payerName,
      WORDS.kinds[line.kind],
      line.name,
      line.course,
      line.day,
      line.rule,
      line.purchaseOrder ?? statement.purchaseOrder,
      { cents: line.cents },
    ]),
  ])
