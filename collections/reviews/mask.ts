import { plainLetters } from '../values/slug.ts'
import { namesIn } from './blind.ts'

/** Who must not be recognized: the person, whoever belongs to the same team, where they work, and how they are reached. */
export type Identity = {
  people: readonly { name: string; email: string | null }[]
  organizations: readonly string[]
  phones: readonly string[]
}

/** A text as a reviewer reads it. `found`: how many places were covered. */
export type Masked = { text: string; found: number }

const COVERS = { name: '[name removed]', organization: '[organization removed]', phone: '[phone number removed]' }

type Place = { from: number; to: number; cover: string }

const WORD = /[\p{L}\p{M}\p{N}'’‘ʼʻ`´]+/gu
/** Digits of a number that can be told from any other number, and the signs people write between them. */
const FEWEST_DIGITS = 7
const BETWEEN = '[\\s().+/-]*'

const namePlaces = (text: string, people: Identity['people']): Place[] =>
  people.flatMap((person) =>
    namesIn(text, person).map(({ index, text }) => ({ from: index, to: index + text.length, cover: COVERS.name })),
  )

const plainWords = (text: string) =>
  [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
    plain: plainLetters(word).replace(/[^\p{L}\p{N}]/gu, ''),
  }))

/** The whole name of an organization, whatever its capitals, accents and the signs between its words. */
const organizationPlaces = (text: string, organizations: readonly string[]): Place[] => {
  const words = plainWords(text)
  return organizations.flatMap((name) => {
    const sought = plainWords(name).map(({ plain }) => plain)
    if (sought.length === 0) return []
    return words.flatMap(({ from }, at) =>
      sought.every((plain, next) => words[at + next]?.plain === plain)
        ? [{ from, to: words[at + sought.length - 1]!.to, cover: COVERS.organization }]
        : [],
    )
  })
}

const phonePlaces = (text: string, phones: readonly string[]): Place[] =>
  phones.flatMap((phone) => {
    const digits = phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
    if (digits.length < FEWEST_DIGITS) return []
    return [...text.matchAll(new RegExp([...digits].join(BETWEEN), 'g'))].map(({ index, 0: found }) => ({
      from: index,
      to: index + found.length,
      cover: COVERS.phone,
    }))
  })

/** Places that touch, or that only a space or a sign parts, become one: "Mai García" is one name. */
const joined = (text: string, places: readonly Place[]): Place[] => {
  const all: Place[] = []
  for (const place of places.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = all.at(-1)
    const isWithin = last !== undefined && place.from <= last.to
    const isNear = last?.cover === place.cover && /^([\s,_@-]{0,2}|\.)$/.test(text.slice(last.to, place.from))
    if (last && (isWithin || isNear)) last.to = Math.max(last.to, place.to)
    else all.push({ ...place })
  }
  return all
}

/**
 * Covers whatever in a text names its author, their team or their employer, so that whoever judges it does not know them.
 * What `namesIn` cannot tell from a common word stays ("Will" alone), and so does what only an insider would recognize.
 */
export const maskOf =
  ({ people, organizations, phones }: Identity) =>
  (text: string): Masked => {
    const places = joined(text, [
      ...organizationPlaces(text, organizations),
      ...namePlaces(text, people),
      ...phonePlaces(text, phones),
    ])
    const masked = places.reduceRight((left, { from, to, cover }) => left.slice(0, from) + cover + left.slice(to), text)
    return { text: masked, found: places.length }
  }

export type Mask = ReturnType<typeof maskOf>
