import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { openPdf } from '#collections/pdf/document.ts'
import { canWrite, stretchesOf, type FontName } from '#collections/pdf/fonts.ts'

// Names as their owners write them, drawn and copied from the document again.

const NAMES: [script: string, name: string][] = [
  ['plain letters', 'Cabdi Maxamed'],
  ['Vietnamese', 'Nguyễn Thị Hồng'],
  ['Vietnamese, taken apart', 'Trần Đức Hạnh'.normalize('NFD')],
  ['Hmong', 'Paj Ntaub Xyooj'],
  ['Yoruba', 'Ọlá Adéyẹmí'],
  ['Yoruba with two marks', 'Adébáyọ̀'],
  ['Hawaiian', 'Kaʻiulani Kāne'],
  ['Dakota', 'Zitkála-Šá Ḣaŋpa'],
  ['Polish, after letters of which it has parts', 'Ála Łukasz Żółć'],
  ['Cyrillic', 'Ґалаґан Ёлка'],
  ['Greek', 'Γιώργος'],
  ['Ge’ez', 'አበበ ቢቂላ'],
  ['Arabic', 'محمد علي'],
  ['Hebrew', 'דוד בן גוריון'],
  ['Arabic between others', 'Ada محمد علي Lund'],
  ['Lao', 'ສົມໄຊ ວົງສາ'],
  ['Thai', 'สมชาย ใจดี'],
  ['Khmer', 'សុខ វិសាល'],
  ['Korean', '김민준'],
  ['Chinese', '王小明'],
  ['Devanagari', 'राम कुमार'],
]
const FONTS: FontName[] = ['text', 'display']

const copied = async (name: string, font: FontName): Promise<string> => {
  const pdf = openPdf(name, 'en-US', new Date(0))
  pdf.say(pdf.root, 'P', name, { font })
  const document = await getDocument({ data: await pdf.finish(() => ['', '']), verbosity: 0 }).promise
  const { items } = await (await document.getPage(1)).getTextContent()
  const text = items.map((item) => ('str' in item ? item.str : '')).join('')
  // Dots of Arabic letters are parts of their own, which this reader shows as signs without a meaning.
  return text
    .replaceAll(/\p{Cc}/gu, '')
    .replaceAll(/ +/g, ' ')
    .trim()
}

describe.each(NAMES)('%s', (_, name) => {
  test.each(FONTS)('can be copied from what is set in %s', async (font) => {
    expect(await copied(name, font)).toBe(name.normalize('NFC'))
  })

  test('has a letter for everything', () => {
    for (const font of FONTS) expect(canWrite(name, font)).toBe(true)
  })
})

test('what nobody has letters for is said to be so', () => {
  expect(canWrite('𓀀𓀁', 'display')).toBe(false)
})

test('a word is in one family, and what is read from right to left is one stretch, space and all', () => {
  const stretches = stretchesOf('Ada محمد علي Lund', 'text')
  expect(stretches.map(({ text, isRightToLeft, isOwn }) => [text, isRightToLeft, isOwn])).toEqual([
    ['Ada ', false, true],
    ['محمد علي', true, false],
    [' Lund', false, true],
  ])
  expect(stretchesOf('Thị', 'text').every(({ isOwn }) => !isOwn)).toBe(true)
})
