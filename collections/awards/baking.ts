import { crc32 } from 'node:zlib'

/** The word under which readers of badges look in a picture (1EdTech, Open Badges 3.0, 5.3.1). */
const KEYWORD = 'openbadgecredential'
const SIGNATURE = 8

const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const piece = Buffer.alloc(body.length + 8)
  piece.writeUInt32BE(data.length, 0)
  body.copy(piece, 4)
  piece.writeUInt32BE(crc32(body), body.length + 4)
  return piece
}

/** A PNG that carries a signed badge, in a text chunk after its head: not packed, in no language, without a translation. */
export const bakedPng = (png: Buffer, signed: string): Buffer => {
  const head = SIGNATURE + 12 + png.readUInt32BE(SIGNATURE)
  const text = Buffer.concat([Buffer.from(`${KEYWORD}\0\0\0\0\0`, 'latin1'), Buffer.from(signed, 'utf8')])
  return Buffer.concat([png.subarray(0, head), chunk('iTXt', text), png.subarray(head)])
}

const inPng = (file: Buffer): string | undefined => {
  for (let at = SIGNATURE; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at)
    const [kind, data] = [file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length)]
    const [keyword, , ...texts] = data.toString('utf8').split('\0')
    if (kind === 'iTXt' && keyword === KEYWORD) return texts.at(-1)?.trim()
    at += 12 + length
  }
  return undefined
}

/** The signed badge a picture carries; undefined where there is none. */
export const signedIn = (file: Buffer): string | undefined => {
  if (file.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return inPng(file)
  const text = file.toString('utf8')
  return /<openbadges:credential[^>]*\sverify="([\w.-]+)"/.exec(text)?.[1]
}
