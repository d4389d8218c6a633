import type { Context } from '../../context/context.ts'
import type { Download } from '../../invoices/service/documents.ts'
import { openPdf, SOFT, type PdfWriter } from '../../pdf/document.ts'
import type { FontName } from '../../pdf/fonts.ts'
import { dayIn } from '../../values/day.ts'
import type { RosterLine } from '../../staff/views.ts'

// Name tags for the label sheets that are sold everywhere: eight to a page, 3 3/8 by 2 1/3 inches (Avery 5395 and its like).

/** Points to an inch. */
const INCH = 72
const TAG = { width: 3.375 * INCH, height: (7 / 3) * INCH }
const SHEET = { columns: 2, rows: 4, left: 0.6875 * INCH, top: (7 / 12) * INCH, across: 3.75 * INCH, down: 2.5 * INCH }
const PADDING = 14

/** What stands on a tag. Needs are nobody’s business but the kitchen’s, and stand on none. */
export type Tag = Pick<RosterLine, 'name' | 'employer' | 'mediaRelease'>

/** The largest of some sizes in which a text fits into a box; the smallest where none does. */
const sizeFor = (
  { heightOf }: PdfWriter,
  text: string,
  font: FontName,
  sizes: readonly number[],
  { width, height }: { width: number; height: number },
): number => {
  // A long word without a space is measured by what its letters take, as it would be broken anywhere.
  const longest = text.split(/\s+/).reduce((most, word) => Math.max(most, word.length), 0)
  const fits = (size: number) => heightOf(text, width, { font, size }) <= height && longest * size * 0.62 <= width
  return sizes.find(fits) ?? sizes.find((size) => heightOf(text, width, { font, size }) <= height) ?? sizes.at(-1)!
}

const NAME_SIZES = [30, 27, 24, 21, 18, 16, 14, 12, 10, 8, 6] as const
const EMPLOYER_SIZES = [11, 10, 9, 8, 7, 6] as const

const drawTag = (pdf: PdfWriter, { name, employer, mediaRelease }: Tag, title: string, x: number, y: number): void => {
  const { doc, root, say, heightOf } = pdf
  const width = TAG.width - 2 * PADDING
  const tag = doc.struct('Sect')
  root.add(tag)
  const place = { x: x + PADDING, width }
  const top = { width, height: 84 }
  const size = sizeFor(pdf, name, 'bold', NAME_SIZES, top)
  const height = Math.min(top.height, heightOf(name, width, { font: 'bold', size }))
  say(tag, 'P', name, { font: 'bold', size, ...place, y: y + PADDING + (top.height - height) / 2 })
  if (employer) {
    const small = sizeFor(pdf, employer, 'text', EMPLOYER_SIZES, { width, height: 28 })
    say(tag, 'P', employer, { size: small, ...place, y: y + PADDING + 88 })
  }
  const foot = sizeFor(pdf, title, 'text', [8, 7, 6], { width: width * 0.68, height: 20 })
  say(tag, 'P', title, { size: foot, color: SOFT, x: x + PADDING, width: width * 0.68, y: y + TAG.height - 34 })
  if (mediaRelease)
    say(tag, 'P', TAG_WORDS.pictures, {
      font: 'bold',
      size: 8,
      align: 'right',
      x: x + PADDING + width * 0.68,
      width: width * 0.32,
      y: y + TAG.height - 34,
    })
  tag.end()
}

export const TAG_WORDS = { title: 'Name tags', pictures: 'Pictures: yes' } as const

const PER_PAGE = SHEET.columns * SHEET.rows

/** Tags in the order they are given, one after the other across the sheet. Whoever agreed to be in pictures has a mark. */
export const tagsPdf = (tags: readonly Tag[], title: string, madeAt: Temporal.Instant): Promise<Uint8Array> => {
  const pdf = openPdf(`${TAG_WORDS.title}: ${title}`, 'en-US', new Date(madeAt.epochMilliseconds))
  for (const [at, tag] of tags.entries()) {
    const place = at % PER_PAGE
    if (at > 0 && place === 0) pdf.doc.addPage()
    const [column, row] = [place % SHEET.columns, Math.floor(place / SHEET.columns)]
    drawTag(pdf, tag, title, SHEET.left + column * SHEET.across, SHEET.top + row * SHEET.down)
  }
  // A sheet of labels has no foot.
  return pdf.finish(() => ['', ''])
}

/** The same as a file to download. */
export const tagsDownload = async (context: Context, tags: readonly Tag[], title: string): Promise<Download> => ({
  name: `name-tags-${dayIn(context.now, context.zone)}.pdf`,
  type: 'application/pdf',
  body: await tagsPdf(tags, title, context.now),
})
