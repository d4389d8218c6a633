import type { Policy } from '../kernel/payload-types.ts'
import type { Day } from '../values/day.ts'
import type { PolicyKind } from './states.ts'

/** Of these there is one at a time: they decide something, and two would decide it twice. */
const SINGLE: readonly PolicyKind[] = ['cancellation', 'guests', 'waitlist', 'billing', 'consent']

export const isSingle = (kind: PolicyKind): boolean => SINGLE.includes(kind)

type Dated = Pick<Policy, 'kind' | 'effectiveFrom' | 'id'>

/** From when a policy holds; the empty text, which comes before every day, where it always has. */
const since = ({ effectiveFrom }: Pick<Policy, 'effectiveFrom'>): string => effectiveFrom ?? ''

/**
 * The policies in force on a day: of each kind there is one of, the latest that has begun; of the others all that have. Two
 * that began on one day cannot be published; where there are such from before, the one made first holds.
 */
export const inForce = <One extends Dated>(policies: readonly One[], today: Day): One[] => {
  const begun = policies.filter((policy) => since(policy) <= today)
  const isLatest = (policy: One) =>
    !begun.some(
      (other) =>
        other.kind === policy.kind &&
        (since(other) > since(policy) || (since(other) === since(policy) && other.id < policy.id)),
    )
  return begun.filter((policy) => !isSingle(policy.kind) || isLatest(policy))
}

/** The policy that says the same as another from the same day, so that nobody could know which one holds. */
export const rivalOf = <One extends Dated>(policy: Dated, published: readonly One[]): One | undefined =>
  isSingle(policy.kind)
    ? published.find((one) => one.id !== policy.id && one.kind === policy.kind && since(one) === since(policy))
    : undefined
