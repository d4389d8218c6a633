import { APOSTROPHES, plainLetters } from '../values/slug.ts'
import { NAME_PARTICLES, TITLES, WORD_NAMES } from './names.ts'

/** Where a text gives away who wrote it: the place of the first character, and what stands there. */
export type Found = { index: number; text: string }

type Word = Found & { plain: string }

const WORD = /[\p{L}\p{M}'’‘ʼʻ`´]+/gu
const POSSESSIVE = /['’ʼ`´]s['’]?$/iu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** A pair of names written as one word, as in file names, is looked for inside longer words only from this length on. */
const JOINED_LENGTH = 7

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)]
    .map(({ index, 0: text }) => ({
      index,
      text,
      plain: plainLetters(text.replace(POSSESSIVE, '').replace(APOSTROPHES, '')),
    }))
    .filter(({ plain }) => plain !== '')

const isCapital = ({ text }: Word): boolean => /^['’‘]?\p{Lu}/u.test(text)
const endOf = ({ index, text }: Word): number => index + text.length

/** The parts of a name somebody is known by, hyphenated ones apart: "Mai García-López Jr." → mai, garcia, lopez. */
const partsOf = (name: string): string[] => [
  ...new Set(
    wordsOf(name)
      .map(({ plain }) => plain)
      .filter((plain) => plain.length > 1 && !NAME_PARTICLES.has(plain)),
  ),
]

/** Whether a word that is also a name is one here: beside another part of the same name, or its first letter, or a title. */
const isNameHere = (
  word: Word,
  before: Word | undefined,
  after: Word | undefined,
  parts: readonly string[],
): boolean => {
  const others = parts.filter((part) => part !== word.plain)
  const isOther = (near: Word | undefined): boolean =>
    near !== undefined &&
    isCapital(near) &&
    others.some((part) => near.plain === part || (near.plain.length === 1 && part.startsWith(near.plain)))
  return isCapital(word) && (isOther(before) || isOther(after) || (before !== undefined && TITLES.has(before.plain)))
}

const isOfName = (
  word: Word,
  before: Word | undefined,
  after: Word | undefined,
  parts: readonly string[],
  joined: readonly string[],
): boolean => {
  if (joined.some((pair) => word.plain === pair || (pair.length >= JOINED_LENGTH && word.plain.includes(pair))))
    return true
  // "The Vangs": a family.
  if (isCapital(word) && parts.some((part) => !WORD_NAMES.has(part) && part.length > 2 && word.plain === `${part}s`))
    return true
  if (!parts.includes(word.plain)) return false
  if (WORD_NAMES.has(word.plain)) return isNameHere(word, before, after, parts)
  return word.plain.length > 2 || isCapital(word)
}

const everywhere = (text: string, sought: string): Found[] => {
  const found: Found[] = []
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + sought.length))
    found.push({ index: at, text: sought })
  return found
}

/**
 * Where a text, or the name of a file, names the person who wrote it, so that a blind reviewer is not told and the person can be
 * warned: each part of the name, half of a double name, the possessive, in any case and without its accents, two parts run
 * together, and the e-mail address. Parts of two letters only with a capital. A part that is also a common word ("Will", "Grace",
 * "Her") counts only with a capital beside another part of the name, its initial, or a title; such a name alone is not found,
 * which is the price of no false alarm. In the order of the text. Source: "do not put your name in files" (NEA, by seed 3's
 * kind); a warning, never proof that a text is blind.
 */
export const namesIn = (text: string, person: { name: string; email: string | null }): Found[] => {
  const parts = partsOf(person.name)
  const joined = parts.flatMap((one) => parts.flatMap((other) => (one === other ? [] : [one + other])))
  const all = wordsOf(text)
  const isNear = (one: Word, other: Word): boolean => /^[\s.,_-]{0,3}$/.test(text.slice(endOf(one), other.index))
  const found: Found[] = all
    .filter((word, index) => {
      const [before, after] = [all[index - 1], all[index + 1]]
      const near = [
        before && isNear(before, word) ? before : undefined,
        after && isNear(word, after) ? after : undefined,
      ]
      return isOfName(word, near[0], near[1], parts, joined)
    })
    .map(({ index, text }) => ({ index, text }))
  const unspaced = person.name.split(/\s+/).filter((part) => part.length > 1 && UNSPACED.test(part))
  for (const part of unspaced) found.push(...everywhere(text, part))
  const email = person.email?.trim().toLowerCase()
  if (email)
    for (const { index } of everywhere(text.toLowerCase(), email))
      found.push({ index, text: text.slice(index, index + email.length) })
  const seen = new Set<string>()
  return found
    .sort((a, b) => a.index - b.index || b.text.length - a.text.length)
    .filter(({ index, text }) => !seen.has(`${index} ${text}`) && seen.add(`${index} ${text}`))
}
