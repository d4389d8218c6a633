import { describe, expect, test } from 'vitest'
import { kindOf, refusalOfLetter } from '#collections/files/policy.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 5, 0, 7, 1, 1, 0x11, 0])
const signed = (begins: readonly number[], rest: string): Buffer =>
  Buffer.concat([Buffer.from(begins), Buffer.from(rest)])

/** The same picture, saying that it is this many pixels wide and high. */
const saying = (pixels: number): Buffer => {
  const bytes = Buffer.from(PNG)
  bytes.writeUInt32BE(pixels, 16)
  bytes.writeUInt32BE(pixels, 20)
  return bytes
}

describe('a letter', () => {
  const CASES: [string, Uint8Array, string | undefined][] = [
    ['a PDF', Buffer.from('%PDF-1.7\n%%EOF'), undefined],
    ['a PDF with a page of the web in it, which stays a PDF', Buffer.from('%PDF-1.7<script>x()</script>'), undefined],
    ['a PNG picture', PNG, undefined],
    ['a JPEG picture', JPEG, undefined],
    ['nothing', Buffer.from(''), 'empty'],
    ['more than 10 MB', signed([0x25, 0x50, 0x44, 0x46, 0x2d], ' '.repeat(10_000_000)), 'too-large'],
    ['a web page', Buffer.from('<html><script>x()</script>'), 'wrong-type'],
    ['an SVG picture', Buffer.from('<svg onload="x()"/>'), 'wrong-type'],
    ['a GIF picture', Buffer.from('GIF89a'), 'wrong-type'],
    ['an AVIF picture', Buffer.from('\0\0\0 ftypavif'), 'wrong-type'],
    ['a PNG picture that ends after its first bytes', PNG.subarray(0, 20), 'damaged'],
    ['a PNG picture in name only', signed([...PNG.subarray(0, 8)], '<script>'), 'damaged'],
    ['a JPEG picture in name only', signed([0xff, 0xd8, 0xff, 0xe0], '<html><script>'), 'damaged'],
    ['a PNG picture of no size', saying(0), 'damaged'],
    ['a PNG picture of 900 million pixels', saying(30_000), 'damaged'],
  ]

  test.each(CASES)('%s', (_, bytes, expected) => {
    expect(refusalOfLetter(bytes)).toBe(expected)
  })

  test('is what its first bytes say', () => {
    expect(kindOf(PNG)?.ending).toBe('png')
    expect(kindOf(JPEG)?.ending).toBe('jpg')
    expect(kindOf(Buffer.from('%PDX'))).toBeUndefined()
  })
})
