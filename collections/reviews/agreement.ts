import { agreementOf, type Slot } from './policy.ts'
import type { Scores } from '../submissions/scores.ts'

/** Two reviews of the same attempt, with the slots both of them scored. */
export type Pair = { slots: readonly Slot[]; one: Scores; other: Scores }

/** On how many scores of how many two reviewers gave the same level; the figure of one criterion, or of an answer judged whole. */
export type Agreed = { same: number; of: number }
export type AgreementRow = Agreed & { criterion: string | null }

/**
 * How often two reviewers agreed, in all and by criterion, in the order of the rubric; answers judged as a whole stand under
 * null. It is a count, not a coefficient: with three levels some agreement is chance.
 */
export const agreementAmong = (pairs: readonly Pair[]): Agreed & { rows: AgreementRow[] } => {
  const rows = new Map<string | null, Agreed>()
  for (const { slots, one, other } of pairs) {
    const { differing } = agreementOf(slots, one, other)
    for (const { id, criterion } of slots) {
      const row = rows.get(criterion) ?? { same: 0, of: 0 }
      rows.set(criterion, { same: row.same + (differing.includes(id) ? 0 : 1), of: row.of + 1 })
    }
  }
  const all = [...rows].map(([criterion, agreed]) => ({ criterion, ...agreed }))
  const sum = (pick: (row: Agreed) => number) => all.reduce((total, row) => total + pick(row), 0)
  return { same: sum(({ same }) => same), of: sum(({ of }) => of), rows: all }
}
