import type { Step } from '../../followups/service/step.ts'
import { nightOf } from '../retention.ts'
import { completeErasure } from './erase.ts'
import { forgetWhatIsOver } from './nightly.ts'

/** What a process that stopped in the middle of an erasure has left. */
export const erasures: Step = {
  name: 'erasures',
  follows: { people: ({ id }) => id },
  handle: completeErasure,
}

/** Each night, what is kept for longer than was set. */
export const retention: Step = {
  name: 'retention',
  follows: {},
  due: async ({ zone }, span) => {
    const night = nightOf(span, zone)
    return night ? [night] : []
  },
  handle: forgetWhatIsOver,
}
