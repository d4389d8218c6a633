import { randomUUID } from 'node:crypto'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setInterval } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evidenceKindOf } from '#collections/files/kinds.ts'
import { secondsOf } from '#collections/submissions/service/media-length.ts'
import { wav } from '#test/support/evidence.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onramp-length-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Writes a recording down, and answers with a way to measure it. */
const recording = async (bytes: Buffer): Promise<() => Promise<number | null>> => {
  const path = join(folder, `${randomUUID()}.part`)
  await writeFile(path, bytes)
  return async () => {
    const handle = await open(path)
    try {
      return await secondsOf({ handle, path, size: bytes.length, kind: evidenceKindOf(bytes)! })
    } finally {
      await handle.close()
    }
  }
}

/** How often something else got its turn meanwhile, asked for every 5 ms. */
const turnsDuring = async (work: Promise<unknown>): Promise<number> => {
  const ended = new AbortController()
  void work.finally(() => ended.abort())
  let turns = 0
  try {
    for await (const _ of setInterval(5, undefined, { signal: ended.signal })) turns += 1
  } catch {
    // The work is done.
  }
  return turns
}

/** A sound that begins with a list of titles and nothing else: one frame of twelve bytes after the other (ID3v2.3, 3.3). */
const manyTitles = (bytes: number): Buffer => {
  const sound = Buffer.alloc(bytes, Buffer.from('TIT2\0\0\0\x02\0\0\0a', 'latin1'))
  const size = bytes - 10
  return Buffer.concat([
    Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, size >> 21, (size >> 14) & 127, (size >> 7) & 127, size & 127]),
    sound.subarray(0, size),
  ])
}

test('a file made to be read for a long time keeps nobody else waiting', async () => {
  const measure = await recording(manyTitles(4_000_000))
  const measured = measure()
  expect(await turnsDuring(measured)).toBeGreaterThan(10)
  expect(await measured).toBeNull()
})

test('of sounds that arrive together each gets its own length', async () => {
  const measures = await Promise.all([3, 601, 1].map((seconds) => recording(wav(seconds))))
  expect(await Promise.all(measures.map((measure) => measure()))).toEqual([3, 601, 1])
})
