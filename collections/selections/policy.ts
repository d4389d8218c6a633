import type { Joining } from '../applications/joining.ts'
import type { ApplicationStatus } from '../applications/states.ts'
import type { ApplicationWindow } from '../collaboratives/states.ts'
import type { SelectionState } from './states.ts'

/** When one can apply for what is applied for together: as long as any of it can be asked for, else as long as any will be. */
export const windowOfCall = (windows: readonly ApplicationWindow[]): ApplicationWindow => {
  if (windows.includes('open')) return 'open'
  return windows.includes('not-open') ? 'not-open' : 'closed'
}

/**
 * Whether decisions wait to be released: everybody who applied is scored, and nobody can apply any more; where there is no
 * deadline, the desk releases when it thinks so.
 */
export const canRelease = (
  state: SelectionState,
  counts: Readonly<Record<Extract<ApplicationStatus, 'submitted' | 'waiting'>, number>>,
  { window, hasDeadline }: { window: ApplicationWindow; hasDeadline: boolean },
): boolean => state === 'scoring' && counts.waiting > 0 && counts.submitted === 0 && !(hasDeadline && window === 'open')

/**
 * Whether a selection waits to be closed: its decisions are out, everything has begun so that nothing is offered by itself any more,
 * and somebody in line has not been told.
 */
export const canClose = (
  state: SelectionState,
  counts: Readonly<Record<Extract<ApplicationStatus, 'waiting'>, number>>,
  joining: readonly Joining[],
): boolean => state === 'released' && counts.waiting > 0 && joining.every((one) => one !== 'open')
