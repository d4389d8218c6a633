import Pdf from 'pdfkit'

// Fonts for documents. They come compressed and with every weight in one file, which pdfkit's font library can
// read and measure, but not cut a part out of: it copies outlines that are not there. So each letter that is used is drawn
// anew, from the path the library works out for the chosen weight. Only what follows is needed of the library.

type Point = { x: number; y: number; isOn: boolean }
type Step = { command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'; args: number[] }
export type Glyph = {
  codePoints: number[]
  advanceWidth: number
  path: { commands: Step[] }
  _getMetrics: () => { leftBearing: number }
}
type Subset = {
  glyf: Uint8Array[]
  loca: { offsets: number[] }
  hmtx: { metrics: { advance: number; bearing: number }[] }
  offset: number
  _addGlyph: (id: number) => number
}
export type Font = {
  unitsPerEm: number
  glyphForCodePoint: (codePoint: number) => Glyph
  getGlyph: (id: number, characters?: number[]) => Glyph
  createSubset: () => Subset
  hasGlyphForCodePoint: (codePoint: number) => boolean
}

type Stored = { copy: () => Stored }
type Outline = { points?: Stored[] }
type Opened = Font & {
  head: object
  _tables: object
  _transformedGlyphs: Outline[]
  _variationProcessor: { transformPoints: (id: number, points: unknown[]) => void }
  _getBaseGlyph: (id: number, characters: number[]) => Glyph | undefined
}

/** The outlines of a letter as lists of points; `isOn` false is the handle of a curve. */
const contoursOf = ({ path }: Glyph): Point[][] => {
  const contours: Point[][] = []
  const add = (x: number, y: number, isOn: boolean) =>
    contours.at(-1)?.push({ x: Math.round(x), y: Math.round(y), isOn })
  for (const { command, args } of path.commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args
    if (command === 'moveTo') contours.push([])
    if (command === 'moveTo' || command === 'lineTo') add(a, b, true)
    if (command === 'quadraticCurveTo') {
      add(a, b, false)
      add(c, d, true)
    }
  }
  return contours.filter((contour) => contour.length > 1)
}

/** An outline as TrueType writes it ("glyf" table, simple glyph), each step in two bytes; padded to a multiple of four. */
const encode = (glyph: Glyph): Uint8Array => {
  const contours = contoursOf(glyph)
  const points = contours.flat()
  if (points.length === 0) return new Uint8Array(0)
  const size = 10 + 2 * contours.length + 2 + points.length + 4 * points.length
  const view = new DataView(new ArrayBuffer(Math.ceil(size / 4) * 4))
  let at = 0
  const write = (value: number) => {
    view.setInt16(at, value)
    at += 2
  }
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  for (const value of [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    write(value)
  let last = -1
  for (const contour of contours) write((last += contour.length))
  write(0)
  for (const { isOn } of points) view.setUint8(at++, isOn ? 1 : 0)
  for (const values of [xs, ys]) for (const [n, value] of values.entries()) write(value - (values[n - 1] ?? 0))
  return new Uint8Array(view.buffer)
}

/** What the library works out for an object once and keeps there, worked out for this one. */
const workOut = (font: object, name: string): void => {
  for (let type = Object.getPrototypeOf(font) as object | null; type; type = Object.getPrototypeOf(type)) {
    const found = Object.getOwnPropertyDescriptor(type, name)
    if (found?.get) return void found.get.call(font)
  }
}

/** Four more points stand for the space around a letter. They vary with it, and are not needed here. */
const spaceAround = (point: Stored): Stored[] =>
  Array.from({ length: 4 }, () => Object.assign(point.copy(), { endContour: true }))

/** The font of a file at one weight. */
export const openFont = (path: string, weight: number): Font => {
  const { font: base } = (new Pdf().font(path) as unknown as { _font: { font: Opened } })._font
  const font: Opened = Object.create(base, {
    variationCoords: { value: [weight] },
    _glyphs: { value: {}, writable: true },
    // By this sum pdfkit tells fonts apart, which are the same file here.
    _tables: { value: { ...base._tables, head: { ...base.head, checkSumAdjustment: path + weight } } },
  })
  workOut(font, '_variationProcessor')
  font._getBaseGlyph = (id, characters) => {
    const { points } = font._transformedGlyphs[id] ?? {}
    if (points?.length) font._variationProcessor.transformPoints(id, [...points, ...spaceAround(points[0]!)])
    return base._getBaseGlyph.call(font, id, characters)
  }
  font.getGlyph = (id, characters = []) => {
    const glyph = base.getGlyph.call(font, id, characters)
    // First met as a part of an accented letter, it stands for nothing yet, and could not be copied from the document.
    if (glyph?.codePoints.length === 0) glyph.codePoints = characters
    return glyph
  }
  font.createSubset = () => {
    const subset = base.createSubset.call(font)
    subset._addGlyph = (id) => {
      const glyph = font.getGlyph(id)
      const outline = encode(glyph)
      subset.glyf.push(outline)
      subset.loca.offsets.push(subset.offset)
      subset.hmtx.metrics.push({
        advance: Math.round(glyph.advanceWidth),
        bearing: Math.round(glyph._getMetrics().leftBearing),
      })
      subset.offset += outline.length
      return subset.glyf.length - 1
    }
    return subset
  }
  return font
}
