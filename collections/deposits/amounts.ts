import { isOneOf } from '../values/list.ts'
import type { Cents } from '../values/money.ts'
import { CASHED, type DepositState } from './states.ts'

/** A check as it is written down, as far as it says where its cents are. */
export type CheckRecord = {
  state: DepositState
  dueCents: Cents
  receivedCents?: Cents | null
  depositedCents?: Cents | null
  refundedCents?: Cents | null
}

/** Where every cent of a check is. What was received is held, returned, kept, to be refunded or refunded. */
export type CheckAmounts = {
  asked: Cents
  received: Cents
  /** What was asked for and has not come, while it is waited for. */
  missing: Cents
  /** What came beyond what was asked for. */
  over: Cents
  /** In the drawer. */
  held: Cents
  returned: Cents
  /** For fees that were approved. */
  kept: Cents
  toRefund: Cents
  refunded: Cents
}

/** Where every cent of a check is: page, letter, register, list of checks and ledger all say this. */
export const amountsOf = (check: CheckRecord): CheckAmounts => {
  const { state } = check
  const asked = state === 'void' ? 0 : check.dueCents
  const received = state === 'due' || state === 'void' ? 0 : (check.receivedCents ?? check.dueCents)
  const isCashed = isOneOf(CASHED, state)
  const kept = isCashed ? Math.min(received, check.depositedCents ?? received) : 0
  const refunded = isCashed ? Math.min(received - kept, check.refundedCents ?? 0) : 0
  return {
    asked,
    received,
    missing: state === 'due' || state === 'received' ? Math.max(0, asked - received) : 0,
    over: Math.max(0, received - asked),
    held: state === 'received' ? received : 0,
    returned: state === 'returned' ? received : 0,
    kept,
    toRefund: isCashed ? received - kept - refunded : 0,
    refunded,
  }
}

/** What of a check can stand for fees: all of one in the drawer, and what was kept of one that was deposited. */
export const coverOf = (check: CheckRecord): Cents => {
  const { held, kept } = amountsOf(check)
  return held + kept
}
