import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { BadSetting } from '../env.ts'

// An encrypted backup: a header, then the archive in chunks that are each encrypted and authenticated by AES-256-GCM.
// docs/operations.md describes the format, so that a backup can be opened without this program.

/** What a file begins with; the last character is the version of the format. */
const MAGIC = Buffer.from('ONRAMPE1')
const SALT = 16
const CHECK = 16
const HEADER = MAGIC.length + 3 + SALT + CHECK
/** Bytes of a chunk before it is encrypted, and of the tag behind it. */
const CHUNK = 65_536
const TAG = 16

/** What deriving the key costs (RFC 7914): about 130 MB and half a second for each guess. */
const COST = { logN: 17, r: 8, p: 1 }
/** A header that asks for more than this was not written here. */
const MOST = { logN: 20, r: 16, p: 4 }

type Keys = { chunks: Buffer; check: Buffer }

const keysFrom = async (passphrase: string, salt: Buffer, { logN, r, p }: typeof COST): Promise<Keys> => {
  const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)
  const options = { N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r }
  const bytes = await derive(passphrase.normalize('NFC'), salt, 64, options)
  return { chunks: bytes.subarray(0, 32), check: bytes.subarray(32) }
}

const checkOf = (start: Buffer, { check }: Keys): Buffer =>
  createHmac('sha256', check).update(start).digest().subarray(0, CHECK)

/** No key ever sees a number twice: the salt gives each file a key of its own. The last chunk says that it is the last. */
const numberOf = (index: number, isLast: boolean): Buffer => {
  const number = Buffer.alloc(12)
  number.writeBigUInt64BE(BigInt(index), 3)
  number[11] = isLast ? 1 : 0
  return number
}

type Chunk = { bytes: Buffer; index: number; isLast: boolean }

/** The same bytes in chunks of one size, the last of them smaller or empty. */
async function* inChunks(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Chunk> {
  let held: Buffer[] = []
  let length = 0
  let index = 0
  for await (const piece of source) {
    held.push(piece)
    length += piece.length
    if (length <= size) continue
    let all = Buffer.concat(held)
    // One that is full stays until it is known whether it is the last.
    for (; all.length > size; all = all.subarray(size)) {
      yield { bytes: all.subarray(0, size), index, isLast: false }
      index += 1
    }
    held = [all]
    length = all.length
  }
  yield { bytes: Buffer.concat(held), index, isLast: true }
}

/** Encrypts a stream with a passphrase. */
export async function* encrypted(
  source: AsyncIterable<Buffer>,
  passphrase: string,
  cost = COST,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT)
  const start = Buffer.concat([MAGIC, Buffer.from([cost.logN, cost.r, cost.p]), salt])
  const keys = await keysFrom(passphrase, salt, cost)
  yield Buffer.concat([start, checkOf(start, keys)])
  for await (const { bytes, index, isLast } of inChunks(source, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', keys.chunks, numberOf(index, isLast))
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

const headerOf = async (file: string): Promise<Buffer> => {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER), 0, HEADER, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Whether a file begins as an encrypted backup does. */
export const isEncrypted = async (file: string): Promise<boolean> =>
  (await headerOf(file)).subarray(0, MAGIC.length).equals(MAGIC)

/** What a chunk that was changed, moved or cut off is refused with. */
export const DAMAGED = 'This backup is damaged or cut off; nothing was changed.'

/**
 * What was encrypted, each chunk only after it proved to be genuine.
 * @throws BadSetting where the passphrase is another, or the file was changed or cut off
 */
export async function* decrypted(file: string, passphrase: string): AsyncGenerator<Buffer> {
  const header = await headerOf(file)
  const [logN = 0, r = 0, p = 0] = header.subarray(MAGIC.length)
  const isPlausible = logN > 0 && logN <= MOST.logN && r > 0 && r <= MOST.r && p > 0 && p <= MOST.p
  if (header.length < HEADER || !isPlausible) throw new BadSetting(DAMAGED)
  const start = header.subarray(0, HEADER - CHECK)
  const keys = await keysFrom(passphrase, start.subarray(-SALT), { logN, r, p })
  if (!timingSafeEqual(checkOf(start, keys), header.subarray(-CHECK)))
    throw new BadSetting('BACKUP_PASSPHRASE is not the one this backup was encrypted with.')
  const rest = createReadStream(file, { start: HEADER }) as AsyncIterable<Buffer>
  for await (const { bytes, index, isLast } of inChunks(rest, CHUNK + TAG)) {
    if (bytes.length < TAG) throw new BadSetting(DAMAGED)
    const decipher = createDecipheriv('aes-256-gcm', keys.chunks, numberOf(index, isLast))
    decipher.setAuthTag(bytes.subarray(-TAG))
    const opened = decipher.update(bytes.subarray(0, -TAG))
    try {
      decipher.final()
    } catch {
      throw new BadSetting(DAMAGED)
    }
    yield opened
  }
}
