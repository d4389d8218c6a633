import { JPEG_ENDINGS } from '../media/policy.ts'

/** What is read with the eyes, or what is listened to and watched: each has a limit of its own. */
export type EvidenceFamily = 'paper' | 'recording'

/** A kind of file that can be evidence. `endings`: every one it may be called by, with what it is sent as; the first is ours. */
export type EvidenceFile = {
  name: 'pdf' | 'jpeg' | 'png' | 'webp' | 'office' | 'mp4' | 'webm' | 'mp3' | 'wav' | 'ogg' | 'aac'
  family: EvidenceFamily
  endings: Readonly<Record<string, string>>
}

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

const begins = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

/** Brands of what telephones, cameras and browsers record (ISO 14496-12); AVIF and HEIC are pictures in the same box. */
const FILM_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|M4[VAB] |MSNV|dash|3gp\d|3g2[abc]|qt {2}|XAVC)$/
const PICTURE_BRANDS = /avif|avis|heic|heix|heim|heis|hevc|hevx|mif1|msf1|miaf/

const isFilm = (bytes: Uint8Array): boolean => {
  if (ascii(bytes, 4, 4) !== 'ftyp') return false
  const length = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), 256)
  return FILM_BRANDS.test(ascii(bytes, 8, 4)) && !PICTURE_BRANDS.test(ascii(bytes, 8, length - 8))
}

const isRiff = (bytes: Uint8Array, kind: string): boolean =>
  ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === kind

/** A frame of MPEG audio, layer 3, with a bit rate and a sampling rate that exist. */
const isFrameOfMp3 = ([first = 0, second = 0, third = 0]: Uint8Array): boolean =>
  first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 0xf && third >> 4 !== 0 && (third & 0x0c) !== 0x0c

const OOXML = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

/** Readers look for the header of a PDF in so many bytes: a byte order mark or a line of a printer may stand before it. */
const PDF_WITHIN = 1024

/** What opens a comment, a page or a script: in front of a PDF it makes the file two things at once. */
const OPENS_ANOTHER = /[<`]|\/[*/]|#!/

/** Whether a PDF begins here, as every reader takes it (ISO 32000-1, annex H, note 13). */
export const isPdf = (head: Uint8Array): boolean => {
  const start = ascii(head, 0, PDF_WITHIN)
  const at = start.indexOf('%PDF-')
  return at >= 0 && !OPENS_ANOTHER.test(start.slice(0, at))
}

type Known = EvidenceFile & { is: (head: Uint8Array) => boolean }

const KNOWN: readonly Known[] = [
  {
    name: 'jpeg',
    family: 'paper',
    endings: Object.fromEntries(JPEG_ENDINGS.map((ending) => [ending, 'image/jpeg'])),
    is: (head) => begins(head, 0xff, 0xd8, 0xff),
  },
  {
    name: 'png',
    family: 'paper',
    endings: { png: 'image/png' },
    is: (head) => begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  { name: 'webp', family: 'paper', endings: { webp: 'image/webp' }, is: (head) => isRiff(head, 'WEBP') },
  {
    name: 'office',
    family: 'paper',
    endings: {
      docx: `${OOXML}.wordprocessingml.document`,
      pptx: `${OOXML}.presentationml.presentation`,
      xlsx: `${OOXML}.spreadsheetml.sheet`,
      ppsx: `${OOXML}.presentationml.slideshow`,
      odt: `${OPEN_DOCUMENT}.text`,
      odp: `${OPEN_DOCUMENT}.presentation`,
      ods: `${OPEN_DOCUMENT}.spreadsheet`,
    },
    is: (head) => begins(head, 0x50, 0x4b, 0x03, 0x04),
  },
  {
    name: 'mp4',
    family: 'recording',
    endings: {
      mp4: 'video/mp4',
      m4v: 'video/mp4',
      mp4v: 'video/mp4',
      mpg4: 'video/mp4',
      mov: 'video/quicktime',
      qt: 'video/quicktime',
      m4a: 'audio/mp4',
      m4b: 'audio/mp4',
      '3gp': 'video/3gpp',
      '3gpp': 'video/3gpp',
      '3g2': 'video/3gpp2',
    },
    is: isFilm,
  },
  {
    name: 'webm',
    family: 'recording',
    endings: { webm: 'video/webm', weba: 'audio/webm' },
    is: (head) => begins(head, 0x1a, 0x45, 0xdf, 0xa3) && ascii(head, 0, 64).includes('webm'),
  },
  {
    name: 'mp3',
    family: 'recording',
    endings: { mp3: 'audio/mpeg', mpga: 'audio/mpeg' },
    is: (head) => ascii(head, 0, 3) === 'ID3' || isFrameOfMp3(head),
  },
  {
    name: 'wav',
    family: 'recording',
    endings: { wav: 'audio/wav', wave: 'audio/wav' },
    is: (head) => isRiff(head, 'WAVE'),
  },
  {
    name: 'ogg',
    family: 'recording',
    endings: { ogg: 'audio/ogg', oga: 'audio/ogg', opus: 'audio/ogg', spx: 'audio/ogg', ogv: 'video/ogg' },
    is: (head) => ascii(head, 0, 4) === 'OggS',
  },
  {
    name: 'aac',
    family: 'recording',
    endings: { aac: 'audio/aac', adts: 'audio/aac' },
    is: (head) => begins(head, 0xff, 0xf1) || begins(head, 0xff, 0xf9),
  },
  // The last: what begins as something else is that, whatever stands further in.
  { name: 'pdf', family: 'paper', endings: { pdf: 'application/pdf' }, is: isPdf },
]

/** The kind of file its first bytes say it is; undefined for anything that cannot be evidence. At least 300 bytes, or all. */
export const evidenceKindOf = (head: Uint8Array): EvidenceFile | undefined =>
  head.length < 12 ? undefined : KNOWN.find(({ is }) => is(head))

const endingIn = (name: string): string | undefined => /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase()

/** Endings of kinds that cannot be opened here; any other that is none of ours is part of the name, as in “Plan 10.15”. */
const FOREIGN: ReadonlySet<string> = new Set(
  (
    'pages key numbers doc dot docm dotm dotx ppt pps pptm ppsm potx xls xlsm xlsb xltx odg rtf txt md csv tsv tex epub mobi ' +
    'html htm xhtml mht mhtml xml svg svgz js mjs json css php wasm exe com bat cmd scr msi dll ps1 vbs lnk jar apk app dmg pkg ' +
    'iso sh zip rar 7z gz tar tgz bz2 xz heic heif avif gif bmp tif tiff ico psd ai eps ps xps wmv avi mkv flv mpg mpeg wma ' +
    'aif aiff amr flac mid midi caf gdoc gslides gsheet url webloc eml msg one pub ics swf'
  ).split(' '),
)

/** The kind of file the ending of a name claims, one of ours or a foreign one; undefined where it claims none. */
export const claimOf = (name: string): { ending: string; isForeign: boolean } | undefined => {
  const ending = endingIn(name)
  if (ending === undefined) return undefined
  const isForeign = FOREIGN.has(ending)
  return isForeign || KNOWN.some(({ endings }) => Object.hasOwn(endings, ending)) ? { ending, isForeign } : undefined
}

/** What a file is kept as: the ending it came with where its bytes allow that, else the usual one of its kind. */
export const storedAs = ({ endings }: EvidenceFile, name: string): { ending: string; type: string } => {
  const claimed = endingIn(name) ?? ''
  const [usual = ''] = Object.keys(endings)
  const ending = Object.hasOwn(endings, claimed) ? claimed : usual
  return { ending, type: endings[ending]! }
}

/** Every ending of a family, for a file chooser. */
export const endingsOf = (family: EvidenceFamily): string[] =>
  KNOWN.filter((kind) => kind.family === family).flatMap(({ endings }) => Object.keys(endings))
