import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { directoryOf, TAIL } from '../archive.ts'
import { cleanJpeg, cleanPng } from './picture.ts'

// An office document with what it says of whoever wrote it replaced: properties, authors of remarks and changes, folders of the
// computer it was saved on, notes in its pictures. Everything else is copied packed as it is, byte by byte.

/** Bytes one part may have, unpacked, to be looked through; a longer one is no text that people wrote. */
const LONGEST_PART = 64_000_000

const EMPTY_CORE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
const EMPTY_APP =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
const EMPTY_CUSTOM =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
const EMPTY_META =
  '<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>'

/** Parts of which nothing is needed to show the document. */
const REPLACED: Readonly<Record<string, string>> = {
  'docProps/core.xml': EMPTY_CORE,
  'docProps/app.xml': EMPTY_APP,
  'docProps/custom.xml': EMPTY_CUSTOM,
  'meta.xml': EMPTY_META,
}

const BY = 'A person'
/** Attributes that name somebody, or the folder something lay in. */
const ATTRIBUTES =
  /(\s(?:w:author|w15:author|w:initials|author|initials|userId|w15:userId|displayName|providerId|w15:providerId|userName|lastEdited(?:By)?|office:name|loext:sender-initials|text:author-name)=")[^"]*(")/g
/** Elements of the same; those of OpenDocument too. */
const ELEMENTS =
  /(<(author|dc:creator|dc:title|dc:subject|dc:description|meta:initial-creator|meta:creator-initials|text:author-name|text:author-initials|text:sender-[\w-]+|text:initial-creator|text:creator)(?:\s[^>]*)?>)[^<]*(<\/\2>)/g
const FOLDERS = /(\b(?:url|Target)=")(?:file:\/\/\/)?(?:[A-Za-z]:[\\/]|\/Users\/|\/home\/|\\\\)[^"]*(")/g
/** Where people stand beside what they wrote: `<p188:author name="…" …/>`, `<p:cmAuthor name="…"/>`, `<person displayName=…>`. */
const NAMED = /(<(?:\w+:)?(?:cmAuthor|author|person)\b[^>]*?\sname=")[^"]*(")/g

const withoutNames = (xml: string): string =>
  xml
    .replace(NAMED, `$1${BY}$2`)
    .replace(ATTRIBUTES, `$1${BY}$2`)
    .replace(ELEMENTS, `$1${BY}$3`)
    .replace(FOLDERS, '$1$2')

type Entry = { name: string; header: Buffer; at: number; packed: number; method: number }

const entriesOf = (file: Buffer): Entry[] | undefined => {
  const found = directoryOf(file.subarray(Math.max(0, file.length - TAIL)), file.length)
  if (!found) return undefined
  const entries: Entry[] = []
  for (let at = found.offset; at < found.offset + found.length;) {
    const length = 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    const header = Buffer.from(file.subarray(at, at + length))
    entries.push({
      name: header.toString('utf8', 46, 46 + header.readUInt16LE(28)),
      header,
      at: header.readUInt32LE(42),
      packed: header.readUInt32LE(20),
      method: header.readUInt16LE(10),
    })
    at += length
  }
  return entries
}

/** Bytes of a part as they lie in the file, still packed. */
const packedOf = (file: Buffer, { at, packed }: Entry): Buffer => {
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  return file.subarray(from, from + packed)
}

const contentOf = (file: Buffer, entry: Entry): Buffer => {
  const packed = packedOf(file, entry)
  return entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: LONGEST_PART }) : packed
}

/** What a part is replaced by; undefined: it stays as it is. Throws a RangeError for one that cannot be looked through. */
const replacementOf = (file: Buffer, entry: Entry): Uint8Array | undefined => {
  const { name } = entry
  if (Object.hasOwn(REPLACED, name)) return Buffer.from(REPLACED[name]!)
  if (/\.(jpe?g|png)$/i.test(name)) {
    const picture = contentOf(file, entry)
    return /png$/i.test(name) ? cleanPng(picture) : cleanJpeg(picture)
  }
  if (!/\.(xml|rels)$/i.test(name)) return undefined
  const xml = contentOf(file, entry).toString('utf8')
  const clean = withoutNames(xml)
  return clean === xml ? undefined : Buffer.from(clean)
}

/** 1980-01-01, 00:00: archives begin there (APPNOTE 6.3, 4.4.6), and when a document was saved says something too. */
const [TIME, DATE] = [0, 0x21]

type Part = { local: Buffer; content: Buffer; header: Buffer }

const partOf = (file: Buffer, entry: Entry): Part => {
  const replacement = replacementOf(file, entry)
  const name = entry.header.subarray(46, 46 + entry.header.readUInt16LE(28))
  const content = replacement
    ? entry.method === 8
      ? deflateRawSync(replacement)
      : Buffer.from(replacement)
    : packedOf(file, entry)
  const header = Buffer.concat([entry.header.subarray(0, 46), name])
  // Neither a note behind it, nor what systems keep in extra fields, such as the number of whoever owns the file.
  header.writeUInt16LE(header.readUInt16LE(8) & ~0x8, 8)
  header.writeUInt16LE(TIME, 12)
  header.writeUInt16LE(DATE, 14)
  if (replacement) {
    header.writeUInt32LE(crc32(replacement), 16)
    header.writeUInt32LE(replacement.length, 24)
  }
  header.writeUInt32LE(content.length, 20)
  header.writeUInt16LE(0, 30)
  header.writeUInt16LE(0, 32)
  header.writeUInt32LE(0, 38)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  header.copy(local, 4, 6, 28)
  local.writeUInt16LE(name.length, 26)
  return { local: Buffer.concat([local, name]), content, header }
}

/** An office document that names nobody; undefined where it cannot be read. */
export const cleanOffice = (file: Buffer): Buffer | undefined => {
  try {
    const entries = entriesOf(file)
    if (!entries) return undefined
    const parts = entries.map((entry) => partOf(file, entry))
    let at = 0
    for (const { local, content, header } of parts) {
      header.writeUInt32LE(at, 42)
      at += local.length + content.length
    }
    const directory = Buffer.concat(parts.map(({ header }) => header))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(parts.length, 8)
    end.writeUInt16LE(parts.length, 10)
    end.writeUInt32LE(directory.length, 12)
    end.writeUInt32LE(at, 16)
    return Buffer.concat([...parts.flatMap(({ local, content }) => [local, content]), directory, end])
  } catch {
    return undefined
  }
}
