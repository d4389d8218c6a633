import type { Differ } from '../credentials/states.ts'
import type { CredentialView } from '../credentials/view.ts'
import type { Score, Scores } from '../submissions/scores.ts'
import { isOptional, itemsOf } from '../submissions/parts.ts'
import type { Judged } from '../submissions/policy.ts'
import { differingIn, judge, lowerOf, reaches, type PassRule } from './pass-rule.ts'
import { PASS_LEVELS, REVIEW_NEXT, type ReleaseRefusal, type ReviewStatus } from './states.ts'
import { isOneOf } from '../values/list.ts'

/** What of a credential says how it is judged. */
export type Rubric = Pick<CredentialView, 'parts' | 'levels' | 'criteria' | 'passRule'> &
  Partial<Pick<CredentialView, 'levelPoints'>>

/** One level to be given: for an answer judged as a whole, or for one piece of evidence on one criterion of the rubric. */
export type Slot = {
  id: string
  item: string
  criterion: string | null
  levels: readonly string[]
  required: string
  /** With the levels of the rubric; else it passes or not. */
  isScored: boolean
}

export const mayBecome = (from: ReviewStatus, to: ReviewStatus): boolean => isOneOf(REVIEW_NEXT[from], to)

/**
 * Everything a reviewer gives a level for, in the order of the parts. Which parts pass as a whole, and which is scored with the
 * rubric, is the credential's to say, because its source contradicts itself: "Parts 1 and 3" have to pass, yet Part 3 is the
 * Scoring Guide and the reflection is Part 4; and two criteria meet three components (seed 3). So each component is scored on
 * each criterion, or on those it names; without criteria, once. The level needed is the component's, else the rule's, else the
 * highest. Parts in neither list are read and not judged, and so is what `isLeftOut`, of what may be.
 */
export const slotsOf = (
  { parts, levels, criteria, passRule }: Rubric,
  isLeftOut: (item: string) => boolean = () => false,
): Slot[] => {
  const { passParts, scoredPart, requiredLevel } = passRule
  return itemsOf(parts).flatMap((item): Slot[] => {
    const { key, part } = item
    if (isOptional(item) && isLeftOut(key)) return []
    if (part === scoredPart) {
      const own = item.kind === 'evidence' ? item.evidence : undefined
      const required = own?.requiredLevel ?? requiredLevel ?? levels[0] ?? ''
      const slot = { item: key, levels, required, isScored: true }
      if (criteria.length === 0) return [{ ...slot, id: key, criterion: null }]
      return criteria.flatMap(({ name }, index) =>
        own?.criteria && own.criteria.length > 0 && !own.criteria.includes(name)
          ? []
          : [{ ...slot, id: `${key}/${index + 1}`, criterion: name }],
      )
    }
    if (!passParts.includes(part)) return []
    return [{ id: key, item: key, criterion: null, levels: PASS_LEVELS, required: PASS_LEVELS[0], isScored: false }]
  })
}

/** What keeps a review from being finished: a slot without a level of its own, or one that falls short without a word why. */
export const lackingIn = (
  slots: readonly Slot[],
  scores: Scores,
): { id: string; reason: 'no-level' | 'no-comment' }[] =>
  slots.flatMap((slot): { id: string; reason: 'no-level' | 'no-comment' }[] => {
    const score = scores[slot.id]
    if (!score || !slot.levels.includes(score.level)) return [{ id: slot.id, reason: 'no-level' }]
    const needsComment = !reaches(slot, score.level) && score.comment.trim() === ''
    return needsComment ? [{ id: slot.id, reason: 'no-comment' }] : []
  })

/** `judged`: what is met and what fell short, item by item; it decides what opens again. */
export type Outcome = { state: 'passed' | 'not-yet'; judged: Judged } | { state: 'incomplete' }

/**
 * The outcome by the pass rule; all of it has to be met where no rule says otherwise. Incomplete while a level is missing, and
 * where the credential judges nothing at all, so that nobody passes by an empty rule. After "not yet" the scores of what was met
 * before are part of `scores`.
 */
export const outcomeOf = (slots: readonly Slot[], scores: Scores, rule: PassRule | null = null): Outcome => {
  const isGiven = ({ id, levels }: Slot) => scores[id] !== undefined && levels.includes(scores[id].level)
  return slots.length > 0 && slots.every(isGiven) ? judge(slots, scores, rule) : { state: 'incomplete' }
}

/** The reviews of one attempt. `reviewers`: how many are asked for. `decided`: the levels a third person gave where two differ. */
export type Panel = {
  reviewers: 1 | 2
  reviews: readonly Scores[]
  decided: Scores | null
  differ?: Differ | undefined
}

/**
 * The scores that count: a single reviewer's, or those two agree on with the third person's wherever they differ. Comments of
 * both reviewers are kept, one below the other. A reason instead, while they cannot be released.
 */
export const decidedScores = (
  slots: readonly Slot[],
  { reviewers, reviews, decided, differ }: Panel,
): { scores: Scores } | { refusal: ReleaseRefusal } => {
  const [one, other] = reviews
  if (slots.length === 0) return { refusal: 'no-rule' }
  if (!one || lackingIn(slots, one).length > 0) return { refusal: 'incomplete' }
  if (reviewers === 1) return { scores: one }
  if (!other || lackingIn(slots, other).length > 0) return { refusal: 'second-missing' }
  const open = differingIn(slots, one, other, differ)
  if (lackingIn(open, decided ?? {}).length > 0) return { refusal: 'differ' }
  const both = (slot: Slot): Score => {
    const { id } = slot
    const comments = [one[id]!.comment.trim(), other[id]!.comment.trim()].filter((comment) => comment !== '')
    return { level: lowerOf(slot, one[id]!.level, other[id]!.level), comment: [...new Set(comments)].join('\n\n') }
  }
  return {
    scores: Object.fromEntries(slots.map((slot) => [slot.id, open.includes(slot) ? decided![slot.id]! : both(slot)])),
  }
}
