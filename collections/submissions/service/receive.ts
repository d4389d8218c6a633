import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { cleaned } from '../../files/clean/clean.ts'
import { directoryOf, entriesIn, refusalOfOffice, TAIL } from '../../files/archive.ts'
import {
  givenNameOf,
  HEAD,
  judgeHead,
  PICTURE_HEAD,
  refusalOfWhole,
  type EvidenceRefusal,
} from '../../files/evidence.ts'
import { storedAs, type EvidenceFile } from '../../files/kinds.ts'
import { createUnlessTaken } from '../../kernel/keyed.ts'
import type { Context } from '../../context/context.ts'
import { dropEvidence } from './files.ts'
import { secondsOf } from './media-length.ts'
import { bufferCollector } from './memory.ts'
import { folderOf, hasSpace } from '../../files/room.ts'
import { refusalOfNumber, ticketFor, type Ticket } from './upload.ts'
import { changeWork } from './submission.ts'

/** `seconds`: how long a recording that is too long is. */
export type Received = { ok: true; file: string } | { ok: false; refusal: EvidenceRefusal; seconds?: number }
type Refused = Extract<Received, { ok: false }>

type Arriving = { stream: AsyncIterable<Uint8Array>; name: string }
/** With a way to ask whether there still is room on the disk. */
type WithSpace = Arriving & { hasSpaceLeft: () => Promise<boolean> }
type Arrived = { kind: EvidenceFile; size: number }

const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')

/** Bytes of one file between two looks at how much is left of the disk, which others fill at the same time. */
const BETWEEN_LOOKS = 8_000_000

/**
 * Writes what arrives to the disk as it arrives; nothing more than its first bytes is held in memory. It is judged by those
 * before any of it is written. What is refused is read to its end all the same, so that the sender hears why; none of it is
 * kept. Throws when the stream breaks off.
 */
const takeDown = async (
  handle: FileHandle,
  { stream, name, hasSpaceLeft }: WithSpace,
  ticket: Ticket,
): Promise<Arrived | Refused> => {
  const first: Uint8Array[] = []
  const freeBuffers = bufferCollector()
  let [held, size, unlooked] = [0, 0, 0]
  let kind: EvidenceFile | undefined
  let refusal: EvidenceRefusal | undefined
  const judge = async (): Promise<void> => {
    const head = Buffer.concat(first)
    const judged = judgeHead(head, name, ticket.family)
    kind = judged.kind
    refusal = judged.refusal
    if (!refusal) await handle.writeFile(head)
  }
  const isTight = async (): Promise<boolean> => {
    if (unlooked < BETWEEN_LOOKS) return false
    unlooked = 0
    return !(await hasSpaceLeft())
  }
  for await (const chunk of stream) {
    size += chunk.length
    unlooked += chunk.length
    freeBuffers(chunk.length)
    if (refusal) continue
    try {
      if (size > ticket.most) refusal = 'too-large'
      else if (await isTight()) refusal = 'no-room'
      else if (kind) await handle.writeFile(chunk)
      else {
        first.push(chunk)
        held += chunk.length
        if (held >= HEAD) await judge()
      }
    } catch (error) {
      if (!isFull(error)) throw error
      refusal = 'no-room'
    }
    // What is there already is not held while the rest is read.
    if (refusal) await handle.truncate(0)
  }
  if (!kind && !refusal) await judge()
  return refusal ? { ok: false, refusal } : { kind: kind!, size }
}

const readAt = async (handle: FileHandle, from: number, length: number): Promise<Uint8Array> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
  return buffer.subarray(0, bytesRead)
}

/** Bytes of the list of an office document; a longer one has more in it than any document. */
const LONGEST_LIST = 1_000_000

const judgeWhole = async (
  handle: FileHandle,
  { kind, size }: Arrived,
  name: string,
): Promise<EvidenceRefusal | undefined> => {
  const tail = await readAt(handle, Math.max(0, size - TAIL), Math.min(size, TAIL))
  if (kind.name === 'office') {
    const found = directoryOf(tail, size)
    const list = found && found.length <= LONGEST_LIST ? await readAt(handle, found.offset, found.length) : undefined
    return refusalOfOffice(storedAs(kind, name).ending, list && entriesIn(list))
  }
  const head = await readAt(handle, 0, Math.min(size, PICTURE_HEAD))
  return refusalOfWhole(kind, { size, head, tail })
}

/** Why a paper could not be given to a reader who must not know whose it is. */
const refusalToClean = async (handle: FileHandle, { kind, size }: Arrived): Promise<EvidenceRefusal | undefined> => {
  if (kind.family !== 'paper') return undefined
  const clean = cleaned(kind.name, Buffer.from(await readAt(handle, 0, size)))
  return clean.ok ? undefined : clean.refusal
}

type Stored = { path: string; arrived: Arrived; seconds: number | null }

const examine = async (path: string, arriving: WithSpace, ticket: Ticket): Promise<Stored | Refused> => {
  const handle = await open(path, 'wx+')
  try {
    const arrived = await takeDown(handle, arriving, ticket)
    if ('refusal' in arrived) return arrived
    const refusal = (await judgeWhole(handle, arrived, arriving.name)) ?? (await refusalToClean(handle, arrived))
    if (refusal) return { ok: false, refusal }
    await handle.sync()
    const { kind, size } = arrived
    const seconds = kind.family === 'recording' ? await secondsOf({ handle, path, size, kind }) : null
    if (ticket.maxSeconds !== null && seconds !== null && seconds > ticket.maxSeconds)
      return { ok: false, refusal: 'too-long', seconds }
    return { path, arrived, seconds }
  } finally {
    await handle.close()
  }
}

/** Adds what lies on the disk to the item: first the row, then the one write that decides whether it belongs there. */
const attach = async (context: Context, ticket: Ticket, stored: Stored, name: string): Promise<Received> => {
  const { kind, size } = stored.arrived
  const { ending, type } = storedAs(kind, name)
  const filename = `evidence-${randomUUID()}.${ending}`
  await rename(stored.path, join(folderOf(context), filename))
  const row = await createUnlessTaken(context.payload, 'files', {
    givenName: givenNameOf(name, `File.${ending}`),
    submission: ticket.submission,
    item: ticket.item,
    seconds: stored.seconds,
    filename,
    mimeType: type,
    filesize: size,
  })
  if (!row) throw new Error('A piece of evidence could not be written down.')
  const added = { id: row.id, seconds: stored.seconds, family: kind.family }
  const done = await changeWork(context, ticket.submission, (work) => {
    const { answers } = work
    const allowed = ticketFor(context, work, ticket.item)
    const refusal = allowed.ok ? refusalOfNumber(work, ticket.item) : allowed.refusal
    if (refusal) return { ok: false as const, refusal }
    const before = answers[ticket.item] ?? {}
    return { data: { answers: { ...answers, [ticket.item]: { ...before, files: [...(before.files ?? []), added] } } } }
  })
  if (done.ok) return { ok: true, file: row.id }
  await dropEvidence(context, row.id)
  return done
}

/**
 * Takes a piece of evidence to the disk and adds it to its item. Whatever goes wrong, a connection that is cut, a disk that is
 * full, leaves no file and no row; what a killed process leaves is swept away later.
 */
export const receiveEvidence = async (
  context: Context,
  ticket: Ticket,
  arriving: Arriving,
  hasSpaceLeft: () => Promise<boolean> = () => hasSpace(context, 0),
): Promise<Received> => {
  const folder = folderOf(context)
  await mkdir(folder, { recursive: true })
  const path = join(folder, `evidence-${randomUUID()}.part`)
  try {
    const stored = await examine(path, { ...arriving, hasSpaceLeft }, ticket)
    return 'refusal' in stored ? stored : await attach(context, ticket, stored, arriving.name)
  } catch (error) {
    if (!isFull(error)) throw error
    for await (const _ of arriving.stream);
    return { ok: false, refusal: 'no-room' }
  } finally {
    await rm(path, { force: true })
  }
}
