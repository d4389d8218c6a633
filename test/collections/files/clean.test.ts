import { inflateRawSync, inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { cleaned } from '#collections/files/clean/clean.ts'
import type { EvidenceFile } from '#collections/files/kinds.ts'
import { film, pdf, png } from '#test/support/evidence.ts'
import { namedDocx, namedJpeg, namedPdf, packed, packedPdf } from '#test/support/papers.ts'

const NAMED = { author: 'Tou Vang', employer: 'Basswood Ridge Public Schools' }

/** How the two could still be written: as they are, in other cases, digits and widths, and in parts. */
const FORMS = [NAMED.author, 'Tou', 'Vang', NAMED.employer, 'Basswood', 'Ridge'].flatMap((text) => {
  const wide = [...text].map((letter) => `${letter}\0`).join('')
  const hex = Buffer.from(text).toString('hex')
  return [
    text,
    text.toUpperCase(),
    wide,
    hex,
    hex.toUpperCase(),
    encodeURIComponent(text),
    Buffer.from(text).toString('base64'),
  ]
})

/** A file as it is, and everything in it that is packed. */
const everythingIn = (file: Uint8Array): string => {
  const bytes = Buffer.from(file)
  const all = [bytes.toString('latin1')]
  for (let at = 0; at < bytes.length - 4; at += 1) {
    const isZlib = bytes[at] === 0x78 && bytes.readUInt16BE(at) % 31 === 0
    const isEntry = bytes.readUInt32LE(at) === 0x04034b50 && bytes.readUInt16LE(at + 8) === 8
    const from = isEntry ? at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28) : at
    if (!isZlib && !isEntry) continue
    try {
      const unpack = isEntry ? inflateRawSync : inflateSync
      all.push(unpack(bytes.subarray(from)).toString('latin1'))
    } catch {
      // Two bytes that look like a beginning.
    }
  }
  return all.join('\n')
}

const formsIn = (file: Uint8Array): string[] => {
  const everything = everythingIn(file)
  return FORMS.filter((form) => everything.includes(form))
}

const contentOf = (kind: EvidenceFile['name'], file: Buffer): Uint8Array => {
  const done = cleaned(kind, file)
  if (!done.ok) throw new Error(done.refusal)
  return done.content
}

const read = async (file: Uint8Array) => {
  const document = await getDocument({ data: Uint8Array.from(file), verbosity: 0 }).promise
  const page = await document.getPage(1)
  const [{ items }, { info }, annotations] = await Promise.all([
    page.getTextContent(),
    document.getMetadata(),
    page.getAnnotations(),
  ])
  const said = info as Record<string, string>
  return {
    text: items.map((item) => ('str' in item ? item.str : '')).join(''),
    author: said['Author']?.trim() ?? '',
    created: said['CreationDate'] ?? '',
    remarks: annotations.length,
  }
}

describe('a paper as a reader gets it', () => {
  test('more than forty forms are looked for', () => {
    expect(FORMS).toHaveLength(42)
  })

  test.each([
    ['a PDF', 'pdf', namedPdf(NAMED)],
    ['a PDF whose objects are packed', 'pdf', packedPdf(NAMED)],
    ['a document', 'office', namedDocx(NAMED)],
    ['a photograph', 'jpeg', namedJpeg(NAMED)],
  ] as const)('%s says nothing of its author any more', async (_, kind, made) => {
    const file = await made
    expect(formsIn(file)).toContain('Vang')
    expect(formsIn(contentOf(kind, file))).toEqual([])
  })

  test('a PDF reads as before, with its day and its remark', async () => {
    const before = await read(namedPdf(NAMED))
    expect(before).toEqual({ text: 'What we planned', author: 'Tou Vang', created: 'D:20270101120000Z', remarks: 1 })
    expect(await read(contentOf('pdf', namedPdf(NAMED)))).toEqual({ ...before, author: '' })
  })

  test('a PDF whose objects are packed opens', async () => {
    expect(await read(packedPdf(NAMED))).toMatchObject({ author: 'Tou Vang', remarks: 1 })
    expect(await read(contentOf('pdf', packedPdf(NAMED)))).toMatchObject({ author: '', remarks: 1 })
  })

  test('a document keeps its text, its remarks and its picture', async () => {
    const everything = everythingIn(contentOf('office', await namedDocx(NAMED)))
    for (const kept of ['What we planned', '>Better<', 'w:author="A person"']) expect(everything).toContain(kept)
  })

  test('a spreadsheet and slides name nobody who remarked', () => {
    const file = packed([
      { name: 'xl/workbook.xml', content: Buffer.from('<x15ac:absPath url="C:\\Users\\Vang\\Plan"/>') },
      { name: 'xl/comments1.xml', content: Buffer.from('<authors><author>Tou Vang</author></authors>') },
      { name: 'xl/persons/person.xml', content: Buffer.from('<person displayName="Tou Vang" userId="S::Vang"/>') },
      { name: 'ppt/commentAuthors.xml', content: Buffer.from('<p:cmAuthor id="1" name="Tou Vang" initials="TV"/>') },
      {
        name: 'content.xml',
        content: Buffer.from('<office:annotation><dc:creator>Tou Vang</dc:creator></office:annotation>'),
      },
      { name: 'meta.xml', content: Buffer.from('<meta:initial-creator>Tou Vang</meta:initial-creator>') },
    ])
    expect(formsIn(contentOf('office', file))).toEqual([])
  })

  test('a photograph keeps every dot, its colors, and which way up it is', async () => {
    const file = await namedJpeg(NAMED)
    const clean = Buffer.from(contentOf('jpeg', file))
    const [before, after] = await Promise.all([sharp(file).metadata(), sharp(clean).metadata()])
    expect([before.orientation, after.orientation, after.width, after.hasProfile]).toEqual([
      6,
      6,
      40,
      before.hasProfile,
    ])
    expect(after.xmp).toBeUndefined()
    expect(await sharp(clean).raw().toBuffer()).toEqual(await sharp(file).raw().toBuffer())
  })

  test.each(['png', 'webp'] as const)('a %s picture too', async (kind) => {
    const file = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#286' } })
      .withExif({ IFD0: { Artist: 'Tou Vang' } })
      .toFormat(kind)
      .toBuffer()
    const clean = Buffer.from(contentOf(kind, file))
    expect(file.includes('Vang')).toBe(true)
    expect(clean.includes('Vang')).toBe(false)
    expect(await sharp(clean).raw().toBuffer()).toEqual(await sharp(file).raw().toBuffer())
  })

  test('the original is not touched', () => {
    const file = namedPdf(NAMED)
    const before = Buffer.from(file)
    contentOf('pdf', file)
    expect(file.equals(before)).toBe(true)
  })

  test.each([
    ['a locked PDF', 'pdf', pdf('9 0 obj << >> endobj trailer << /Encrypt 9 0 R >>'), 'locked'],
    ['a broken photograph', 'jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]), 'unclean'],
    ['a document without a list', 'office', Buffer.from('PK'), 'unclean'],
  ] as const)('%s is refused', (_, kind, file, refusal) => {
    expect(cleaned(kind, file)).toEqual({ ok: false, refusal })
  })

  test('what has nothing to hide stays the same', () => {
    expect(contentOf('pdf', pdf())).toEqual(pdf())
    expect(Buffer.from(contentOf('png', png(10, 10)))).toEqual(png(10, 10))
    expect(contentOf('mp4', film(1))).toEqual(film(1))
  })
})
