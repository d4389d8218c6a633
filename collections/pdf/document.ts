import Pdf from 'pdfkit'
import { stretchesOf, usualFont, type FontName, type Stretch } from './fonts.ts'
import type { Font } from './variable-font.ts'

/** Letter paper, in points. */
const PAGE = { width: 612, height: 792, margin: 48 } as const
export const LEFT = PAGE.margin
export const WIDTH = PAGE.width - 2 * PAGE.margin
const FOOT = 40

const INK = '#1f1b2b'
export const SOFT = '#595366'
const LINE = '#d9cfbd'

type Writing = {
  font?: FontName
  size?: number
  color?: string
  x?: number
  y?: number
  width?: number
  align?: 'left' | 'right'
}

/**
 * With a list of features, if an empty one, words are not set one by one, whose order would be the wrong way round from right to
 * left. Letters that have their accent already are not taken apart, as the parts could not be copied.
 */
const featuresFor = ({ text, isOwn, isRightToLeft }: Stretch): object => {
  if (isRightToLeft) return { features: [] }
  const isWhole = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\P{L}]*$/u.test(text) && !/\p{M}/u.test(text)
  return isWhole && !isOwn ? { features: { ccmp: false } } : {}
}

type Structure = PDFKit.PDFStructureElement

/**
 * A document that everyone can read (PDF/UA): in a language, with a title, every piece of text in a tree of what it is, fonts
 * inside, and all that is only decoration marked as such.
 */
export const openPdf = (title: string, lang: string, madeAt: Date) => {
  const doc = new Pdf({
    size: [PAGE.width, PAGE.height],
    margins: { top: PAGE.margin, left: PAGE.margin, right: PAGE.margin, bottom: 0 },
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang,
    displayTitle: true,
    info: { Title: title, Producer: 'Onramp', Creator: 'Onramp', CreationDate: madeAt, ModDate: madeAt },
  } as never)
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
  const root = doc.struct('Document')
  doc.addStructure(root)

  const use = (font: Font) => doc.font(font as never)

  const write = (text: string, { font = 'text', size = 9.5, color = INK, ...place }: Writing = {}): void => {
    const { x = doc.x, y = doc.y, width = WIDTH, align = 'left' } = place
    doc.fillColor(color).fontSize(size)
    use(usualFont(font))
    // Fonts stand on one line, that of the usual one, however high their letters reach.
    const baseline = -((doc as unknown as { _font: { ascender: number } })._font.ascender / 1000) * size
    const parts = stretchesOf(text, font)
    for (const [index, part] of parts.entries()) {
      use(part.font)
      const options = {
        width,
        align,
        lineGap: size * 0.12,
        baseline,
        continued: index < parts.length - 1,
        ...featuresFor(part),
      } as PDFKit.Mixins.TextOptions
      // Scripts whose letters change their shape and order are copied as they were written.
      if (!part.isOwn) doc.markContent('Span', { actual: part.text })
      if (index === 0) doc.text(part.text, x, y, options)
      else doc.text(part.text, options)
      if (!part.isOwn) doc.endMarkedContent()
    }
  }

  /** As it is measured in the font that most of it is set in. */
  const heightOf = (text: string, width: number, { font = 'text', size = 9.5 }: Writing = {}): number => {
    const [longest] = stretchesOf(text, font).toSorted((a, b) => b.text.length - a.text.length)
    use(longest?.font ?? usualFont(font))
    return doc.fontSize(size).heightOfString(text || ' ', { width, lineGap: size * 0.12 })
  }

  /** Something to be read, as an element of the tree; `actual` is read aloud and copied in its place. */
  const say = (
    parent: Structure,
    type: string,
    text: string,
    how?: Writing,
    options: { scope?: 'Column' | 'Row'; actual?: string } = {},
  ) => parent.add(doc.struct(type, options, () => write(text, how)))

  /** Something only to be looked at. */
  const decorate = (draw: () => void, options: object = { type: 'Layout' }): void => {
    doc.markContent('Artifact', options)
    draw()
    doc.endMarkedContent()
  }

  const rule = (y: number, color: string = LINE, thickness = 0.75): void =>
    decorate(() =>
      doc
        .moveTo(LEFT, y)
        .lineTo(LEFT + WIDTH, y)
        .lineWidth(thickness)
        .strokeColor(color)
        .stroke(),
    )

  /** Where the last line on a page may end. */
  const bottom = PAGE.height - PAGE.margin - FOOT / 2

  /** Writes the foot of each page, and ends the document. */
  const finish = (footOf: (page: number, of: number) => [left: string, right: string]): Promise<Uint8Array> => {
    const { count } = doc.bufferedPageRange()
    for (let page = 0; page < count; page += 1) {
      doc.switchToPage(page)
      const [left, right] = footOf(page + 1, count)
      const y = PAGE.height - FOOT
      decorate(
        () => {
          write(left, { size: 8, color: SOFT, x: LEFT, y, width: WIDTH * 0.7 })
          write(right, { size: 8, color: SOFT, x: LEFT, y, align: 'right' })
        },
        { type: 'Pagination', subtype: 'Footer' },
      )
    }
    root.end()
    doc.end()
    return whole
  }

  return { doc, root, write, heightOf, say, decorate, rule, bottom, finish }
}

export type PdfWriter = ReturnType<typeof openPdf>
