/** A member guest's check, from the day it is asked for to the day nothing is left to do about it. */
export const DEPOSIT_STATES = ['due', 'received', 'returned', 'deposited', 'void'] as const
export type DepositState = (typeof DEPOSIT_STATES)[number]

export const DEPOSIT_STATE_LABELS = {
  due: 'Check due',
  received: 'Check received',
  returned: 'Check returned',
  deposited: 'Check deposited',
  void: 'No check needed',
} satisfies Record<DepositState, string>

export const DEPOSIT_NEXT = {
  due: ['received', 'void'],
  received: ['returned', 'deposited'],
  returned: [],
  deposited: [],
  void: [],
} satisfies Record<DepositState, readonly DepositState[]>
