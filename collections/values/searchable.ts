// What somebody typed finds what somebody else wrote: in any script, with any apostrophe, with or without accents, as one
// word or as several. Both sides are taken apart by the same rule, here and nowhere else, so that every database finds the same.

/** Letters that stay one letter when accents are taken off, as people type them who do not have them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'ng',
  ŧ: 't',
  ɓ: 'b',
  ɖ: 'd',
  ɗ: 'd',
  ɛ: 'e',
  ɣ: 'g',
  ƙ: 'k',
  ɲ: 'ny',
  ɔ: 'o',
  ƴ: 'y',
  ς: 'σ',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
}

/** The other way of writing them, as German and Scandinavian names are spelled where these letters are missing. */
const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

/** The zeros of digits other than ours (Arabic, Persian, Devanagari, Bengali, Thai, Lao, Burmese, Ethiopic has none, Khmer). */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x0ed0, 0x1040, 0x17e0]

const digit = (sign: string): string => {
  const code = sign.codePointAt(0)!
  const zero = ZEROS.find((first) => code >= first && code < first + 10)
  return zero === undefined ? sign : String(code - zero)
}

/** Signs that are not seen, and the line that only makes Arabic words longer. */
const UNSEEN = /[\p{Cf}\u0640]/gu
/** Apostrophes that count as letters of an alphabet, such as the ʻokina: typed straight, they part words as an apostrophe does. */
const APOSTROPHES = /[\u02B0-\u02FF\uA78B\uA78C]/gu
/** Vowels of Thai, Lao and Khmer, and of the scripts of India, are marks too: there they are letters of the word. */
const ACCENTS = /[\p{M}--[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]/gv

/** Text without accents, capitals, unseen signs and ways of writing that mean the same. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(UNSEEN, '')
    .replace(APOSTROPHES, "'")
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(/[^\p{ASCII}]/gu, (sign) => PLAIN[sign] ?? digit(sign))

/** Scripts that put no space between words: any sign of a name may be where somebody begins to type. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/u
const PART = new RegExp(`${UNSPACED.source}|[\\p{L}\\p{N}\\p{M}]`, 'gu')

/** The words of a folded text; what is no letter and no digit parts them, and so does every sign of a script without spaces. */
export const partsOf = (text: string): string[] => {
  const parts: string[] = []
  let end = -1
  let isOpen = false
  for (const { 0: sign, index } of text.matchAll(PART)) {
    const isUnspaced = UNSPACED.test(sign)
    if (isOpen && !isUnspaced && index === end) parts[parts.length - 1] += sign
    else parts.push(sign)
    isOpen = !isUnspaced
    end = index + sign.length
  }
  return parts
}

/** Characters that are compared of a word, and words of a text: more than any name has, and a bound to what is kept. */
const LONGEST = 60
const MOST_PARTS = 40

/** The text from each of its words on, as one word: "de la Cruz" is found by "cruz", "la cruz" and "delacruz". */
const fromEachWord = (text: string): string[] => {
  const parts = partsOf(text).slice(0, MOST_PARTS)
  return parts.map((_, at) => parts.slice(at).join('').slice(0, LONGEST))
}

const SPELLABLE = /[äöüåø]/
const spelled = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåø]/g, (sign) => SPELLED[sign] ?? sign)

const wordsOf = (text: string): string[] => [
  ...fromEachWord(folded(text)),
  ...(SPELLABLE.test(text.normalize('NFC').toLowerCase()) ? fromEachWord(folded(spelled(text))) : []),
]

const BEFORE = '|'

/** The text that is kept of what can be searched for: every word of it after a bar. Empty texts leave nothing. */
export const searchable = (...texts: readonly (string | null | undefined)[]): string =>
  [...new Set(texts.flatMap((text) => (text ? wordsOf(text) : [])))].map((word) => BEFORE + word).join('')

/** "ext. 204", "x204": who calls the number dials them later. */
const EXTENSION = /\s*(?:[;,]?\s*(?:ext(?:ension)?\.?|x|#)\s*=?\s*\d+)\s*$/i

/** A telephone number however it is written: with the country or without, in groups or in one, its end by itself. */
export const searchablePhone = (phone: string | null | undefined): string => {
  const digits = folded(phone ?? '')
    .replace(EXTENSION, '')
    .replace(/\D/g, '')
  if (digits.length < 4) return ''
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  const full = national.length === 10 ? [`1${national}`, national, national.slice(3)] : [national]
  return [...full, national.slice(-4)].map((word) => BEFORE + word).join('')
}

/** One of these has to hold: each is a list of beginnings of words, all of which have to be found. */
type Way = readonly string[]

/** What has to be found, as `searchable` keeps it: in all groups one of the ways. No groups: nothing was typed. */
export type Search = { all: readonly (readonly Way[])[]; whole: string }

const LONGEST_SEARCH = 200
const MOST_CHUNKS = 8

/** A search as somebody typed it. Each word of it has to begin a word; "Smith-Jones" may be two words, or one. */
export const searchFor = (typed: string): Search => {
  const text = folded(typed.slice(0, LONGEST_SEARCH))
  const chunks = text
    .split(/\s+/)
    .map(partsOf)
    .filter((parts) => parts.length > 0)
    .slice(0, MOST_CHUNKS)
  const marked = (parts: readonly string[]) => BEFORE + parts.join('').slice(0, LONGEST)
  return {
    all: chunks.map((parts) => [[marked(parts)], ...(parts.length > 1 ? [parts.map((part) => marked([part]))] : [])]),
    whole: chunks.length === 0 ? '' : marked(chunks.flat()),
  }
}

/** Whether a search finds what is kept. */
export const isFoundBy = (kept: string, { all, whole }: Search): boolean =>
  all.every((ways) => ways.some((way) => way.every((word) => kept.includes(word)))) ||
  (whole !== '' && kept.includes(whole))
