import { once } from 'node:events'
import type { FileHandle } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { EvidenceFile } from '../../files/kinds.ts'

type Box = { type: string; from: number; to: number }

const MOST_BOXES = 64

/** The boxes that lie beside one another from one place to another (ISO 14496-12, 4.2); none of what is in them is read. */
const boxesIn = async function* (handle: FileHandle, from: number, to: number): AsyncGenerator<Box> {
  const head = Buffer.alloc(16)
  for (let [at, count] = [from, 0]; at + 8 <= to && count < MOST_BOXES; count += 1) {
    await handle.read(head, 0, 16, at)
    const short = head.readUInt32BE(0)
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short
    if (length < 8) return
    yield { type: head.toString('latin1', 4, 8), from: at + (short === 1 ? 16 : 8), to: Math.min(to, at + length) }
    at += length
  }
}

const find = async (handle: FileHandle, type: string, { from, to }: Omit<Box, 'type'>): Promise<Box | undefined> => {
  for await (const box of boxesIn(handle, from, to)) if (box.type === type) return box
  return undefined
}

/** What the header of a film says (ISO 14496-12, 8.2.2), with or without sound; undefined where it does not say, as a live one. */
const secondsOfFilm = async (handle: FileHandle, size: number): Promise<number | undefined> => {
  const movie = await find(handle, 'moov', { from: 0, to: size })
  const header = movie && (await find(handle, 'mvhd', movie))
  if (!header || header.to - header.from < 32) return undefined
  const bytes = Buffer.alloc(32)
  await handle.read(bytes, 0, 32, header.from)
  const isLong = bytes[0] === 1
  const scale = bytes.readUInt32BE(isLong ? 20 : 12)
  const length = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16)
  const isUnknown = length === 0 || length === 0xffffffff || scale === 0
  return isUnknown ? undefined : length / scale
}

/** Nobody waits longer for the length of a recording than this; milliseconds. */
const LONGEST = 8_000
/** Megabytes that reading one may take, apart from what is read of it. */
const ROOM = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 }

/**
 * What the library finds, which knows every other kind, and films that were cut into pieces. It reads in a thread of its own,
 * which is ended when it takes too long or too much: a file made for that would keep everybody else waiting for minutes. Where it
 * is ended, or understands nothing, the length is not known; a reviewer decides.
 */
const secondsBySound = async (path: string): Promise<number | undefined> => {
  const reader = new Worker(new URL('./sound.ts', import.meta.url), {
    workerData: path,
    resourceLimits: ROOM,
    execArgv: [],
    stderr: true,
  })
  try {
    const [seconds] = (await once(reader, 'message', { signal: AbortSignal.timeout(LONGEST) })) as [number | undefined]
    return seconds
  } catch {
    return undefined
  } finally {
    await reader.terminate()
  }
}

/** One after the other, so that many at once take no more than one. */
let last: Promise<unknown> = Promise.resolve()
const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
  const done = last.then(work)
  last = done
  return done
}

type Measured = { handle: FileHandle; path: string; size: number; kind: EvidenceFile }

/** How long a recording says it is, to the nearest second; null where it does not say. It is not decoded. */
export const secondsOf = async ({ handle, path, size, kind }: Measured): Promise<number | null> => {
  const seconds =
    (kind.name === 'mp4' ? await secondsOfFilm(handle, size) : undefined) ?? (await inTurn(() => secondsBySound(path)))
  return seconds !== undefined && Number.isFinite(seconds) && seconds > 0 ? Math.max(1, Math.round(seconds)) : null
}
