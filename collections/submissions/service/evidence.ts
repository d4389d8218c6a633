import { createReadStream, type ReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { File } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { one } from '../../kernel/queries.ts'

/** A piece of evidence as it lies on the disk. `size` in bytes; `ending` without the dot, as its bytes were judged. */
export type Evidence = { content: ReadStream; type: string; size: number; ending: string }

/** The row of a private file that is evidence; undefined where there is none, or where it is something else's. */
export const evidenceRow = async (context: Context, fileId: string): Promise<File | undefined> => {
  const file = await one(context, 'files', fileId)
  return file?.submission ? file : undefined
}

/**
 * Opens a private file of a submission; undefined where there is none by that id, or where it is not evidence. Who may read it
 * is for the caller to decide first. The stream has to be read or destroyed.
 */
export const openEvidence = async (context: Context, fileId: string): Promise<Evidence | undefined> => {
  const row = await evidenceRow(context, fileId)
  const { staticDir } = context.payload.collections['files'].config.upload
  if (!row?.filename || !staticDir) return undefined
  const path = join(staticDir, basename(row.filename))
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return {
    content: createReadStream(path),
    type: row.mimeType ?? 'application/octet-stream',
    size: found.size,
    ending: extname(path).slice(1),
  }
}
