import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'

// Papers that say who wrote them wherever papers say so.

type Named = { author: string; employer: string }

const stream = (dictionary: string, content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream', 'latin1'),
  ])

const xmpOf = ({ author, employer }: Named): Buffer =>
  Buffer.from(
    `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${author}, ${employer}</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>${' '.repeat(400)}<?xpacket end="w"?>`,
  )

const infoOf = ({ author, employer }: Named): string =>
  `<< /Author (${author}) /Title (Plan \\(draft\\) of ${author}) /Company <${Buffer.from(employer).toString('hex')}> /CreationDate (D:20270101120000Z) >>`

/** A PDF as word processors write it: objects one by one, with a table of where they are. */
export const namedPdf = (named: Named): Buffer => {
  const page = Buffer.from('BT /F1 24 Tf 72 700 Td (What we planned) Tj ET')
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Annots [7 0 R] /Resources << /Font << /F1 5 0 R >> >> >>',
    stream('/Filter /FlateDecode', deflateSync(page)),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    stream('/Type /Metadata /Subtype /XML', xmpOf(named)),
    `<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /T (${named.author}) /Contents (Better here) >>`,
    infoOf(named),
  ]
  let file = Buffer.from('%PDF-1.7\n', 'latin1')
  const places: number[] = []
  for (const [index, object] of objects.entries()) {
    places.push(file.length)
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  return Buffer.concat([
    file,
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R /Info 8 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    ),
  ])
}

/** A PDF as newer programs write it: objects packed together, and a packed table. */
export const packedPdf = (named: Named): Buffer => {
  const packed: [number, string][] = [
    [1, '<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R >>'],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Annots [8 0 R] >>'],
    [7, infoOf(named)],
    [8, `<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /T (${named.author}) >>`],
  ]
  const bodies = packed.map(([, text]) => text)
  const head = packed
    .map(([number], at) => `${number} ${bodies.slice(0, at).join(' ').length + (at > 0 ? 1 : 0)}`)
    .join(' ')
  const inside = Buffer.from(`${head} ${bodies.join(' ')}`)
  const pieces: [number, Buffer][] = [
    [4, stream('/Filter /FlateDecode', deflateSync(Buffer.from('0 0 10 10 re f')))],
    [
      5,
      stream(`/Type /ObjStm /N ${packed.length} /First ${head.length + 1} /Filter /FlateDecode`, deflateSync(inside)),
    ],
    [6, stream('/Type /Metadata /Subtype /XML /Filter /FlateDecode', deflateSync(xmpOf(named)))],
  ]
  let file = Buffer.from('%PDF-1.7\n', 'latin1')
  const places = new Map<number, number>()
  for (const [number, object] of pieces) {
    places.set(number, file.length)
    file = Buffer.concat([file, Buffer.from(`${number} 0 obj\n`), object, Buffer.from('\nendobj\n')])
  }
  places.set(9, file.length)
  const row = (kind: number, place: number, last: number) => [kind, place >> 16, (place >> 8) & 255, place & 255, last]
  const rows = Array.from({ length: 10 }, (_, number) => {
    const at = packed.findIndex(([own]) => own === number)
    if (at >= 0) return row(2, 5, at)
    return number === 0 ? row(0, 0, 255) : row(1, places.get(number)!, 0)
  })
  const table = stream('/Type /XRef /Size 10 /W [1 3 1] /Root 1 0 R /Info 7 0 R', Buffer.from(rows.flat()))
  return Buffer.concat([
    file,
    Buffer.from('9 0 obj\n'),
    table,
    Buffer.from(`\nendobj\nstartxref\n${file.length}\n%%EOF\n`),
  ])
}

type Part = { name: string; content: Buffer }

/** An archive with what is in it, packed. */
export const packed = (parts: readonly Part[]): Buffer => {
  const locals: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const data = deflateRawSync(content)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(data.length, 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, rest, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

/** A photograph with its camera's notes: who took it, for whom, where, and that it lies on its side. */
export const namedJpeg = ({ author, employer }: Named): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#286' } })
    .withExif({ IFD0: { Artist: author, Copyright: employer }, IFD3: { GPSLatitude: '44/1 58/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${author}</x:xmpmeta>`)
    .jpeg()
    .toBuffer()

/** A document as Word writes it: who made it and last changed it, for whom, remarks, changes, a picture. */
export const namedDocx = async (named: Named): Promise<Buffer> => {
  const { author, employer } = named
  const xml = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
  return packed([
    { name: '[Content_Types].xml', content: xml('<Types/>') },
    {
      name: 'docProps/core.xml',
      content: xml(
        `<cp:coreProperties><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy></cp:coreProperties>`,
      ),
    },
    { name: 'docProps/app.xml', content: xml(`<Properties><Company>${employer}</Company></Properties>`) },
    {
      name: 'word/document.xml',
      content: xml(
        `<w:document><w:t>What we planned</w:t><w:ins w:author="${author}" w:date="2027-01-01"/></w:document>`,
      ),
    },
    {
      name: 'word/comments.xml',
      content: xml(
        `<w:comments><w:comment w:id="1" w:author="${author}" w:initials="TV">Better</w:comment></w:comments>`,
      ),
    },
    {
      name: 'word/people.xml',
      content: xml(
        `<w15:people><w15:person w15:author="${author}"><w15:presenceInfo w15:userId="S::${author}"/></w15:person></w15:people>`,
      ),
    },
    {
      name: 'word/_rels/settings.xml.rels',
      content: xml(
        `<Relationships><Relationship Target="file:///C:\\Users\\${author}\\${employer}.dotx"/></Relationships>`,
      ),
    },
    { name: 'word/media/image1.jpeg', content: await namedJpeg(named) },
  ])
}
