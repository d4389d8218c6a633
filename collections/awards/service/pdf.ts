import type { AwardView } from '../view.ts'
import {
  AWARD_WORDS as WORDS,
  certificateLines,
  correctionTexts,
  dayText,
  givenLines,
  statusText,
  topicTexts,
} from '../words.ts'
import { formatDay } from '../../values/day.ts'
import { LEFT, openPdf, SOFT, WIDTH, type PdfWriter } from '../../pdf/document.ts'
import { canWrite } from '../../pdf/fonts.ts'
import { drawTable } from '../../pdf/table.ts'
import { drawCorner, drawGlyph, drawSeal, type Art } from './art.ts'

/** Everything a certificate is made from; `address` is its public page. */
export type Printed = { view: AwardView; art: Art; provider: string; address: string }

const NARROW = WIDTH - 150
/** Characters from which a title is set smaller. */
const LONG = 48
const ALARM = '#8a1f2b'

/** Names above, values below, two in a row; a list for those who listen. */
const drawLines = (pdf: PdfWriter, lines: readonly (readonly [string, string])[]): void => {
  const { doc, root, say, heightOf, bottom } = pdf
  const width = WIDTH / 2 - 14
  const list = doc.struct('L')
  root.add(list)
  for (let at = 0; at < lines.length; at += 2) {
    const pair = lines.slice(at, at + 2)
    const height = Math.max(...pair.map(([, value]) => heightOf(value, width, { font: 'bold', size: 10.5 })))
    if (doc.y + height + 14 > bottom) doc.addPage()
    const y = doc.y
    for (const [index, [name, value]] of pair.entries()) {
      const item = doc.struct('LI')
      list.add(item)
      const place = { x: LEFT + index * (width + 28), width }
      say(item, 'Lbl', name, { size: 8.5, color: SOFT, ...place, y })
      say(item, 'LBody', value, { font: 'bold', size: 10.5, ...place, y: y + 12 })
      item.end()
    }
    doc.x = LEFT
    doc.y = y + 12 + height + 9
  }
  list.end()
}

const heading = ({ doc, root, say, bottom }: PdfWriter, text: string): void => {
  if (doc.y + 60 > bottom) doc.addPage()
  say(root, 'H2', text, { font: 'display', size: 13, x: LEFT, y: doc.y + 8 })
  doc.y += 5
}

const drawBullets = ({ doc, root, say, heightOf, bottom }: PdfWriter, texts: readonly string[]): void => {
  const list = doc.struct('L')
  root.add(list)
  for (const text of texts) {
    if (doc.y + heightOf(text, WIDTH - 14, { size: 9.5 }) > bottom) doc.addPage()
    const item = doc.struct('LI')
    list.add(item)
    const y = doc.y + 2
    say(item, 'Lbl', '–', { x: LEFT, y, width: 14, color: SOFT })
    say(item, 'LBody', text, { x: LEFT + 14, y, width: WIDTH - 14 })
    item.end()
  }
  list.end()
  doc.x = LEFT
}

/** The holder, in large letters; a name the fonts have no letters for is said in words, and read aloud as it is. */
const drawHolder = ({ doc, root, say }: PdfWriter, { name }: AwardView): void => {
  if (name !== null && canWrite(name, 'display'))
    return void say(root, 'P', name, { font: 'display', size: 27, y: doc.y + 1, width: NARROW })
  const text = name === null ? WORDS.hidden : WORDS.unwritten
  say(root, 'P', text, { font: 'bold', size: 13, y: doc.y + 4, width: NARROW }, name === null ? {} : { actual: name })
}

const drawHead = (pdf: PdfWriter, { view, art, provider }: Printed): void => {
  const { doc, root, say } = pdf
  const { kind, title, status } = view
  drawCorner(pdf, art)
  say(root, 'P', provider, { size: 10, color: SOFT, x: LEFT, y: 46, width: NARROW - 90 })
  say(root, 'P', WORDS.kinds[kind], { font: 'bold', size: 11, y: doc.y + 26, width: NARROW })
  say(root, 'H1', title, { font: 'display', size: title.length > LONG ? 22 : 29, y: doc.y + 3, width: NARROW })
  doc.y += 12
  if (status !== 'valid') {
    say(root, 'P', statusText(view), { font: 'bold', size: 11.5, color: ALARM, width: NARROW })
    doc.y += 8
  }
  say(root, 'P', WORDS.certifies[kind], { size: 10.5, color: SOFT, width: NARROW })
  drawHolder(pdf, view)
  const what = kind === 'course' ? `${WORDS.attended} ${title}.` : `${WORDS.earned}.`
  say(root, 'P', what, { size: 10.5, color: SOFT, y: doc.y + 2, width: NARROW })
  drawGlyph(pdf, art.worn, LEFT + WIDTH - 104, 236, 52)
  doc.x = LEFT
  doc.y = Math.max(doc.y + 16, 296)
}

const drawCertificate = (pdf: PdfWriter, { view }: Printed): void => {
  const facts = view.certificate!
  const { doc, root, say, heightOf, bottom } = pdf
  drawLines(pdf, [...certificateLines(facts), ...givenLines(view)])
  if (facts.days.length > 1 || facts.days.some(({ minutes, whole }) => minutes < whole)) {
    heading(pdf, WORDS.days)
    const columns = [
      { title: WORDS.day, share: 0.6 },
      { title: WORDS.attendedMinutes, share: 0.4 },
    ]
    drawTable(
      pdf,
      columns,
      facts.days.map((day) => [formatDay(day.date, 'en'), dayText(day)]),
    )
  }
  if (facts.topics.length > 0) {
    heading(pdf, WORDS.topics)
    drawBullets(pdf, topicTexts(facts))
  }
  for (const text of [...correctionTexts(facts, view.zone), WORDS.committee]) {
    const how = { size: 9.5, color: SOFT, x: LEFT, width: WIDTH }
    if (doc.y + 8 + heightOf(text, WIDTH, how) > bottom) doc.addPage()
    say(root, 'P', text, { ...how, y: doc.y + 8 })
  }
}

const drawBadge = (pdf: PdfWriter, { view }: Printed): void => {
  const { doc, root, say } = pdf
  const { summary, judged, alignments } = view.badge!
  say(root, 'P', summary, { size: 10.5, y: doc.y - 4 })
  doc.y += 10
  drawLines(pdf, givenLines(view))
  heading(pdf, WORDS.judged)
  const columns = [
    { title: WORDS.judged, share: 0.6 },
    { title: WORDS.reached, share: 0.2 },
    { title: WORDS.required, share: 0.2 },
  ]
  drawTable(
    pdf,
    columns,
    judged.map(({ name, reached, required }) => [name, reached, required]),
  )
  if (alignments.length === 0) return
  heading(pdf, WORDS.aligned)
  drawBullets(
    pdf,
    alignments.map(({ name, framework }) => (framework ? `${name} (${framework})` : name)),
  )
}

const drawEnd = (pdf: PdfWriter, { view, art, address }: Printed): void => {
  const { doc, root, say, bottom, rule } = pdf
  const height = 66
  if (doc.y + height > bottom) doc.addPage()
  const y = bottom - height + 10
  rule(y - 10)
  drawSeal(
    pdf,
    art.circles.map(({ color }) => color),
    LEFT + 30,
    y + 26,
    view.status === 'valid',
  )
  say(root, 'P', WORDS.check, { size: 9, color: SOFT, x: LEFT + 76, y: y + 8, width: WIDTH - 76 })
  say(root, 'P', address, { font: 'bold', size: 10.5, x: LEFT + 76, y: doc.y + 1, width: WIDTH - 76 })
}

const draw = (pdf: PdfWriter, printed: Printed): void => {
  drawHead(pdf, printed)
  if (printed.view.certificate) drawCertificate(pdf, printed)
  if (printed.view.badge) drawBadge(pdf, printed)
  drawEnd(pdf, printed)
}

/**
 * Certificates one after the other, each on pages of its own that are counted for it, as a tagged PDF on letter paper: everything
 * in it is text, and in a tree of what it is. There has to be one at least.
 */
export const certificatesPdf = (
  printed: readonly Printed[],
  title: string,
  madeAt: Temporal.Instant,
): Promise<Uint8Array> => {
  const pdf = openPdf(title, 'en-US', new Date(madeAt.epochMilliseconds))
  const lastPages = printed.map((one, at) => {
    if (at > 0) pdf.doc.addPage()
    draw(pdf, one)
    return pdf.doc.bufferedPageRange().count
  })
  return pdf.finish((page) => {
    const at = lastPages.findIndex((last) => page <= last)
    const before = lastPages[at - 1] ?? 0
    const { provider, view } = printed[at]!
    return [`${provider} · ${WORDS.code} ${view.code}`, `Page ${page - before} of ${lastPages[at]! - before}`]
  })
}

/** One certificate. */
export const certificatePdf = (printed: Printed): Promise<Uint8Array> => {
  const { name, kind, title, awardedAt } = printed.view
  const about = `${WORDS.kinds[kind]}: ${title}`
  return certificatesPdf([printed], name ? `${about}, ${name}` : about, awardedAt)
}
