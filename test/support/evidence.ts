import { crc32 } from 'node:zlib'

// Files as people, and others, send them: whole enough to be judged by their bytes.

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1')
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

export const pdf = (inside = ''): Buffer =>
  ascii(`%PDF-1.7\n1 0 obj\n<< >>\nendobj\n${inside}\ntrailer\n<< >>\n%%EOF\n`)

const chunk = (type: string, data: Buffer): Buffer =>
  Buffer.concat([uint32(data.length), ascii(type), data, uint32(crc32(Buffer.concat([ascii(type), data])))])

/** A picture that says it is so large; nothing else of it is there. */
export const png = (width: number, height: number): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 2, 0, 0, 0])])),
    chunk('IEND', Buffer.alloc(0)),
  ])

/** A box of ISO media: its brand says whether it is a film or a picture. */
const box = (type: string, data: Buffer): Buffer => Buffer.concat([uint32(data.length + 8), ascii(type), data])

export const branded = (brand: string): Buffer =>
  Buffer.concat([box('ftyp', Buffer.concat([ascii(brand), uint32(0), ascii(brand)])), box('mdat', Buffer.alloc(400))])

/** The head of a film of so many seconds, up to where its pictures and sound begin; `bytes` of them follow. */
export const filmHead = (seconds: number, bytes: number): Buffer => {
  const times = Buffer.concat([uint32(0), uint32(0), uint32(0), uint32(1000), uint32(seconds * 1000)])
  const rest = Buffer.alloc(80)
  return Buffer.concat([
    box('ftyp', Buffer.concat([ascii('isom'), uint32(512), ascii('isommp41')])),
    box('moov', box('mvhd', Buffer.concat([times, rest]))),
    uint32(bytes + 8),
    ascii('mdat'),
  ])
}

export const film = (seconds: number, bytes = 5_000): Buffer =>
  Buffer.concat([filmHead(seconds, bytes), Buffer.alloc(bytes, 7)])

/** A sound of so many seconds: 8,000 bytes each. */
export const wav = (seconds: number): Buffer => {
  const data = Buffer.alloc(seconds * 8_000, 128)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8_000, 24)
  head.writeUInt32LE(8_000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

type Entry = { name: string; size?: number; flags?: number }

/** An archive that says it has these files in it, stored empty, whatever size its list claims for them. */
export const archive = (entries: readonly Entry[], comment = ''): Buffer => {
  const locals: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const { name, size = 0, flags = 0 } of entries) {
    const local = Buffer.alloc(30 + name.length)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    local.write(name, 30, 'latin1')
    const entry = Buffer.alloc(46 + name.length)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt32LE(Math.min(size, 1_000), 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    entry.write(name, 46, 'latin1')
    locals.push(local)
    list.push(entry)
    offset += local.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...locals, directory, end, ascii(comment)])
}

export const docx = (...more: Entry[]): Buffer =>
  archive([{ name: '[Content_Types].xml', size: 900 }, { name: 'word/document.xml', size: 4_000 }, ...more])

const MARKUP = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'.padEnd(600)

/** What is never taken as a paper: what it is, the name it comes under, its bytes, and why. */
export const HOSTILE = [
  ['a drawing that runs a script', 'a.svg', ascii(MARKUP), 'wrong-type'],
  ['a page called a PDF', 'a.pdf', ascii('<!doctype html><script>alert(1)</script>'.padEnd(600)), 'wrong-type'],
  [
    'XML with a style sheet',
    'a.xml',
    ascii('<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>'.padEnd(600)),
    'wrong-type',
  ],
  ['AVIF', 'a.avif', branded('avif'), 'wrong-type'],
  ['AVIF called a PNG', 'a.png', branded('avif'), 'wrong-type'],
  ['HEIC', 'a.heic', branded('heic'), 'wrong-type'],
  ['an archive', 'a.zip', archive([{ name: 'a.txt' }]), 'wrong-type'],
  ['an archive called a document', 'a.docx', archive([{ name: 'a.txt' }]), 'wrong-type'],
  ['a document that becomes far too large', 'a.docx', docx({ name: 'word/media/a.xml', size: 4_000_000_000 }), 'bomb'],
  ['a document with macros', 'a.docx', docx({ name: 'word/vbaProject.bin' }), 'wrong-type'],
  ['a document that is encrypted', 'a.docx', docx({ name: 'word/a.xml', flags: 1 }), 'wrong-type'],
  ['a document that climbs out', 'a.docx', docx({ name: '../../a.xml' }), 'wrong-type'],
  ['a document behind something else', 'a.docx', Buffer.concat([docx(), Buffer.from('x')]), 'wrong-type'],
  ['a picture of 30,000 × 30,000', 'a.png', png(30_000, 30_000), 'too-many-pixels'],
  ['a picture without a size', 'a.png', png(0, 10), 'damaged'],
  ['nothing', 'a.pdf', Buffer.alloc(0), 'empty'],
  ['a PDF with an archive behind it', 'a.pdf', Buffer.concat([pdf(), archive([{ name: 'A.class' }])]), 'hidden'],
  [
    'a picture with an archive behind it',
    'a.png',
    Buffer.concat([png(10, 10), archive([{ name: 'A.class' }])]),
    'hidden',
  ],
  ['a PDF that is a page', 'a.pdf', pdf('<html><script>alert(1)</script>'), 'hidden'],
  ['a PDF after something else', 'a.pdf', Buffer.concat([ascii('/*'), pdf(), Buffer.alloc(300)]), 'wrong-type'],
  ['a PDF that breaks off', 'a.pdf', pdf().subarray(0, 40), 'damaged'],
  ['a PDF called a picture', 'a.png', pdf(), 'disagrees'],
  ['a recording among papers', 'a.mp4', film(10), 'wrong-type'],
  ['a program', 'a.exe', ascii('MZ'.padEnd(600, '\0')), 'wrong-type'],
] as const
