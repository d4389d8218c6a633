import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openFont, type Font } from './variable-font.ts'

// The fonts of documents: the site's own, and behind them those of the scripts that names are written in. Each comes in files for
// some letters each, which are opened when one of their letters is first written.

export type FontName = 'text' | 'bold' | 'display'

const SITE = {
  text: ['atkinson-hyperlegible-next', 400],
  bold: ['atkinson-hyperlegible-next', 680],
  display: ['fraunces', 560],
} as const satisfies Record<FontName, readonly [family: string, weight: number]>

/** For words that the site's fonts have not all letters for, in this order. */
const OTHERS = [
  'noto-sans',
  'noto-sans-ethiopic',
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-lao',
  'noto-sans-thai',
  'noto-sans-khmer',
  'noto-sans-kr',
  'noto-sans-sc',
] as const

type Family = (typeof SITE)[FontName][0] | (typeof OTHERS)[number]
type Part = { file: string; ranges: readonly (readonly [from: number, to: number])[] }

const pathOf = (file: string): string => fileURLToPath(import.meta.resolve(`@fontsource-variable/${file}`))

const rangesOf = (written: string): (readonly [number, number])[] =>
  written.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice('U+'.length).split('-')
    return [parseInt(from, 16), parseInt(to, 16)]
  })

const listed = new Map<Family, readonly Part[]>()

/** The files of a family, those for the usual letters first, each with the letters it is for. */
const partsOf = (family: Family): readonly Part[] => {
  const known = listed.get(family)
  if (known) return known
  const written = JSON.parse(readFileSync(pathOf(`${family}/unicode.json`), 'utf8')) as Record<string, string>
  const parts = Object.entries(written)
    .map(([name, ranges]) => ({
      file: pathOf(`${family}/files/${family}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
      ranges: rangesOf(ranges),
    }))
    .toReversed()
  listed.set(family, parts)
  return parts
}

const opened = new Map<string, Font>()

const open = (file: string, weight: number): Font => {
  const key = `${file} ${weight}`
  const font = opened.get(key) ?? openFont(file, weight)
  opened.set(key, font)
  return font
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** A letter with its marks, which are set as one. */
const lettersOf = (text: string): string[] => [...SEGMENTER.segment(text)].map(({ segment }) => segment)
const drawnOf = (letter: string): number[] =>
  [...letter].filter((one) => !/\p{Default_Ignorable_Code_Point}/u.test(one)).map((one) => one.codePointAt(0)!)

const fontIn = (letter: string, family: Family, weight: number): Font | undefined => {
  const points = drawnOf(letter)
  // Only the fonts that are made for many scripts know where each mark goes.
  if (points.length > 1 && !OTHERS.includes(family as never)) return undefined
  const [first] = points
  const holding = partsOf(family).filter(({ ranges }) => ranges.some(([from, to]) => first! >= from && first! <= to))
  return first === undefined
    ? open(partsOf(family)[0]!.file, weight)
    : holding
        .map(({ file }) => open(file, weight))
        .find((font) => points.every((one) => font.hasGlyphForCodePoint(one)))
}

const fontsFor = (word: string, family: Family, weight: number): Font[] | undefined => {
  const fonts: Font[] = []
  for (const letter of lettersOf(word)) {
    const font = fontIn(letter, family, weight)
    if (!font) return undefined
    fonts.push(font)
  }
  return fonts
}

/** A font of the site, for the usual letters. */
export const usualFont = (name: FontName): Font => open(partsOf(SITE[name][0])[0]!.file, SITE[name][1])

/** Text that is set in one font, from left to right or from right to left; `isOwn`: in a font of the site. */
export type Stretch = { text: string; font: Font; isRightToLeft: boolean; isOwn: boolean }

const SPACE = 0x20
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** The fonts for the letters of a word: all of one family where one has them all, else the first that has each. */
const fontsOf = (word: string, name: FontName): (Font | undefined)[] => {
  const [own, weight] = SITE[name]
  const families = [own, ...OTHERS]
  for (const family of families) {
    const fonts = fontsFor(word, family, weight)
    if (fonts) return fonts
  }
  return lettersOf(word).map((letter) =>
    families.map((family) => fontIn(letter, family, weight)).find((font) => font !== undefined),
  )
}

/** Whether there is a font for everything in a text. */
export const canWrite = (text: string, name: FontName): boolean =>
  text
    .normalize('NFC')
    .split(/\s+/)
    .every((word) => fontsOf(word, name).every((font) => font !== undefined))

/** A text in the stretches it is set in. What no font has letters for stays, as boxes of the usual one. */
export const stretchesOf = (text: string, name: FontName): Stretch[] => {
  const usual = usualFont(name)
  const [family, weight] = SITE[name]
  const isOwn = (font: Font) => partsOf(family).some(({ file }) => opened.get(`${file} ${weight}`) === font)
  const found: Stretch[] = []
  const add = (letter: string, font: Font, isRightToLeft: boolean) => {
    const last = found.at(-1)
    if (last?.font === font && last.isRightToLeft === isRightToLeft) last.text += letter
    else found.push({ text: letter, font, isRightToLeft, isOwn: isOwn(font) })
  }
  const words = text.normalize('NFC').split(/(\s+)/)
  for (const [at, word] of words.entries()) {
    if (word === '') continue
    const isRightToLeft = RIGHT_TO_LEFT.test(word)
    if (/^\s/.test(word)) {
      // A space belongs to what comes before it, but where the direction turns, or where that font has none.
      const last = found.at(-1)
      const turns = last?.isRightToLeft === true && !RIGHT_TO_LEFT.test(words[at + 1] ?? '')
      const belongs = last !== undefined && !turns && last.font.hasGlyphForCodePoint(SPACE)
      add(word, belongs ? last.font : usual, belongs && last.isRightToLeft)
    } else {
      const fonts = fontsOf(word, name)
      for (const [index, letter] of lettersOf(word).entries()) add(letter, fonts[index] ?? usual, isRightToLeft)
    }
  }
  return found
}
