import { countOf } from '../values/words.ts'
import type { MinimumStanding } from './minimum.ts'

// What messages and pages say about a minimum of live sessions, as sentences.

const sessions = (count: number): string => countOf(count, 'live session', 'live sessions')

type MinimumCounts = Pick<MinimumStanding, 'required' | 'of'>

/** "The program asks you to attend at least 6 of the 8 live sessions." */
export const minimumText = ({ required, of }: MinimumCounts): string =>
  `The program asks you to attend at least ${required} of the ${sessions(of)}.`

/** "You attended 3, missed 2, and 3 are still to come." */
export const attendedText = ({
  attended,
  missed,
  remaining,
}: Pick<MinimumStanding, 'attended' | 'missed' | 'remaining'>): string =>
  `You attended ${attended}, missed ${missed}, and ${remaining === 1 ? '1 is' : `${remaining} are`} still to come.`

/**
 * What has to be done by somebody who cannot miss another one: all that are left, and make-ups where those alone are not enough.
 * "Please come to all 3 that are left and make up for 1 that you missed: the 3 alone give 4 of 5. You cannot miss another one."
 */
export const neededText = ({
  required,
  attended,
  remaining,
}: Pick<MinimumStanding, 'required' | 'attended' | 'remaining'>): string => {
  const short = Math.max(0, required - attended - remaining)
  const madeUp = `make up for ${short} that you missed`
  if (remaining === 0) return `No live session is left, so please ${madeUp}.`
  const all = remaining === 1 ? 'the one that is left' : `all ${remaining} that are left`
  if (short === 0) return `Please come to ${all}: you cannot miss another one.`
  const alone = remaining === 1 ? 'that one alone gives' : `the ${remaining} alone give`
  return `Please come to ${all} and ${madeUp}: ${alone} ${attended + remaining} of ${required}. You cannot miss another one.`
}

/** What we called off does to a minimum: "… at least 6 of 8 …; of those that are held now, at least 5 of 7." */
export const loweredText = (first: MinimumCounts, now: MinimumCounts): string =>
  first.required === now.required && first.of === now.of
    ? minimumText(now)
    : `The program first asked for at least ${first.required} of the ${sessions(first.of)}; of those that are held now it asks for at least ${now.required} of ${now.of}.`
