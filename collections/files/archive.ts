// What the end of a file says about an archive in it (APPNOTE.TXT 6.3: end of central directory). Nothing is ever unpacked.

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
/** The end of an archive lies this far from the end of the file at the most, its comment included. */
export const TAIL = END_LENGTH + 0xffff

type End = { at: number; entries: number; length: number; offset: number; comment: number }

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The last end of a central directory; one whose numbers cannot be is four bytes by chance. `at` counts within the tail. */
const endIn = (tail: Uint8Array, size: number): End | undefined => {
  const data = view(tail)
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (data.getUint32(at, true) !== END) continue
    const [disk, entries] = [data.getUint16(at + 4, true), data.getUint16(at + 10, true)]
    const [length, offset] = [data.getUint32(at + 12, true), data.getUint32(at + 16, true)]
    const comment = data.getUint16(at + 20, true)
    const place = size - tail.length + at
    if (disk === 0 && entries > 0 && length >= entries * 46 && length <= place && offset <= place)
      return { at: place, entries, length, offset, comment }
  }
  return undefined
}

/** Whether a file that is something else also ends as an archive: one that a program may take for the archive. */
export const hidesArchive = (tail: Uint8Array, size: number): boolean => endIn(tail, size) !== undefined

/** Where the list of an archive lies; undefined where the file is not one archive from its first byte to its last. */
export const directoryOf = (tail: Uint8Array, size: number): { offset: number; length: number } | undefined => {
  const end = endIn(tail, size)
  if (!end) return undefined
  const isWhole = end.offset + end.length === end.at && end.at + END_LENGTH + end.comment === size
  return isWhole ? { offset: end.offset, length: end.length } : undefined
}

/** One file in an archive, as its list says: `size` is what it would be unpacked, in bytes. */
export type Entry = { name: string; packed: number; size: number; isEncrypted: boolean }

/** The list of an archive; undefined where it is broken. */
export const entriesIn = (directory: Uint8Array): Entry[] | undefined => {
  const data = view(directory)
  const entries: Entry[] = []
  try {
    for (let at = 0; at < directory.length;) {
      if (data.getUint32(at, true) !== ENTRY) return undefined
      const [name, extra, comment] = [28, 30, 32].map((offset) => data.getUint16(at + offset, true)) as [
        number,
        number,
        number,
      ]
      entries.push({
        name: new TextDecoder().decode(directory.subarray(at + 46, at + 46 + name)),
        packed: data.getUint32(at + 20, true),
        size: data.getUint32(at + 24, true),
        isEncrypted: (data.getUint16(at + 8, true) & 1) === 1,
      })
      at += 46 + name + extra + comment
    }
  } catch {
    return undefined
  }
  return entries
}

/** What an office document has in it, by its ending (ECMA-376, part 2; OpenDocument 1.3, part 2). */
const HEART: Readonly<Record<string, readonly string[]>> = {
  docx: ['[Content_Types].xml', 'word/document.xml'],
  pptx: ['[Content_Types].xml', 'ppt/presentation.xml'],
  xlsx: ['[Content_Types].xml', 'xl/workbook.xml'],
  ppsx: ['[Content_Types].xml', 'ppt/presentation.xml'],
  odt: ['mimetype', 'content.xml'],
  odp: ['mimetype', 'content.xml'],
  ods: ['mimetype', 'content.xml'],
}
const MOST_ENTRIES = 5_000
/** Bytes of everything, unpacked; and how many times the packed size one entry may become: text packs to about a tenth. */
const LARGEST_UNPACKED = 300_000_000
const MOST_GROWTH = 200
const SMALL = 1_000_000
/** Programs inside, or other archives. */
const CARRIES = /vbaproject\.bin$|\.(exe|dll|js|vbs|bat|cmd|jar|zip|7z|rar|gz|iso|msi|lnk|scr|html?|svgz?)$/i

/**
 * Why an archive is not taken as an office document of this ending; undefined means it is. By its list alone: what is in it, how
 * large it says it becomes, and that it carries no program, no other archive and nothing encrypted.
 */
export const refusalOfOffice = (
  ending: string,
  entries: readonly Entry[] | undefined,
): 'wrong-type' | 'bomb' | undefined => {
  if (!entries || entries.length > MOST_ENTRIES) return 'wrong-type'
  const names = new Set(entries.map(({ name }) => name))
  const isStrange = ({ name, isEncrypted }: Entry): boolean =>
    isEncrypted || CARRIES.test(name) || /(^|[\\/])\.\.([\\/]|$)|^[\\/]|\0/.test(name)
  if (!HEART[ending]?.every((name) => names.has(name)) || entries.some(isStrange)) return 'wrong-type'
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  const grows = entries.some(({ size, packed }) => size > SMALL && size > packed * MOST_GROWTH)
  return unpacked > LARGEST_UNPACKED || grows ? 'bomb' : undefined
}
