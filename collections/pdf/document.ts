import Pdf from 'pdfkit'
import { fontOf, type FontName } from './fonts.ts'

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

type Structure = PDFKit.PDFStructureElement

/** The text in stretches that one part of the font has letters for. */
const stretches = (text: string, name: FontName): { text: string; part: 'usual' | 'more' }[] => {
  const found: { text: string; part: 'usual' | 'more' }[] = []
  const [usual, more] = [fontOf(name, 'usual'), /[\u{100}-\u{10ffff}]/u.test(text) ? fontOf(name, 'more') : undefined]
  for (const letter of text) {
    const codePoint = letter.codePointAt(0)!
    const part = !usual.hasGlyphForCodePoint(codePoint) && more?.hasGlyphForCodePoint(codePoint) ? 'more' : 'usual'
    const last = found.at(-1)
    if (last?.part === part) last.text += letter
    else found.push({ text: letter, part })
  }
  return found
}

/** Whether a font has a letter for everything in a text. */
export const canWrite = (text: string, name: FontName): boolean =>
  [...text].every((letter) =>
    (['usual', 'more'] as const).some((part) => fontOf(name, part).hasGlyphForCodePoint(letter.codePointAt(0)!)),
  )

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

  const useFont = (name: FontName, part: 'usual' | 'more' = 'usual') => doc.font(fontOf(name, part) as never)

  const write = (text: string, { font = 'text', size = 9.5, color = INK, ...place }: Writing = {}): void => {
    const { x = doc.x, y = doc.y, width = WIDTH, align = 'left' } = place
    doc.fillColor(color).fontSize(size)
    const parts = stretches(text, font)
    for (const [index, { text, part }] of parts.entries()) {
      useFont(font, part)
      const options = { width, align, lineGap: size * 0.12, continued: index < parts.length - 1 }
      if (index === 0) doc.text(text, x, y, options)
      else doc.text(text, options)
    }
  }

  const heightOf = (text: string, width: number, { font = 'text', size = 9.5 }: Writing = {}): number => {
    useFont(font)
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
