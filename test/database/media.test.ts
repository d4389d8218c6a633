import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { aFile, aPicture } from '#test/support/builders.ts'
import { openDatabase, type Database } from '#test/support/database.ts'

// Pictures, from the real formats to what people with bad intentions send.

let database: Database
let payload: Payload
let folder: string

beforeAll(async () => {
  database = await openDatabase()
  payload = database.payload
  folder = database.env.mediaDir
})
afterAll(() => database.close())
afterEach(() => vi.restoreAllMocks())

type File = ReturnType<typeof aFile>
const upload = (file: File) =>
  payload.create({ collection: 'media', data: { alt: 'A picture' }, file, overrideAccess: true })
const stored = (name: string) => readFile(join(folder, name))

describe('taken', () => {
  test.each(['photo.png', 'photo.jpg', 'photo.jpeg', 'photo.webp'])('%s, with its sizes', async (name) => {
    const media = await upload(await aPicture(name, { width: 2000, height: 1500 }))
    expect([media.width, media.height]).toEqual([2000, 1500])
    const made = Object.entries(media.sizes ?? {}).map(([size, { width, height, mimeType }]) => [
      size,
      width,
      height,
      mimeType,
    ])
    expect(made.sort()).toEqual([
      ['large', 1600, 1200, 'image/webp'],
      ['medium', 960, 720, 'image/webp'],
      ['plain', 960, 720, 'image/jpeg'],
      ['share', 1200, 630, 'image/jpeg'],
      ['small', 480, 360, 'image/webp'],
    ])
    for (const { filename, mimeType, width } of Object.values(media.sizes ?? {})) {
      const found = await sharp(await stored(filename!)).metadata()
      expect([`image/${found.format}`, found.width]).toEqual([mimeType, width])
    }
  })

  test('a see-through picture, which has white paper behind it where its form cannot be see-through', async () => {
    const data = await sharp({ create: { width: 1300, height: 700, channels: 4, background: '#0a666b00' } })
      .png()
      .toBuffer()
    const { sizes } = await upload({ data, mimetype: 'image/png', name: 'logo.png', size: data.length })
    const cornerOf = async (name: string) => [
      ...(
        await sharp(await stored(name))
          .raw()
          .toBuffer()
      ).subarray(0, 3),
    ]
    for (const { filename } of [sizes!.plain!, sizes!.share!])
      expect(Math.min(...(await cornerOf(filename!)))).toBeGreaterThan(250)
    expect((await sharp(await stored(sizes!.medium!.filename!)).metadata()).hasAlpha).toBe(true)
  })

  test('two pictures of one name, side by side', async () => {
    const [first, second] = [await upload(await aPicture('same.png')), await upload(await aPicture('same.png'))]
    expect(second.filename).not.toBe(first.filename)
  })

  test('without what a camera wrote into it', async () => {
    const exif = { IFD0: { Copyright: 'Ida Lund' }, IFD3: { GPSLatitude: '44/1 58/1 0/1' } }
    const shot = await sharp((await aPicture('shot.jpg')).data)
      .withExif(exif)
      .jpeg()
      .toBuffer()
    expect((await sharp(shot).metadata()).exif).toBeDefined()
    const media = await upload(aFile('shot.jpg', shot, 'image/jpeg'))
    expect((await sharp(await stored(media.filename!)).metadata()).exif).toBeUndefined()
  })

  test('without what was hung onto its end', async () => {
    const { data } = await aPicture('polyglot.png')
    const media = await upload(aFile('polyglot.png', Buffer.concat([data, Buffer.from('<script>alert(1)</script>')])))
    const kept = await stored(media.filename!)
    expect(kept.includes('<script>')).toBe(false)
    expect((await sharp(kept).metadata()).format).toBe('png')
  })

  test.each([
    '../../evil.png',
    '..\\..\\evil.png',
    '/etc/evil.png',
    'evil\u0000.png',
    '\u202Egnp.exe.png',
    '<img src=x>.png',
  ])('“%s”, under a harmless name in its own folder', async (name) => {
    const before = await readdir(database.env.dataDir)
    const media = await upload({ ...(await aPicture('x.png')), name })
    expect(media.filename).toMatch(/^[a-z0-9-]+\.png$/)
    await expect(stored(media.filename!)).resolves.toBeDefined()
    expect(await readdir(database.env.dataDir)).toEqual(before)
  })

  test('nothing without a description', async () => {
    const file = await aPicture('undescribed.png')
    const creating = payload.create({ collection: 'media', data: {} as never, file, overrideAccess: true })
    await expect(creating).rejects.toMatchObject({ data: { errors: [{ path: 'alt' }] } })
  })
})

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const html = Buffer.from('<!doctype html><script>alert(1)</script>')
const gif = Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'latin1')

/** A picture whose header says it is 30,000 pixels wide and high. */
const bomb = async (): Promise<Buffer> => {
  const { data } = await aPicture('bomb.png')
  data.writeUInt32BE(30_000, 16)
  data.writeUInt32BE(30_000, 20)
  return data
}
const cut = async (name: string, bytes: number): Promise<Buffer> =>
  (await aPicture(name, { width: 400, height: 300 })).data.subarray(0, bytes)

const WRONG_KIND = /^“.+” is not a JPEG, PNG or WebP picture\. Save it as one of these and choose it again\.$/
const DISGUISED = /^“.+” is called \.\w+, but what is inside is .+\. Save it again as a JPEG, PNG or WebP picture\.$/

describe('refused with a sentence, before any decoder is asked', () => {
  test.each<[string, string, () => Buffer | Promise<Buffer>, RegExp]>([
    ['an SVG', 'drawing.svg', () => svg, WRONG_KIND],
    ['an AVIF', 'photo.avif', async () => (await aPicture('photo.avif')).data, WRONG_KIND],
    ['a GIF', 'moving.gif', () => gif, WRONG_KIND],
    ['a page', 'page.html', () => html, WRONG_KIND],
    ['a name without an ending', 'photo', async () => (await aPicture('photo.png')).data, WRONG_KIND],
    ['an SVG called PNG', 'drawing.png', () => svg, DISGUISED],
    ['an AVIF called JPEG', 'photo.jpg', async () => (await aPicture('photo.avif')).data, DISGUISED],
    ['an AVIF called PNG', 'photo.png', async () => (await aPicture('photo.avif')).data, DISGUISED],
    ['a page called PNG', 'page.png', () => html, DISGUISED],
    ['a PNG called JPEG', 'photo.jpg', async () => (await aPicture('photo.png')).data, DISGUISED],
    ['a JPEG called WebP', 'photo.webp', async () => (await aPicture('photo.jpg')).data, DISGUISED],
    ['nothing at all', 'empty.png', () => Buffer.alloc(0), /^“empty\.png” is empty\. Choose the picture again\.$/],
    ['a header and no more', 'short.png', () => cut('short.png', 12), /^“short\.png” is damaged\./],
    ['a JPEG that ends before its size', 'short.jpg', () => cut('short.jpg', 20), /^“short\.jpg” is damaged\./],
    [
      'a pixel bomb',
      'bomb.png',
      bomb,
      /^“bomb\.png” is 30000 × 30000 pixels large\. Make it smaller, to 50 million pixels at the most\.$/,
    ],
  ])('%s', async (_, name, make, sentence) => {
    const bytes = await make()
    const decoder = vi.spyOn(payload.config, 'sharp' as never)
    const before = await readdir(folder)
    await expect(upload(aFile(name, bytes))).rejects.toThrow(sentence)
    expect(decoder).not.toHaveBeenCalled()
    expect(await readdir(folder)).toEqual(before)
  })

  test.each(['cut.png', 'cut.jpg', 'cut.webp'])('%s, which the decoder finds damaged', async (name) => {
    const whole = await aPicture(name, { width: 400, height: 300 })
    const logged = vi.spyOn(payload.logger, 'error').mockReturnValue()
    const before = await readdir(folder)
    const uploading = upload({ ...whole, data: whole.data.subarray(0, Math.floor(whole.data.length * 0.6)) })
    await expect(uploading).rejects.toThrow('There was a problem while uploading the file.')
    expect(logged).toHaveBeenCalledOnce()
    expect(await readdir(folder)).toEqual(before)
  })

  test('replacing a picture is held to the same', async () => {
    const { id } = await upload(await aPicture('replaced.png'))
    const replacing = payload.update({
      collection: 'media',
      id,
      data: {},
      file: aFile('page.png', html),
      overrideAccess: true,
    })
    await expect(replacing).rejects.toThrow(DISGUISED)
  })
})

test('a deleted picture takes its files along', async () => {
  const before = await readdir(folder)
  const { id } = await upload(await aPicture('deleted.png', { width: 1000, height: 800 }))
  expect((await readdir(folder)).length).toBeGreaterThan(before.length)
  await payload.delete({ collection: 'media', id, overrideAccess: true })
  expect(await readdir(folder)).toEqual(before)
})
