/**
 * A member guest's check, from the day it is asked for to the day nothing is left to do about it. The bank takes a check only as a
 * whole: where a part of one pays for missed days, the rest is to be refunded, and then refunded.
 */
export const DEPOSIT_STATES = ['due', 'received', 'returned', 'deposited', 'refund-due', 'refunded', 'void'] as const
export type DepositState = (typeof DEPOSIT_STATES)[number]

export const DEPOSIT_STATE_LABELS = {
  due: 'Check due',
  received: 'Check received',
  returned: 'Check returned',
  deposited: 'Check deposited',
  'refund-due': 'Check deposited, rest to be refunded',
  refunded: 'Check deposited, rest refunded',
  void: 'No check needed',
} satisfies Record<DepositState, string>

/** Something is left to do about these. */
export const OPEN_DEPOSITS = ['due', 'received', 'refund-due'] as const satisfies readonly DepositState[]
/** The bank has these. */
export const CASHED = ['deposited', 'refund-due', 'refunded'] as const satisfies readonly DepositState[]

/**
 * Received again: the rest of one that was short. Back to due: it was written down by mistake. A deposited check is to be
 * refunded in part when a fee it paid for is taken back.
 */
export const DEPOSIT_NEXT = {
  due: ['received', 'void'],
  received: ['received', 'due', 'returned', 'deposited', 'refund-due'],
  returned: [],
  deposited: ['refund-due'],
  'refund-due': ['refund-due', 'refunded'],
  refunded: ['refund-due'],
  void: [],
} satisfies Record<DepositState, readonly DepositState[]>
