import { glyphOf } from '../../circles/glyph.ts'
import type { CircleView } from '../../circles/view.ts'
import type { PdfWriter } from '../../pdf/document.ts'

/** The three circles of the framework, and those among them that a course is in. */
export type Art = { circles: readonly CircleView[]; worn: readonly CircleView[] }

/** Three great circles that meet beyond the corner of the page; those the course is in stand out. */
export const drawCorner = ({ doc, decorate }: PdfWriter, { circles, worn }: Art): void =>
  decorate(() => {
    const places = [
      [560, -26, 150],
      [448, -92, 150],
      [640, 118, 150],
    ] as const
    for (const [index, [x, y, radius]] of places.entries()) {
      const circle = circles[index % Math.max(1, circles.length)]
      if (!circle) continue
      const isWorn = worn.length === 0 || worn.some(({ slug }) => slug === circle.slug)
      doc
        .circle(x, y, radius)
        .fillOpacity(isWorn ? 0.2 : 0.07)
        .fill(circle.color)
      doc
        .circle(x, y, radius)
        .strokeOpacity(isWorn ? 0.9 : 0.35)
        .lineWidth(1.25)
        .strokeColor(circle.color)
        .stroke()
    }
    doc.fillOpacity(1).strokeOpacity(1)
  })

/** The sign of a course, in its colors and shapes, from a point down and to the right. */
export const drawGlyph = (
  { doc, decorate }: PdfWriter,
  worn: readonly CircleView[],
  x: number,
  y: number,
  height: number,
) => {
  if (worn.length === 0) return
  const glyph = glyphOf(worn)
  decorate(() => {
    doc.save()
    doc.translate(x, y).scale(height / glyph.height)
    for (const [index, sign] of glyph.signs.entries()) {
      const { color } = worn[index]!
      doc
        .path(sign.outline)
        .fillOpacity(sign.texture ? 0.18 : 1)
        .fill(color)
        .fillOpacity(1)
      doc.path(sign.outline).lineWidth(1.8).strokeColor(color).stroke()
      if (sign.texture) doc.path(sign.texture).lineWidth(1.8).lineCap('round').strokeColor(color).stroke()
    }
    if (glyph.lens) doc.path(glyph.lens).fillOpacity(0.55).fill('#1f1b2b').fillOpacity(1)
    doc.restore()
  })
}

/** Three rings that meet, as the seal of an award: full for one that holds, struck through for one that does not. */
export const drawSeal = (
  { doc, decorate }: PdfWriter,
  colors: readonly string[],
  x: number,
  y: number,
  holds: boolean,
): void =>
  decorate(() => {
    const places = [
      [x, y - 9],
      [x - 10, y + 8],
      [x + 10, y + 8],
    ] as const
    for (const [index, [cx, cy]] of places.entries()) {
      const color = holds ? (colors[index] ?? '#1f1b2b') : '#595366'
      if (holds) doc.circle(cx, cy, 16).fillOpacity(0.18).fill(color).fillOpacity(1)
      doc.circle(cx, cy, 16).lineWidth(1.75).strokeColor(color).stroke()
    }
    if (!holds)
      doc
        .moveTo(x - 30, y + 26)
        .lineTo(x + 30, y - 26)
        .lineWidth(3)
        .strokeColor('#8a1f2b')
        .stroke()
  })
