import { stretchesOf, type FontName } from './fonts.ts'
import type { Glyph } from './variable-font.ts'

/** A line of text as the path its letters make, for drawings that have to look the same where no font is. `width` in the same units as `size`. */
export type Outline = { d: string; width: number }

const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const

const round = (value: number): number => Math.round(value * 100) / 100

/** The path of one letter from a point on its line; letters of fonts are drawn upward, pictures downward. */
const pathOf = ({ path }: Glyph, x: number, scale: number): string =>
  path.commands
    .map(({ command, args }) => {
      const points = args.map((value, at) => round(at % 2 === 0 ? x + value * scale : -value * scale))
      return LETTERS[command] + points.join(' ')
    })
    .join('')

/** The outline of a text that is set in one line, from 0 to the right on the line y = 0. */
export const outlineOf = (text: string, name: FontName, size: number): Outline => {
  let [d, x] = ['', 0]
  for (const { text: part, font } of stretchesOf(text, name)) {
    const scale = size / font.unitsPerEm
    for (const letter of part) {
      const glyph = font.glyphForCodePoint(letter.codePointAt(0)!)
      d += pathOf(glyph, x, scale)
      x += glyph.advanceWidth * scale
    }
  }
  return { d, width: x }
}

/** A text in lines of at most that width, broken between words; a longer word stands alone. */
export const linesOf = (text: string, name: FontName, size: number, most: number): Outline[] => {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ')
    if (lines.length > 0 && outlineOf(longer, name, size).width <= most) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.map((line) => outlineOf(line, name, size))
}
