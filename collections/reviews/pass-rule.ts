import type { CredentialView } from '../credentials/view.ts'
import type { Differ } from '../credentials/states.ts'
import type { Scores } from '../submissions/scores.ts'
import type { Judged } from '../submissions/policy.ts'
import type { Slot } from './policy.ts'

// What scores come to, as the credential says: every score at its level, so many criteria of each component, or so many points.

/** The part of a credential that says so. `levelPoints`: by level from the highest; null counts from 0 for the lowest. */
export type PassRule = Pick<CredentialView, 'levels' | 'levelPoints' | 'passRule'>

/** Whether a level is the one required or a higher one; levels run from the highest to the lowest. */
export const reaches = ({ levels, required }: Pick<Slot, 'levels' | 'required'>, level: string): boolean =>
  levels.includes(level) && levels.indexOf(level) <= levels.indexOf(required)

/** Points of one level, where the credential counts points. */
export const pointsOfLevel = (
  { levels, levelPoints = [] }: Pick<PassRule, 'levels' | 'levelPoints'>,
  level: string,
): number => {
  const at = levels.indexOf(level)
  return at < 0 ? 0 : (levelPoints[at] ?? levels.length - 1 - at)
}

/** The points of everything that was scored with the rubric. */
export const pointsIn = (slots: readonly Slot[], scores: Scores, rule: PassRule): number =>
  slots
    .filter(({ isScored }) => isScored)
    .reduce((sum, { id }) => sum + pointsOfLevel(rule, scores[id]?.level ?? ''), 0)

const isMet = (slots: readonly Slot[], scores: Scores, { passRule: { needed, atLeast } }: PassRule): boolean => {
  const reached = slots.filter((slot) => reaches(slot, scores[slot.id]!.level)).length
  const isCounted = needed === 'some' && slots.every(({ isScored }) => isScored)
  return reached >= (isCounted ? Math.min(atLeast ?? slots.length, slots.length) : slots.length)
}

/**
 * What is met, item by item, and whether all of it passes. Where points are counted, enough of them meet every scored item; too few
 * leave those open that do not reach their level, or all of them where each does.
 */
export const judge = (
  slots: readonly Slot[],
  scores: Scores,
  rule: PassRule | null,
): { state: 'passed' | 'not-yet'; judged: Judged } => {
  const all = rule ?? { levels: [], passRule: { passParts: [], scoredPart: null, requiredLevel: null, note: null } }
  const byItem = Map.groupBy(slots, ({ item }) => item)
  const judged: Record<string, 'met' | 'not-yet'> = {}
  for (const [item, own] of byItem) judged[item] = isMet(own, scores, all) ? 'met' : 'not-yet'
  if (all.passRule.needed === 'points') {
    const scored = [...new Set(slots.filter(({ isScored }) => isScored).map(({ item }) => item))]
    const isEnough = pointsIn(slots, scores, all) >= (all.passRule.atLeast ?? 0)
    const isShort = scored.some((item) => judged[item] === 'not-yet')
    for (const item of scored)
      if (isEnough) judged[item] = 'met'
      else if (!isShort) judged[item] = 'not-yet'
  }
  return { state: Object.values(judged).includes('not-yet') ? 'not-yet' : 'passed', judged }
}

/** The slots on which two reviewers differ so that a third person decides; a level nobody gave differs from every other. */
export const differingIn = (slots: readonly Slot[], one: Scores, other: Scores, differ: Differ = 'any'): Slot[] =>
  slots.filter((slot) => {
    const [first, second] = [one[slot.id]?.level, other[slot.id]?.level]
    if (first === second) return false
    if (first === undefined || second === undefined || differ === 'any') return true
    const isOtherOutcome = reaches(slot, first) !== reaches(slot, second)
    const apart = Math.abs(slot.levels.indexOf(first) - slot.levels.indexOf(second))
    return isOtherOutcome || (differ === 'far' && apart > 1)
  })

/** The level that counts where two differ by less than calls for a third: the lower, which both have seen at least. */
export const lowerOf = ({ levels }: Slot, one: string, other: string): string =>
  levels.indexOf(one) >= levels.indexOf(other) ? one : other
