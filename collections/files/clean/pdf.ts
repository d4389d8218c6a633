import { deflateSync, inflateSync } from 'node:zlib'

// A PDF with what it says of whoever wrote it made blank in its place: the document information, XMP, authors of remarks, whoever
// signed, and notes in its pictures. Every object stays where it is, so that no table of a reader has to be written anew.

const SPACE = 0x20
/** Bytes that one packed stream may become. */
const LONGEST_STREAM = 64_000_000

/** Bytes as text of as many characters, for looking through: a place in one is the place in the other. */
const textOf = (bytes: Buffer): string => bytes.toString('latin1')

/** Where the value at this place ends: a string with brackets inside, or one in digits; undefined for anything else. */
const endOfString = (text: string, at: number): number | undefined => {
  if (text[at] === '<' && text[at + 1] !== '<') {
    const end = text.indexOf('>', at)
    return end < 0 ? undefined : end + 1
  }
  if (text[at] !== '(') return undefined
  let depth = 0
  for (let place = at; place < text.length; place += 1) {
    const letter = text[place]
    if (letter === '\\') place += 1
    else if (letter === '(') depth += 1
    else if (letter === ')' && (depth -= 1) === 0) return place + 1
  }
  return undefined
}

/** The same string of as many bytes with nothing in it. */
const blankString = (bytes: Buffer, from: number, to: number): void => {
  bytes.fill(bytes[from] === 0x3c ? 0x30 : SPACE, from + 1, to - 1)
}

/** What the object that begins here is, up to its end. */
const bodyEnd = (text: string, from: number): number => {
  const end = text.indexOf('endobj', from)
  const stream = text.indexOf('stream', from)
  return Math.min(end < 0 ? text.length : end, stream < 0 ? text.length : stream)
}

const DATES = /\/(?:CreationDate|ModDate)\s*$/

/** Makes every string from one place to another blank, except days; and says which other objects stand there instead of strings. */
const blankStrings = (bytes: Buffer, from: number, to: number): number[] => {
  const text = textOf(bytes.subarray(from, to))
  const others: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    // The beginning of a dictionary, which is no string.
    if (text.startsWith('<<', at)) at += 2
    const end = endOfString(text, at)
    if (end === undefined) continue
    if (!DATES.test(text.slice(Math.max(0, at - 24), at))) blankString(bytes, from + at, from + end)
    at = end - 1
  }
  for (const { 1: number } of text.matchAll(/\/\w+\s+(\d+)\s+\d+\s+R\b/g)) others.push(Number(number))
  return others
}

/** Strings under a name, wherever its dictionary says what it belongs to: authors of remarks, signers. */
const SAYS_WHO =
  /\/(?:Subtype\s*\/(?:Text|FreeText|Line|Square|Circle|Polygon|PolyLine|Highlight|Underline|Squiggly|StrikeOut|Stamp|Caret|Ink|Popup|FileAttachment|Redact)|Type\s*\/Sig)\b/
const WHO = /\/(?:T|Name|Reason|Location|ContactInfo|RC)\s*(?=[(<])/g

const blankRemarks = (bytes: Buffer, from: number, to: number): void => {
  const text = textOf(bytes.subarray(from, to))
  if (!SAYS_WHO.test(text)) return
  for (const { index, 0: name } of text.matchAll(WHO)) {
    const at = index + name.length
    const end = endOfString(text, at)
    if (end !== undefined) blankString(bytes, from + at, from + end)
  }
}

type Stream = { number: number; dictionary: string; from: number; to: number }

const STREAM_AFTER = /^\s*(\d+)\s+\d+\s+obj\b/

/** The streams of a file, by the words around them; what is packed in them is passed over. */
const streamsIn = (text: string): Stream[] => {
  const streams: Stream[] = []
  let [before, at] = [0, 0]
  while ((at = text.indexOf('stream', before)) >= 0) {
    const isEnd = text.slice(at - 3, at) === 'end'
    const start = text.slice(before, at).lastIndexOf(' obj')
    const skip = text[at + 6] === '\r' ? (text[at + 7] === '\n' ? 8 : 7) : 7
    if (isEnd || start < 0 || !/>>\s*$/.test(text.slice(Math.max(0, at - 12), at))) {
      before = at + 6
      continue
    }
    const head = text.slice(Math.max(0, before + start - 14), before + start + 4)
    const number = Number(STREAM_AFTER.exec(head.slice(head.search(/\d+\s+\d+\s+obj$/)))?.[1] ?? -1)
    const dictionary = text.slice(before + start + 4, at)
    const from = at + skip
    const declared = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1]
    const isThere =
      declared !== undefined && /^\s*endstream/.test(text.slice(from + Number(declared), from + Number(declared) + 14))
    const end = isThere ? from + Number(declared) : text.indexOf('endstream', from)
    if (end < 0) break
    streams.push({ number, dictionary, from, to: end })
    before = end
  }
  return streams
}

const isPacked = (dictionary: string): boolean => /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/.test(dictionary)
const isPlain = (dictionary: string): boolean => !/\/Filter\b/.test(dictionary)
/** Packed by one way only; of several nothing can be said in place. */
const isOnce = (dictionary: string): boolean => !/\/Filter\s*\[\s*\/\w+\s*\/\w+/.test(dictionary)

/** Writes a stream anew in its place: packed, it is shorter than what had more to say, and what is left is passed over by readers. */
const refill = (bytes: Buffer, { from, to }: Stream, content: Buffer): boolean => {
  const packed = deflateSync(content, { level: 9 })
  if (packed.length > to - from) return false
  bytes.fill(0, from, to)
  packed.copy(bytes, from)
  return true
}

const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>'

const emptyXmp = (length: number): Buffer => {
  const empty = Buffer.alloc(length, SPACE)
  if (XMP.length <= length) empty.write(XMP, 'latin1')
  return empty
}

const blankXmp = (bytes: Buffer, stream: Stream): boolean => {
  const length = stream.to - stream.from
  if (isPlain(stream.dictionary)) {
    emptyXmp(length).copy(bytes, stream.from)
    return true
  }
  return isPacked(stream.dictionary) && isOnce(stream.dictionary) && refill(bytes, stream, emptyXmp(XMP.length))
}

/** Notes in a picture: their segments stay, with nothing in them. */
const blankJpeg = (bytes: Buffer, { from, to }: Stream): void => {
  for (let at = from + 2; at + 4 < to && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!
    if (marker === 0xda) return
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (marker === 0xe1 || marker === 0xed || marker === 0xfe) bytes.fill(0, at + 4, Math.min(end, to))
    at = end
  }
}

const unpacked = (bytes: Buffer, { from, to }: Stream): Buffer | undefined => {
  try {
    return inflateSync(bytes.subarray(from, to), { maxOutputLength: LONGEST_STREAM })
  } catch {
    return undefined
  }
}

/** Objects that lie packed in a stream (ISO 32000-1, 7.5.7): which, and where each begins and ends. */
const objectsIn = (content: Buffer, dictionary: string): { number: number; from: number; to: number }[] => {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0)
  const numbers = textOf(content.subarray(0, first)).trim().split(/\s+/).map(Number)
  const places = numbers.flatMap((number, index) =>
    index % 2 === 0 ? [{ number, from: first + numbers[index + 1]! }] : [],
  )
  return places.map((place, index) => ({ ...place, to: places[index + 1]?.from ?? content.length }))
}

/** Objects that hold the document information, of every time the file was saved. */
const infoNumbers = (text: string): number[] =>
  [...text.matchAll(/\/Info\s+(\d+)\s+\d+\s+R/g)].map(({ 1: number }) => Number(number))

const blankLoose = (bytes: Buffer, numbers: ReadonlySet<number>): number[] => {
  const text = textOf(bytes)
  const found: number[] = []
  for (const match of text.matchAll(/(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b/g)) {
    const from = match.index + match[0].length
    const to = bodyEnd(text, from)
    if (numbers.has(Number(match[1]))) found.push(...blankStrings(bytes, from, to))
    else blankRemarks(bytes, from, to)
  }
  return found
}

/** Whether a PDF is locked: opened by a word, or not to be changed. What is in it cannot be read here either. */
export const isLocked = (file: Buffer): boolean => /\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(textOf(file))

/** A PDF that names nobody; undefined where that cannot be done in its place. */
export const cleanPdf = (file: Buffer): Buffer | undefined => {
  if (isLocked(file)) return undefined
  const bytes = Buffer.from(file)
  const streams = streamsIn(textOf(bytes))
  const isOf =
    (kind: string) =>
    ({ dictionary }: Stream) =>
      new RegExp(`/(?:Type|Subtype)\\s*/${kind}\\b`).test(dictionary)
  const numbers = new Set(infoNumbers(textOf(bytes)))
  for (const other of blankLoose(bytes, numbers)) numbers.add(other)
  // Strings that stand on their own, beside the dictionary that names them.
  for (const other of blankLoose(bytes, numbers)) numbers.add(other)
  for (const stream of streams.filter(isOf('ObjStm'))) {
    const content = unpacked(bytes, stream)
    if (!content) return undefined
    const before = Buffer.from(content)
    for (const { number, from, to } of objectsIn(content, stream.dictionary))
      if (numbers.has(number)) blankStrings(content, from, to)
      else blankRemarks(content, from, to)
    if (!content.equals(before) && !refill(bytes, stream, content)) return undefined
  }
  if (!streams.filter(isOf('(?:Metadata|XML)')).every((stream) => blankXmp(bytes, stream))) return undefined
  for (const stream of streams)
    if (/\/DCTDecode\b/.test(stream.dictionary) && isOnce(stream.dictionary)) blankJpeg(bytes, stream)
  return bytes
}
