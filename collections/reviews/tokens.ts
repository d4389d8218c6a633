import { plainLetters } from '../values/slug.ts'

/** A word of a text. `plain`: small letters and digits without accents, signs and the possessive; `to` is the place after it. */
export type Token = { from: number; to: number; text: string; plain: string }

/** Signs nobody sees, which word processors leave inside words: soft hyphens, joiners, byte order marks. */
const UNSEEN = '\u00ad\u200b-\u200d\u2060\ufeff'
const WORD = new RegExp(`[\\p{L}\\p{M}\\p{N}'’‘ʼʻ\`´${UNSEEN}]+`, 'gu')
const POSSESSIVE = /['’ʼ`´]s['’]?$/iu
const UNSEEN_SIGNS = new RegExp(`[${UNSEEN}]`, 'g')

/** One word as it is compared. */
export const plainWord = (word: string): string =>
  plainLetters(word.replace(UNSEEN_SIGNS, '').replace(POSSESSIVE, '')).replace(/[^\p{L}\p{N}]/gu, '')

export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(WORD)].flatMap(({ index, 0: word }) => {
    const plain = plainWord(word)
    return plain === '' ? [] : [{ from: index, to: index + word.length, text: word, plain }]
  })

export const isCapitalized = ({ text }: Token): boolean => /^['’‘]?\p{Lu}/u.test(text)

/** Whether it begins a sentence, where a capital says nothing. */
export const beginsSentence = (text: string, { from }: Token): boolean =>
  /(^|[.!?:\n•*])["“‘'(\s-]*$/.test(text.slice(Math.max(0, from - 8), from))

/** Whether two words stand beside each other: nothing but a few spaces and signs between them. */
export const areNear = (one: Token | undefined, other: Token | undefined): boolean =>
  one !== undefined && other !== undefined && other.from - one.to <= 3
