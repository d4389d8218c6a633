import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { credentials } from '#seed/content/credentials.ts'
import { filmHead } from '#test/support/evidence.ts'
import { begunAt, filesOn, saved } from '#test/support/handing-in.ts'
import { bearer, sayRaw, send, signIn } from '#test/support/http.ts'
import { documents } from '#test/support/registering.ts'
import { ADMIN, startServer, type Server } from '#test/support/server.ts'

// Large files against the real server process: how much memory they take, and what is left of one that was cut off.

const MB = 1_000_000
const SIZE = 200 * MB
const PIECE = Buffer.alloc(1 * MB, 7)
const BOUNDARY = 'between-parts'

let server: Server
let token: string
let path: string
beforeAll(async () => {
  server = await startServer({ SEED: 'none' })
  token = await signIn(server.base, ADMIN.email, ADMIN.password)
  await send(
    server.base,
    'POST',
    '/api/credentials',
    { ...credentials[0], contacts: [], _status: 'published' },
    bearer(token),
  )
  path = (await begunAt(server.base, token)).path
  await saved(server.base, path, { 'option-2-2': '0 files' })
})
afterAll(() => server.stop())

/** Resident memory of the server, in MB. */
const memory = (): number =>
  (Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))![1]) * 1024) / MB

const folder = () => join(server.dataDir, 'private', 'files')
const lying = (): string[] => {
  try {
    return readdirSync(folder())
  } catch {
    return []
  }
}
const rows = async (): Promise<number> => (await documents(server.base, token, 'files?limit=100')).length

const head = (size: number): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="meeting.mp4"\r\nContent-Type: video/mp4\r\n\r\n`,
    ),
    filmHead(590, size),
  ])
const END = Buffer.from(`\r\n--${BOUNDARY}--\r\n`)

/** Opens an upload that says how long it will be; `write` waits until the other side has room for more. */
const uploading = (size: number, length = head(size).length + size + END.length) => {
  const { port, host } = new URL(server.base)
  const asking = request({
    host: '127.0.0.1',
    port,
    path: `${path}/evidence/2-2`,
    method: 'POST',
    headers: {
      Host: host,
      Origin: server.base,
      Accept: 'application/json',
      'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
      'Content-Length': length,
    },
  })
  const answered = new Promise<number>((resolve, reject) => {
    asking.on('response', (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    asking.on('error', reject)
  })
  const write = async (bytes: Buffer): Promise<void> => {
    if (!asking.write(bytes)) await new Promise((drained) => asking.once('drain', drained))
  }
  return { asking, answered, write }
}

describe('a film of 200 MB', () => {
  test('streams to the disk with less than 50 MB more memory', async () => {
    const { asking, answered, write } = uploading(SIZE)
    const before = memory()
    let most = before
    await write(head(SIZE))
    for (let at = 0; at < SIZE; at += PIECE.length) {
      await write(PIECE)
      if (at % (10 * MB) === 0) most = Math.max(most, memory())
    }
    asking.end(END)
    expect(await answered).toBe(201)
    most = Math.max(most, memory())
    expect(most - before).toBeLessThan(50)
    expect(lying()).toEqual([expect.stringMatching(/^evidence-[\da-f-]{36}\.mp4$/)])
    expect(await documents(server.base, token, 'files?limit=100')).toMatchObject([
      { givenName: 'meeting.mp4', filesize: SIZE + filmHead(590, SIZE).length, seconds: 590, item: '2-2' },
    ])
    expect(await filesOn(server.base, path)).toHaveLength(1)
  })

  test('cut off halfway leaves no file and no row, and another one can follow', async () => {
    const [files, count] = [lying(), await rows()]
    const { asking, answered, write } = uploading(SIZE)
    await write(head(SIZE))
    for (let at = 0; at < SIZE / 2; at += PIECE.length) await write(PIECE)
    await expect.poll(() => lying().filter((name) => name.endsWith('.part'))).toHaveLength(1)
    asking.destroy()
    await expect(answered).rejects.toThrow(/socket hang up|aborted|ECONNRESET/)
    await expect.poll(lying).toEqual(files)
    expect(await rows()).toBe(count)
    const next = uploading(MB)
    await next.write(head(MB))
    next.asking.end(Buffer.concat([PIECE, END]))
    expect(await next.answered).toBe(201)
  })
})

describe('a file that says it is too long', () => {
  test.each([
    ['for a recording', 251 * MB],
    ['for anything', 5_000 * MB],
  ])('%s is refused before it is read', async (_, length) => {
    const files = lying()
    const { asking, answered } = uploading(MB, length)
    asking.write(head(MB))
    expect(await answered).toBe(413)
    asking.destroy()
    expect(lying()).toEqual(files)
  })

  test('or does not say how long it is, is refused too', async () => {
    const { host } = new URL(server.base)
    const words = `POST ${path}/evidence/2-2 HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`
    expect(await sayRaw(server.base, words)).toMatch(/^HTTP\/1\.1 411 /)
  })
})

test('one file at a time is taken for one piece of work', async () => {
  const first = uploading(MB)
  await first.write(head(MB))
  await expect.poll(() => lying().filter((name) => name.endsWith('.part'))).toHaveLength(1)
  const second = uploading(MB)
  await second.write(head(MB))
  expect(await second.answered).toBe(409)
  second.asking.destroy()
  first.asking.end(Buffer.concat([PIECE, END]))
  expect(await first.answered).toBe(201)
})
