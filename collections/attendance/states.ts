import { isOneOf } from '../values/list.ts'
/** How one day went for one registration. No row yet: expected, or not recorded. */
export const DAY_STATES = ['present', 'partly', 'excused', 'absent', 'canceled', 'substituted'] as const
export type DayState = (typeof DAY_STATES)[number]

export const DAY_STATE_LABELS = {
  present: 'Present',
  partly: 'Partly present',
  excused: 'Excused',
  absent: 'Absent',
  canceled: 'Canceled this day',
  substituted: 'With a colleague',
} satisfies Record<DayState, string>

/** Somebody came, for the whole day or a part of it. */
export const THERE = ['present', 'partly'] as const satisfies readonly DayState[]
export const wasThere = (state: DayState): boolean => isOneOf(THERE, state)

/** What can be recorded at the door and afterwards. */
export const RECORDED = ['present', 'partly', 'excused', 'absent'] as const satisfies readonly DayState[]

/** A no-show fee as a case: proposed by the system, decided by a registrar; only an approved one becomes a charge. */
export const FEE_STATES = ['none', 'proposed', 'approved', 'waived', 'disputed'] as const
export type FeeState = (typeof FEE_STATES)[number]

export const FEE_STATE_LABELS = {
  none: 'No fee',
  proposed: 'Proposed',
  approved: 'Approved: charged',
  waived: 'Waived',
  disputed: 'Disputed',
} satisfies Record<FeeState, string>

/** An approved fee that somebody objects to is a case again. Back to none: the day was recorded anew, and what was proposed has no ground any more. */
export const FEE_NEXT = {
  none: ['proposed'],
  proposed: ['approved', 'waived', 'disputed', 'none'],
  disputed: ['approved', 'waived', 'none'],
  approved: ['waived', 'disputed'],
  waived: [],
} satisfies Record<FeeState, readonly FeeState[]>

/** Decisions a registrar takes about a proposed fee. */
export const FEE_DECISIONS = ['approved', 'waived', 'disputed'] as const satisfies readonly FeeState[]
export type FeeDecision = (typeof FEE_DECISIONS)[number]

export const FEE_REFUSALS = {
  'not-found': 'This case is gone. Nothing was changed.',
  'no-reason': 'Give a reason. It stays with the case.',
  'not-now': 'This fee can no longer be decided like that. Look at it again.',
  'called-off': 'We have canceled or moved this day, so there is no fee for it. Waive it.',
  'changed-meanwhile': 'Somebody else decided in the same moment. Look at it again.',
} as const
export type FeeRefusal = keyof typeof FEE_REFUSALS
