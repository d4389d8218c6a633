import { pluralRules } from '../values/locale.ts'
import { joinWords } from '../values/words.ts'
import type { Decision, NoPlace, RankedBy } from './selection.ts'

// Why somebody stands where they stand and gets what they get, in words for the desk and its log.

type Names = ReadonlyMap<string, string>

const ENDINGS = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }

/** "1st", "12th", "22nd" */
export const ordinal = (count: number): string =>
  `${count}${ENDINGS[pluralRules('en', { type: 'ordinal' }).select(count)]}`

const WHY_NOT = {
  full: 'is full',
  'not-set': 'has no set number of places',
  declined: 'was declined before',
  expired: 'was not answered in time before',
  unknown: 'is not on the site',
} satisfies Record<NoPlace['why'], string>

const nameIn = (names: Names, id: string): string => names.get(id) ?? 'A collaborative that is gone'

/** "School Climate Data Use is full"; of several each with its own reason. */
export const whyNot = (because: readonly NoPlace[], names: Names): string =>
  joinWords(because.map(({ collaborative, why }) => `${nameIn(names, collaborative)} ${WHY_NOT[why]}`))

/** "3rd of 14, score 9.5" */
export const standing = (rank: number, of: number, score: number | null): string =>
  score === null ? `${ordinal(rank)} of ${of}, not scored` : `${ordinal(rank)} of ${of}, score ${score}`

/** "3rd of 14, score 9.5; School Climate Data Use is full, so Reimagining School Safety" */
export const whyOffered = (
  { rank, offer, because }: Extract<Decision, { offer: string }>,
  of: number,
  score: number | null,
  names: Names,
): string => {
  const place = nameIn(names, offer)
  const choice = because.length === 0 ? place : `${whyNot(because, names)}, so ${place}`
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
