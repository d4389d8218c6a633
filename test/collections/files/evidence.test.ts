import { describe, expect, test } from 'vitest'
import { directoryOf, entriesIn, hidesArchive, refusalOfOffice, TAIL } from '#collections/files/archive.ts'
import { givenNameOf, judgeHead, refusalOfWhole } from '#collections/files/evidence.ts'
import { evidenceKindOf, storedAs } from '#collections/files/kinds.ts'
import { archive, branded, docx, film, HOSTILE, pdf, png, wav } from '#test/support/evidence.ts'

const WEBM = Buffer.from('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm', 'latin1')

/** All that is asked of a paper, in the order in which it is. */
const judge = (name: string, bytes: Uint8Array, family: 'paper' | 'recording' = 'paper'): string | undefined => {
  const judged = judgeHead(bytes.subarray(0, 4096), name, family)
  if (!judged.kind) return judged.refusal
  const tail = bytes.subarray(-TAIL)
  if (judged.kind.name !== 'office') return refusalOfWhole(judged.kind, { size: bytes.length, head: bytes, tail })
  const found = directoryOf(tail, bytes.length)
  const list = found && entriesIn(bytes.subarray(found.offset, found.offset + found.length))
  return refusalOfOffice(storedAs(judged.kind, name).ending, list)
}

describe('what is never taken', () => {
  test.each(HOSTILE)('%s', (_, name, bytes, reason) => expect(judge(name, bytes)).toBe(reason))
})

describe('what is taken', () => {
  test.each([
    ['a PDF', 'plan.pdf', pdf(), 'paper'],
    ['a PDF in capitals', 'PLAN.PDF', pdf(), 'paper'],
    ['a name that claims nothing', 'plan', pdf(), 'paper'],
    ['a PDF behind a byte order mark', 'a.pdf', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), pdf()]), 'paper'],
    ['a PDF behind the lines of a printer', 'a.pdf', Buffer.concat([Buffer.alloc(900, '@PJL\r\n'), pdf()]), 'paper'],
    ['a PDF filled up with zeros', 'a.pdf', Buffer.concat([pdf(), Buffer.alloc(4_096)]), 'paper'],
    ['a PDF called by a date', 'Plan 10.15', pdf(), 'paper'],
    ['a PDF called by its state', 'Plan.final', pdf(), 'paper'],
    ['a sound of a browser', 'memo.weba', Buffer.concat([WEBM, Buffer.alloc(100)]), 'recording'],
    ['a picture', 'a.png', png(4000, 3000), 'paper'],
    ['a document', 'a.docx', docx(), 'paper'],
    ['a film', 'a.mp4', film(600), 'recording'],
    ['a film of a telephone', 'a.mov', branded('qt  '), 'recording'],
    ['a sound', 'a.wav', wav(1), 'recording'],
  ] as const)('%s', (_, name, bytes, family) => expect(judge(name, bytes, family)).toBeUndefined())
})

test.each(['Essay.pages', 'Slides.key', 'Plan.zip', 'Old.doc'])('%s is told that its kind cannot be opened', (name) => {
  expect(judge(name, docx())).toBe('wrong-type')
})

test.each([
  ['a', 'jfif'],
  ['b', 'jpe'],
  ['c', 'jpeg'],
])('a JPEG %s may be called .%s', (_, ending) => {
  expect(
    judgeHead(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40)]), `a.${ending}`, 'paper').kind
      ?.name,
  ).toBe('jpeg')
})

describe('a recording', () => {
  test.each([
    ['a paper instead', 'a.pdf', pdf(), 'not-recording'],
    ['AVIF called a film', 'a.mp4', branded('avif'), 'not-recording'],
    ['a film with an archive behind it', 'a.mp4', Buffer.concat([film(5), archive([{ name: 'A' }])]), 'hidden'],
  ] as const)('%s', (_, name, bytes, reason) => expect(judge(name, bytes, 'recording')).toBe(reason))

  test('also with the brand of a picture among those it is compatible with is none', () => {
    const head = Buffer.concat([branded('isom')])
    head.write('heic', 16, 'latin1')
    expect(evidenceKindOf(head)).toBeUndefined()
  })
})

test('the four bytes of the end of an archive alone, by chance, hide nothing', () => {
  const bytes = Buffer.alloc(5_000, 0xff)
  bytes.writeUInt32LE(0x06054b50, 4_900)
  expect(hidesArchive(bytes, bytes.length)).toBe(false)
})

describe('the name a file came with', () => {
  test.each([
    ['folders', '../../etc/passwd.pdf', 'etcpasswd.pdf'],
    ['folders of another system', 'C:\\work\\plan.pdf', 'C:workplan.pdf'],
    ['a mark that turns text around', 'plan\u202Efdp.exe', 'planfdp.exe'],
    ['control characters', 'pl\u0000an\r\n.pdf', 'plan.pdf'],
    ['dots alone', '...', 'File'],
    ['other scripts', 'Kế hoạch 計画.pdf', 'Kế hoạch 計画.pdf'],
    ['a very long one', 'a'.repeat(300), 'a'.repeat(120)],
  ])('loses %s', (_, name, kept) => expect(givenNameOf(name, 'File')).toBe(kept))
})
