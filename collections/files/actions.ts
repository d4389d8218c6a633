import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Act } from '../kernel/act.ts'
import { createUnlessTaken } from '../kernel/keyed.ts'
import { count } from '../kernel/queries.ts'
import { countHit, hitKey } from '../limits/actions.ts'
import { DAY_MS, MOST_PAPERS } from '../limits/policy.ts'
import { kindOf, MOST_FILES } from './policy.ts'
import { hasSpace } from './room.ts'

/**
 * Keeps a private paper under a name of its own; the name it came with is only written down. Returns its id. The bytes go past
 * Payload's upload, which would open a picture to measure it: nothing here ever decodes what a stranger sent.
 */
export const keepFile = async (
  { payload }: Act,
  { bytes, name, person }: { bytes: Uint8Array; name: string; person: string },
): Promise<string> => {
  const kind = kindOf(bytes)
  if (!kind) throw new RangeError('Not a kind of file that is kept.')
  const { staticDir } = payload.collections['files'].config.upload
  if (!staticDir) throw new Error('There is no folder for private files.')
  const filename = `${randomUUID()}.${kind.ending}`
  await mkdir(staticDir, { recursive: true })
  await writeFile(join(staticDir, filename), bytes, { flag: 'wx', flush: true })
  const file = await createUnlessTaken(payload, 'files', {
    givenName:
      name
        .normalize('NFC')
        .replace(/[\p{C}\\/]/gu, '')
        .slice(0, 120) || 'Letter',
    person,
    filename,
    mimeType: kind.type,
    filesize: bytes.length,
  })
  if (!file) throw new Error('A private file could not be written down.')
  return file.id
}

/**
 * Why no letter is taken just now, whoever sends it: the disk has no room for it, or as many came from one address in a day as any
 * school sends. Looked at before it is written.
 */
export const refusalOfStore = async (
  act: Act,
  bytes: number,
  address?: string,
): Promise<'no-room' | 'too-many-today' | undefined> => {
  if (!(await hasSpace(act, bytes))) return 'no-room'
  if (!address) return undefined
  const key = hitKey(act.payload, 'papers', address)
  const { hits } = await countHit(act.payload, key, DAY_MS, act.now.epochMilliseconds)
  return hits > MOST_PAPERS ? 'too-many-today' : undefined
}

/** Whether as many files of somebody are kept as we keep of one person. */
export const hasSentEnough = async (act: Act, person: string): Promise<boolean> =>
  (await count(act, 'files', { person: { equals: person } })) >= MOST_FILES

/** Takes a private paper away again, and its file with it. */
export const dropFile = async ({ payload }: Act, id: string): Promise<void> => {
  await payload.delete({ collection: 'files', id, depth: 0, overrideAccess: true })
}
