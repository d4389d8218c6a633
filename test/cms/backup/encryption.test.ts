import { createDecipheriv, createHmac, randomBytes, scryptSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { decrypted, encrypted, isEncrypted } from '#cms/backup/encryption.ts'

const folder = mkdtempSync(join(tmpdir(), 'onramp-encryption-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PASSPHRASE = 'a passphrase for tests'
const HEADER = 43
const CHUNK = 65_536 + 16

const all = async (source: AsyncIterable<Buffer>): Promise<Buffer> => Buffer.concat(await Array.fromAsync(source))

/** Deriving a key costs next to nothing here. */
const secretOf = (bytes: Buffer): Promise<Buffer> =>
  all(encrypted(pieces(bytes, 50_001), PASSPHRASE, { logN: 4, r: 8, p: 1 }))

/** In pieces that fit no chunk. */
async function* pieces(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

const kept = (bytes: Buffer): string => {
  const file = join(folder, randomBytes(6).toString('hex'))
  writeFileSync(file, bytes)
  return file
}

const opened = (bytes: Buffer, passphrase = PASSPHRASE): Promise<Buffer> => all(decrypted(kept(bytes), passphrase))

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])('%i bytes come back as they were', async (length) => {
  const bytes = randomBytes(length)
  const secret = await secretOf(bytes)
  expect(await isEncrypted(kept(secret))).toBe(true)
  expect(await opened(secret)).toEqual(bytes)
})

test('a key costs whoever guesses some 130 MB each time', async () => {
  const secret = await all(encrypted(pieces(Buffer.from('words'), 5), PASSPHRASE))
  expect([...secret.subarray(8, 11)]).toEqual([17, 8, 1])
  expect((await opened(secret)).toString()).toBe('words')
})

test('it can be opened as the format is described, without our code', async () => {
  const bytes = randomBytes(70_000)
  const secret = await secretOf(bytes)
  const [logN, r, p] = secret.subarray(8, 11)
  const key = scryptSync(PASSPHRASE, secret.subarray(11, 27), 64, { N: 2 ** logN!, r: r!, p: p!, maxmem: 2 ** 28 })
  const check = createHmac('sha256', key.subarray(32)).update(secret.subarray(0, 27)).digest().subarray(0, 16)
  expect(secret.subarray(0, 8).toString()).toBe('ONRAMPE1')
  expect(secret.subarray(27, HEADER)).toEqual(check)
  const parts = [secret.subarray(HEADER, HEADER + CHUNK), secret.subarray(HEADER + CHUNK)].map((chunk, index) => {
    const number = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, index, index])
    const decipher = createDecipheriv('aes-256-gcm', key.subarray(0, 32), number).setAuthTag(chunk.subarray(-16))
    return Buffer.concat([decipher.update(chunk.subarray(0, -16)), decipher.final()])
  })
  expect(Buffer.concat(parts)).toEqual(bytes)
})

describe('what is not as it was written is refused', async () => {
  const secret = await secretOf(randomBytes(200_000))
  const changed = (at: number): Buffer => {
    const copy = Buffer.from(secret)
    copy[at]! ^= 1
    return copy
  }
  const chunk = (index: number) => secret.subarray(HEADER + index * CHUNK, HEADER + (index + 1) * CHUNK)
  test.each<[string, Buffer]>([
    ['a changed first byte', changed(HEADER)],
    ['a changed last byte', changed(secret.length - 1)],
    ['cut in a chunk', secret.subarray(0, -100)],
    ['cut after a chunk', secret.subarray(0, HEADER + 2 * CHUNK)],
    ['cut after the header', secret.subarray(0, HEADER)],
    ['cut in the header', secret.subarray(0, 20)],
    ['chunks that changed places', Buffer.concat([secret.subarray(0, HEADER), chunk(1), chunk(0), chunk(2), chunk(3)])],
    ['something behind it', Buffer.concat([secret, Buffer.from('more')])],
    [
      'a header that would cost all memory',
      Buffer.concat([secret.subarray(0, 8), Buffer.from([40]), secret.subarray(9)]),
    ],
  ])('%s', async (_, bytes) => {
    await expect(opened(bytes)).rejects.toThrow('This backup is damaged or cut off; nothing was changed.')
  })

  test.each<[string, Buffer]>([
    ['another passphrase', secret],
    ['another salt', changed(12)],
  ])('%s', async (_, bytes) => {
    const passphrase = bytes === secret ? 'another passphrase' : PASSPHRASE
    await expect(opened(bytes, passphrase)).rejects.toThrow(
      'BACKUP_PASSPHRASE is not the one this backup was encrypted with.',
    )
  })
})
