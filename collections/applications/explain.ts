import { joinWords, ordinal } from '../values/words.ts'
import type { Decision, NoPlace, RankedBy } from './selection.ts'

// Why somebody stands where they stand and gets what they get, in words for the desk and its log.

type Names = ReadonlyMap<string, string>

const WHY_NOT = {
  full: 'is full',
  'not-set': 'has no set number of places',
  declined: 'was declined before',
  expired: 'was not answered in time before',
  unknown: 'is not on the site',
  begun: 'has begun',
  over: 'is over for anybody new',
} satisfies Record<NoPlace['why'], string>

const nameIn = (names: Names, id: string): string => names.get(id) ?? 'A collaborative that is gone'

/** "School Climate Data Use is full"; of several each with its own reason. */
export const whyNot = (because: readonly NoPlace[], names: Names): string =>
  joinWords(because.map(({ collaborative, why }) => `${nameIn(names, collaborative)} ${WHY_NOT[why]}`))

/**
 * What somebody is in line for, as a sentence of their letter; undefined where nothing they asked for is full, so that nothing can be
 * said that is true: then a person offers the places, or nobody does.
 */
export const lineSentence = (because: readonly NoPlace[], names: Names): string | undefined => {
  const full = because.filter(({ why }) => why === 'full').map(({ collaborative }) => nameIn(names, collaborative))
  if (full.length === 0) return undefined
  return `Every place in ${joinWords(full)} is offered to somebody now, and you are in line for the next one.`
}

/** "3rd of 14, score 9.5" */
export const standing = (rank: number, of: number, score: number | null): string =>
  score === null ? `${ordinal(rank)} of ${of}, not scored` : `${ordinal(rank)} of ${of}, score ${score}`

/** "3rd of 14, score 9.5; School Climate Data Use is full, so Reimagining School Safety" */
export const whyOffered = (
  { rank, offer, because, instead }: Extract<Decision, { offer: string }>,
  of: number,
  score: number | null,
  names: Names,
): string => {
  const place = nameIn(names, offer)
  const wanted = instead ? `${place}, which they want more than ${nameIn(names, instead)}` : place
  const choice = because.length === 0 ? wanted : `${whyNot(because, names)}, so ${place}`
  return `${standing(rank, of, score)}; ${choice}`
}

/** How somebody came to stand where they stand, next to the one right above. */
export const RANKED_BY = {
  first: 'the highest score',
  score: 'by score',
  'submitted-later': 'the same score, sent later',
  'same-moment': 'the same score, sent at the same moment',
  'not-scored': 'not scored yet',
} satisfies Record<RankedBy, string>

/**
 * Why somebody is offered this place and not one they want more, as a sentence of their letter; empty where it is what they want most.
 * `wanted`: what they want more and have neither declined nor let run out, by name, the most wanted first. `before`: what was offered
 * to them and goes to the next.
 */
export const choiceSentence = (place: string, wanted: readonly string[], before: string | undefined): string => {
  if (before)
    return `A place in ${place}, which you want more, is free now. It is offered to you in place of the one in ${before}.`
  if (wanted.length === 0) return ''
  return `No place in ${joinWords([...wanted])} is free now. If one becomes free before you have answered, we offer you that one instead.`
}
