import { aroundIn } from './around.ts'
import { namesIn } from './blind.ts'
import { employerIn, type Stretch } from './employer.ts'
import { tokensOf, type Token } from './tokens.ts'

/**
 * Who must not be recognized: the person, whoever belongs to the same team, where they work (names, short names and schools, and
 * the domains of their mailboxes), and how they are reached.
 */
export type Identity = {
  people: readonly { name: string; email: string | null }[]
  organizations: readonly string[]
  phones: readonly string[]
  /** What the author asked to have covered besides: colleagues, schools, places. */
  words?: readonly string[]
}

/** A text as a reviewer reads it. `found`: how many places were covered. */
export type Masked = { text: string; found: number }

const COVERS = {
  name: '[name removed]',
  organization: '[organization removed]',
  phone: '[phone number removed]',
  word: '[removed]',
}

type Place = { from: number; to: number; cover: string }

/** Digits of a number that can be told from any other number, and the signs people write between them. */
const FEWEST_DIGITS = 7
const BETWEEN = '[\\s().+/-]*'

const namePlaces = (text: string, people: Identity['people']): Place[] =>
  people.flatMap((person) =>
    namesIn(text, person).map(({ index, text }) => ({ from: index, to: index + text.length, cover: COVERS.name })),
  )

/** Words somebody asked to have covered, in a row and in any case. */
const wordPlaces = (tokens: readonly Token[], words: readonly string[]): Place[] =>
  words.flatMap((asked) => {
    const sought = tokensOf(asked).map(({ plain }) => plain)
    if (sought.length === 0) return []
    return tokens.flatMap(({ from }, at) =>
      sought.every((plain, next) => tokens[at + next]?.plain === plain)
        ? [{ from, to: tokens[at + sought.length - 1]!.to, cover: COVERS.word }]
        : [],
    )
  })

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

const under =
  (cover: string) =>
  ({ from, to }: Stretch): Place => ({ from, to, cover })

/**
 * Covers whatever in a text names its author, their team, their employer in any form, colleagues and schools, so that whoever
 * judges it does not know them. What `namesIn` cannot tell from a common word stays ("Will" alone), and so does what only an
 * insider would recognize; the author sees the text as it is read, and can name more words. What is known of the employer is worked
 * out once, so that one mask serves every text of a person.
 */
export const maskOf = ({ people, organizations, phones, words = [] }: Identity) => {
  const employer = employerIn(organizations)
  return (text: string): Masked => {
    const tokens = tokensOf(text)
    const around = aroundIn(text, tokens)
    const places = joined(text, [
      ...namePlaces(text, people),
      ...employer(text, tokens).map(under(COVERS.organization)),
      ...around.places.map(under(COVERS.organization)),
      ...around.people.map(under(COVERS.name)),
      ...around.phones.map(under(COVERS.phone)),
      ...phonePlaces(text, phones),
      ...wordPlaces(tokens, words),
    ])
    const pieces = places.map(({ from, cover }, at) => text.slice(places[at - 1]?.to ?? 0, from) + cover)
    return { text: pieces.join('') + text.slice(places.at(-1)?.to ?? 0), found: places.length }
  }
}

export type Mask = ReturnType<typeof maskOf>
