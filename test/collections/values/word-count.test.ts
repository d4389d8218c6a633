import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countWords, limitOf, WORD_RULE } from '#collections/values/word-count.ts'

/** The golden corpus: what these count stays, whatever else changes, because people have written to these limits. */
const CORPUS: readonly (readonly [string, string, number])[] = [
  ['nothing', '', 0],
  ['spaces only', ' \t\n ', 0],
  ['punctuation only', '… !? – — - / & * •', 0],
  ['one word', 'Equity', 1],
  ['a sentence', 'We listen before we plan.', 5],
  ['spaces around', '  one two  ', 2],
  ['many spaces, tabs and lines between', 'one \t two\r\n\r\nthree\u2028four', 4],
  ['a space that does not break', 'ten\u00a0minutes', 2],
  ['narrow, wide and odd spaces', 'a\u2009b\u202fc\u3000d\u200be', 5],
  ['a vertical tab and a next-line mark', 'a\vb\u0085c', 3],
  ['a byte order mark in front', '\ufeffhello', 1],
  ['a soft hyphen inside', 'collab\u00adoration', 1],
  ['a word joiner inside', 'ten\u2060fold', 1],
  ['hyphenated', 'well-being', 1],
  ['hyphenated three times', 'a state-of-the-art plan', 3],
  ['a hyphen that does not break', 'co\u2011teaching', 1],
  ['a typographic hyphen', 'co\u2010teaching', 1],
  ['a hyphen at the end of a line', 'pre- and post-test', 3],
  ['a hyphen alone between words', 'plan - act', 2],
  ['an en dash without spaces', 'Monday–Tuesday', 2],
  ['an em dash without spaces', 'listen—then act', 3],
  ['dashes with spaces', 'one – two — three', 3],
  ['a horizontal bar', 'one―two', 2],
  ['two hyphens as a dash', 'listen--then act', 3],
  ['three hyphens as a dash', 'listen---act', 2],
  ['a range of years', '2019–2024', 2],
  ['a range with a hyphen', '2019-2024', 1],
  ['a straight apostrophe', "don't", 1],
  ['a typographic apostrophe', 'don’t', 1],
  ['a possessive', 'the teachers’ room', 3],
  ['a dropped beginning', '’tis rock ’n’ roll', 4],
  ['quotation marks', '“Who is here?” she asked.', 5],
  ['single quotation marks', "'Who' and ‘why’", 3],
  ['brackets', '(two words) [and] {these}', 4],
  ['a slash', 'and/or', 1],
  ['a slash with spaces', 'he / she', 2],
  ['an ampersand alone', 'research & practice', 2],
  ['an ampersand inside', 'Q&A', 1],
  ['an abbreviation', 'e.g. the U.S.', 3],
  ['a number with comma and point', '1,000.5', 1],
  ['per cent', '50%', 1],
  ['per cent, apart', '50 %', 1],
  ['money', '$45,000', 1],
  ['a minus', '−5 degrees', 2],
  ['a fraction', '½ 3/4', 2],
  ['a date', '3/15/2027', 1],
  ['a time', '8:30 AM', 2],
  ['a telephone number', '612-555-0142', 1],
  ['an ordinal and a hash', '3rd #1', 2],
  ['a web address', 'see https://example.org/a-b/c?d=e--f#g now', 3],
  ['a web address in brackets', '(https://example.org)', 1],
  ['a web address before a dash', 'https://example.org/a—read it', 3],
  ['a web address without scheme', 'www.example.org/plan', 1],
  ['a bare host', 'example.org/plan', 1],
  ['two web addresses', 'https://example.org http://example.org', 2],
  ['an address with letters of another language', 'https://example.org/educación', 1],
  ['letters that only look like an address', 'awww.cute', 1],
  ['an e-mail address', 'write to first.last+tag@example.org.', 3],
  ['an e-mail address in brackets', '<desk@example.org>', 1],
  ['Spanish', '¿Qué es la equidad? ¡Escuchar, año tras año!', 8],
  ['accents as marks of their own', 'e\u0301quite\u0301 sociale', 2],
  ['Hmong', 'Peb xav kom txhua tus menyuam kawm tau zoo', 9],
  ['Hmong in Pahawh', '𖬌𖬣𖬵 𖬉𖬲𖬦𖬰', 2],
  ['Somali', 'Waxaan u baahannahay sinnaan, lo’da iyo go’aan', 7],
  ['Arabic', 'التعليم حق للجميع', 3],
  ['Arabic with vowel signs and its own marks', 'العَدْلُ، والمُساواةُ؟', 2],
  ['Arabic digits', '٥٠٪ من الطلاب', 3],
  ['Hebrew', 'שלום עולם', 2],
  ['Persian with a joiner inside', 'می‌خواهم', 1],
  ['Russian', 'Равенство — это право', 3],
  ['Hindi', 'सभी बच्चों के लिए', 4],
  ['Amharic', 'ሰላም ለሁሉም', 2],
  ['Karen', 'တၢ်မၤလိ တၢ်သိၣ်လိ', 2],
  ['Vietnamese', 'Công bằng trong giáo dục', 5],
  ['Korean has spaces', '교육의 형평성', 2],
  ['Chinese: each character', '教育公平', 4],
  ['Chinese with its marks', '教育，公平。', 4],
  ['a rare Chinese character', '𠮷野', 2],
  ['Japanese: each character', 'みんなの学校', 6],
  ['Japanese with a long vowel', 'データ', 3],
  ['narrow kana with a voicing mark', 'ﾃﾞｰﾀ', 3],
  ['English inside Chinese', '使用PLC模式', 5],
  ['a web address inside Chinese', '请看https://example.org谢谢', 5],
  ['Thai by its spaces', 'การศึกษา เพื่อทุกคน', 2],
  ['an emoji', 'great 🎉', 1],
  ['an emoji with skin and joiners', '👩🏽‍🏫 👨‍👩‍👧', 0],
  ['a flag', '🇺🇸', 0],
  ['a keycap is an emoji, not a number', '1️⃣ listen', 1],
  ['the information sign', 'ℹ️ note', 1],
  ['an emoji at a word', 'thanks🙏', 1],
  ['signs', '© ™ → ✓ •', 0],
  ['a list with bullets', '• listen\n• plan\n• act', 3],
  ['a numbered list', '1. listen\n2. plan', 4],
  ['ellipsis in the middle', 'well … yes', 2],
  ['underscores', 'my_file_name.pdf', 1],
  ['an underscore line', '____', 0],
  ['half of a pair', 'a \ud83d b', 2],
]

describe('countWords', () => {
  test.each(CORPUS)('%s', (_, text, words) => {
    expect(countWords(text)).toBe(words)
  })

  test('its own rule is a text like any other', () => {
    expect(countWords(WORD_RULE)).toBe(48)
  })

  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(...CORPUS.map(([, each]) => each)),
    fc.string({ unit: fc.constantFrom('a', '-', '–', ' ', '’', '学', '1', '🎉', 'https://'), maxLength: 30 }),
  )

  test('two texts with a line between them count as much as each alone', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(countWords(`${one}\n${other}`)).toBe(countWords(one) + countWords(other))
      }),
    )
  })

  test('more spaces and dashes between words change nothing', () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '  ', '\t', '\n\n', ' – ', '—', '--'), (each, between) => {
        expect(countWords(` ${each.join(between)} `)).toBe(each.length)
      }),
    )
  })

  test('accents written as one character or as two count alike', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(countWords(each.normalize('NFD'))).toBe(countWords(each.normalize('NFC')))
      }),
    )
  })

  test('a very long answer, or one made to be slow, is counted at once', () => {
    for (const each of ['word ', 'a', 'www.', 'https://', '-', '学', '–'])
      expect(countWords(each.repeat(100_000))).toBeGreaterThanOrEqual(0)
  })
})

describe('limitOf', () => {
  test.each([
    ['no limit', {}, 9999, { state: 'within', by: null }],
    ['no limit, said so', { wordLimit: null, limitKind: 'hard' }, 9999, { state: 'within', by: null }],
    ['one word to spare', { wordLimit: 500, limitKind: 'hard' }, 499, { state: 'within', by: 1 }],
    ['the limit itself', { wordLimit: 500, limitKind: 'hard' }, 500, { state: 'within', by: 0 }],
    ['one word too many', { wordLimit: 500, limitKind: 'hard' }, 501, { state: 'over', by: 1, kind: 'hard' }],
    ['advisory', { wordLimit: 500, limitKind: 'advisory' }, 620, { state: 'over', by: 120, kind: 'advisory' }],
    ['advisory where nothing is said', { wordLimit: 500 }, 501, { state: 'over', by: 1, kind: 'advisory' }],
  ] as const)('%s', (_, limited, words, standing) => {
    expect(limitOf(limited, words)).toEqual(standing)
  })
})
