import type { MessageKind } from '../templates/states.ts'
import { amountsOf, type CheckRecord } from './amounts.ts'
import { MOVED_DATE, RELEASED } from './policy.ts'
import type { DepositState } from './states.ts'

type Written = CheckRecord & { revision: number; reason?: string | null }

/** What a guest hears of a check; `key` tells apart what can be said more than once. */
type CheckLetter = { kind: MessageKind; key?: string }

/**
 * The letter about the state a check is in; undefined where another message says it. What is waited for again, or came in two
 * parts, is said again.
 */
export const letterOf = (check: Written): CheckLetter | undefined => {
  const { state, revision } = check
  if (state === 'due' && check.reason === MOVED_DATE) return undefined
  const again = revision > 2 || (state === 'due' && revision > 1) ? { key: `revision-${revision}` } : {}
  const letters = {
    due: { kind: 'check-due', ...again },
    received: { kind: 'check-received', ...again },
    returned: { kind: 'check-returned' },
    deposited: { kind: 'check-deposited' },
    'refund-due':
      check.reason === RELEASED
        ? { kind: 'check-refund-due', key: `kept-${amountsOf(check).kept}` }
        : { kind: 'check-deposited' },
    refunded: { kind: 'check-refunded', key: `refunded-${amountsOf(check).refunded}` },
    void: undefined,
  } satisfies Record<DepositState, CheckLetter | undefined>
  return letters[state]
}
