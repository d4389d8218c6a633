import { countOf } from '../values/words.ts'
import type { MinimumStanding } from './minimum.ts'

// What messages and pages say about a minimum of live sessions, as sentences.

const sessions = (count: number): string => countOf(count, 'live session', 'live sessions')

/** "The program asks you to attend at least 6 of the 8 live sessions." */
export const minimumText = ({ required, of }: Pick<MinimumStanding, 'required' | 'of'>): string =>
  `The program asks you to attend at least ${required} of the ${sessions(of)}.`

/** "You attended 3, missed 2, and 3 are still to come." */
export const attendedText = ({
  attended,
  missed,
  remaining,
}: Pick<MinimumStanding, 'attended' | 'missed' | 'remaining'>): string =>
  `You attended ${attended}, missed ${missed}, and ${remaining === 1 ? '1 is' : `${remaining} are`} still to come.`
