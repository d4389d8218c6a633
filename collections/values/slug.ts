const MAX_LENGTH = 80

/** Letters that stay whole when accents are taken off. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
}

/** Apostrophes, and the letters written like them: part of a word in Somali ("Sa’ad") and English ("Teachers’"). */
export const APOSTROPHES = /['’‘ʼʻ`´]/g

/** Small letters without accents, for comparing what people wrote: "Ñandú Łódź" → "nandu lodz". Other scripts stay. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, (character) => LETTERS[character] ?? character)

const shorten = (slug: string): string => {
  if (slug.length <= MAX_LENGTH) return slug
  const wordEnd = slug.lastIndexOf('-', MAX_LENGTH)
  return slug.slice(0, wordEnd > 0 ? wordEnd : MAX_LENGTH)
}

/**
 * The part of an address a title turns into: "¿Qué es la equidad?" → 'que-es-la-equidad'. At most 80 characters, cut between
 * words. Undefined when no Latin letter or digit is left, so that nobody publishes a page without an address.
 */
export const toSlug = (text: string): string | undefined => {
  const slug = plainLetters(text.replace(APOSTROPHES, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return shorten(slug) || undefined
}

/** The address of the n-th copy, counted from 1: equity-copy, equity-copy-2; of a copy it is the next one, not a copy’s copy. */
export const copyOf = (slug: string, count: number): string => {
  const end = count === 1 ? '-copy' : `-copy-${count}`
  const original = slug.replace(/-copy(-\d+)?$/, '')
  return `${original.slice(0, MAX_LENGTH - end.length).replace(/-$/, '')}${end}`
}

/** True for lowercase Latin words joined by single hyphens, at most 80 characters in all. */
export const isSlug = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_LENGTH && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
