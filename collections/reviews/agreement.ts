import type { Slot } from './policy.ts'
import type { Scores } from '../submissions/scores.ts'

/** Two reviews of the same attempt, with the slots both of them scored. */
export type Pair = { slots: readonly Slot[]; one: Scores; other: Scores }

/**
 * On how many scores of how many two reviewers gave the same level. `kappa`: how far beyond chance (Cohen 1960): 1 is always, 0 as
 * often as by chance; null where only one level was ever given, so that chance alone agrees always.
 */
export type Agreed = { same: number; of: number; kappa: number | null }
export type AgreementRow = Agreed & { criterion: string | null }

type Given = readonly [one: string, other: string]

const agreed = (given: readonly Given[]): Agreed => {
  const of = given.length
  const same = given.filter(([one, other]) => one === other).length
  const share = (level: string, at: 0 | 1) => given.filter((pair) => pair[at] === level).length / of
  const levels = [...new Set(given.flat())]
  const chance = levels.reduce((sum, level) => sum + share(level, 0) * share(level, 1), 0)
  const kappa = of === 0 || 1 - chance < 1e-12 ? null : (same / of - chance) / (1 - chance)
  return { same, of, kappa: kappa === null ? null : Math.round(kappa * 100) / 100 }
}

/**
 * How often two reviewers agreed, in all and by criterion, in the order of the rubric; answers judged as a whole stand under null.
 */
export const agreementAmong = (pairs: readonly Pair[]): Agreed & { rows: AgreementRow[] } => {
  const rows = new Map<string | null, Given[]>()
  for (const { slots, one, other } of pairs)
    for (const { id, criterion } of slots)
      rows.set(criterion, [...(rows.get(criterion) ?? []), [one[id]?.level ?? '', other[id]?.level ?? '']])
  return {
    ...agreed([...rows.values()].flat()),
    rows: [...rows].map(([criterion, given]) => ({ criterion, ...agreed(given) })),
  }
}
