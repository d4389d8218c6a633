/**
 * What counts as a word, for people. The only text that says so: it stands beside every answer with a limit.
 */
export const WORD_RULE =
  'A word is what stands between spaces or dashes (– or —), if it has a letter or a number in it: “well-being”, “don’t”, “and/or”, “1,000.5”, a web address, and an e-mail address are one word each, an emoji is none, and in Chinese and Japanese each character is one.'

/** Letters that are written without spaces between words: Chinese characters and Japanese kana, one word each. */
const IDEOGRAPHS =
  '\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\u3035\\u3038-\\u303b\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff' +
  '\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9d\\u{1b000}-\\u{1b16f}\\u{20000}-\\u{3fffd}'

/** Spaces by code point, as the character classes of engines have changed over the years. */
const SPACES = '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000'
const DASHES = '\\u2013-\\u2015\\u2e3a\\u2e3b'

/** Marks nobody sees, and the voicing marks of narrow kana: they neither part words nor are any. */
const UNSEEN = /[\u00ad\u2060\ufeff\uff9e\uff9f]/gu
/** Emoji made from a digit or from a letter: keycaps, and the sign for information in its colored form. */
const EMOJI = /[0-9#*]\ufe0f?\u20e3|\u2139\ufe0f/gu
/** A web address up to what cannot be part of one, so that the dashes inside it part nothing. */
const ADDRESS = new RegExp(`(?:\\bhttps?://|\\bwww\\.)[^${SPACES}${DASHES}${IDEOGRAPHS}<>"“”«»、。，]+`, 'giu')
const IDEOGRAPH = new RegExp(`[${IDEOGRAPHS}]`, 'gu')
const BETWEEN = new RegExp(`[${SPACES}${DASHES}]+|--+`, 'u')
const IS_WORD = /[\p{L}\p{N}]/u

/** Stands in for what is one word whatever is inside it. */
const ONE_WORD = ' 0 '

/**
 * The number of words in a text, by `WORD_RULE`. Browser, API and tests share this one function, in plain regular expressions
 * only: engines differ in where they think words end (Intl.Segmenter), and a counter that disagrees with the server is the
 * complaint people have about others. Two hyphens in a row are a dash; hyphens, slashes, apostrophes and full stops inside a
 * word part nothing, which is the reading kinder to the writer. Thai, Lao, Khmer and Burmese are counted by the spaces their
 * writers put. Linear in the length of the text. Sources: 500-word limits of the micro-credential (seed 3).
 */
export const countWords = (text: string): number =>
  text
    .replace(UNSEEN, '')
    .replace(EMOJI, ' ')
    .replace(ADDRESS, ONE_WORD)
    .replace(IDEOGRAPH, ONE_WORD)
    .split(BETWEEN)
    .filter((run) => IS_WORD.test(run)).length

/** A limit as a credential states it; null or none: as many words as one likes. Without a kind it is advisory. */
export type WordLimited = { wordLimit?: number | null; limitKind?: 'hard' | 'advisory' | null }

/** How a count stands to a limit. `by`: words to spare (null: no limit), or words too many. */
export type WordStanding =
  { state: 'within'; by: number | null } | { state: 'over'; by: number; kind: 'hard' | 'advisory' }

/**
 * How many words (by `countWords`) stand to a limit: the limit itself is within it. Over a hard limit nothing can be handed in;
 * over an advisory one people are only told (Digital Promise and NEA differ in this, so it is data).
 */
export const limitOf = ({ wordLimit, limitKind }: WordLimited, words: number): WordStanding => {
  if (wordLimit == null) return { state: 'within', by: null }
  if (words <= wordLimit) return { state: 'within', by: wordLimit - words }
  return { state: 'over', by: words - wordLimit, kind: limitKind ?? 'advisory' }
}
