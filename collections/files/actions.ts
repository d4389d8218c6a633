import { randomUUID } from 'node:crypto'
import type { Act } from '../act.ts'
import { kindOf } from './policy.ts'

/** Keeps a private paper under a name of its own; the name it came with is only written down. Returns its id. */
export const keepFile = async (
  { payload }: Act,
  { bytes, name, person }: { bytes: Uint8Array; name: string; person: string },
): Promise<string> => {
  const kind = kindOf(bytes)
  if (!kind) throw new RangeError('Not a kind of file that is kept.')
  const { id } = await payload.create({
    collection: 'files',
    data: {
      givenName:
        name
          .normalize('NFC')
          .replace(/[\p{C}\\/]/gu, '')
          .slice(0, 120) || 'Letter',
      person,
    },
    file: { data: Buffer.from(bytes), mimetype: kind.type, name: `${randomUUID()}.${kind.ending}`, size: bytes.length },
    depth: 0,
    overrideAccess: true,
  })
  return id
}
