import type { Policy } from '../kernel/payload-types.ts'
import type { Cents } from '../values/money.ts'
import type { Day } from '../values/day.ts'
import type { DeadlineRule } from './deadline.ts'
import type { MissedDay, PolicyKind } from './states.ts'

/** The numbers a policy computes with. */
export type PolicyNumbers = {
  deadline: DeadlineRule | null
  feePerDay: Cents | null
  missedDay: MissedDay
  splitGapDays: number | null
  substitution: boolean
}

export type PolicyCard = { slug: string; title: string; summary: string; kind: PolicyKind }

export type PolicyView = PolicyCard &
  PolicyNumbers & { plain: string; rule: string; numbers: string[]; effectiveFrom: Day | null; updatedAt: string }

export const policyCard = ({ slug, title, summary, kind }: Policy): PolicyCard => ({ slug, title, summary, kind })

export const policyNumbers = ({
  deadline,
  feePerDay,
  missedDay,
  splitGapDays,
  substitution,
}: Policy): PolicyNumbers => ({
  deadline:
    deadline?.count != null && deadline.unit && deadline.mode
      ? {
          count: deadline.count,
          unit: deadline.unit,
          mode: deadline.mode,
          cutoff: deadline.cutoff || 'end-of-day',
        }
      : null,
  feePerDay: feePerDay ?? null,
  missedDay: missedDay ?? 'larger',
  splitGapDays: splitGapDays ?? null,
  substitution: substitution ?? false,
})
